"""What the command line reads from files and writes to them, and what it keeps off its output."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assessment.errors import InvalidInput


@contextmanager
def solver_kept_off_stdout() -> Iterator[None]:
    """HiGHS prints a line of its own from C now and then, whatever it is told; it would spoil JSON on stdout."""
    sys.stdout.flush()
    kept = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        ctypes.CDLL(None).fflush(None)
        os.dup2(kept, 1)
        os.close(kept)


def read_file(path: Path) -> bytes:
    """The content of a file; InvalidInput where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        reason = f"the file cannot be read ({error.strerror or 'unknown reason'})"
        raise InvalidInput(str(path), reason, "Give the path of an existing file.") from error


def write_file(path: Path, content: bytes) -> None:
    """Write a file and say how large it is; InvalidInput where it cannot be written."""
    try:
        path.write_bytes(content)
    except OSError as error:
        reason = f"the file cannot be written ({error.strerror or 'unknown reason'})"
        raise InvalidInput(str(path), reason, "Choose a folder that exists and that you may write to.") from error
    print(f"{path}: {len(content):,} bytes")
