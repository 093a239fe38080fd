"""Which processes have an SQLite file open: a lock on the file itself, by device and inode, whatever it is called.

A process with a sound SQLite shares the file, one without has it alone. The lock is the kernel's: it goes with the
process, however it ends. A process opens each file once and closes it after the last who holds it: closing any
descriptor of a file would drop the locks that SQLite holds on it in the same process.
"""

from __future__ import annotations

import fcntl
import os
import threading
import time
from contextlib import suppress
from pathlib import Path

from assessment.errors import StoreUnavailable
from assessment.store import sqlite

PRIVATE = 0o600
SECONDS_TO_WAIT_FOR_CLOSING = 5.0
"""How long the last process may take to close a file that another one wants to open."""

FileId = tuple[int, int]
_REGISTRY = threading.Lock()
_HELD: dict[FileId, HeldFile] = {}


class HeldFile:
    """A file that this process holds; shared by everything in it that holds the same file."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self.id = id_of(os.fstat(descriptor))
        self.holder_count = 1

    def become_only_holder(self) -> bool:
        """Whether nobody else holds the file; if so, whoever wants to open it now waits until it is released.

        Otherwise this process holds it no longer and must not write to it any more.
        """
        with _REGISTRY:
            if self.holder_count > 1:
                return False
            return _lock(self.descriptor, fcntl.LOCK_EX)

    def release(self) -> None:
        """Hold it no longer. Every connection of the holder must be closed by then."""
        with _REGISTRY:
            self.holder_count -= 1
            if self.holder_count == 0:
                _HELD.pop(self.id, None)
                os.close(self.descriptor)


def id_of(status: os.stat_result) -> FileId:
    """What a file is, whatever it is called."""
    return status.st_dev, status.st_ino


def hold(file: Path) -> HeldFile:
    """Hold a file, made empty where there is none.

    Raises StoreUnavailable where another process has it and either of the two needs it alone, and where the file has a
    second name: its log would be kept beside each of them.
    """
    with _REGISTRY:
        try:
            held = _held_already(file) if file.exists() else None
            if held is not None and sqlite.is_sound():
                held.holder_count += 1
                return held
            if held is not None:
                raise _in_use(file)
            return _opened(file)
        except OSError as error:
            raise StoreUnavailable(
                f"{file} cannot be written to",
                "Give the account that runs Plumbline write access to the data folder and try again.",
            ) from error


def is_held_by_nobody(file: Path) -> bool:
    """Whether no process holds a file that is there; for files that are not databases in use."""
    with _REGISTRY, suppress(OSError):
        if id_of(file.stat()) in _HELD:
            return False
        descriptor = os.open(file, os.O_RDWR | os.O_CLOEXEC)
        try:
            return _lock(descriptor, fcntl.LOCK_EX)
        finally:
            os.close(descriptor)
    return False


def _held_already(file: Path) -> HeldFile | None:
    status = file.stat()
    if status.st_nlink > 1:
        raise StoreUnavailable(
            f"{file} has a second name (a hard link), and its log would be kept beside each of them",
            "Remove the other name, or copy the file, and start again.",
        )
    return _HELD.get(id_of(status))


def _opened(file: Path) -> HeldFile:
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, PRIVATE)
    try:
        status = os.fstat(descriptor)
        if not _lock_in_time(descriptor, fcntl.LOCK_SH if sqlite.is_sound() else fcntl.LOCK_EX):
            raise _in_use(file)
        _keep_private(file, status)
        held = HeldFile(descriptor)
    except BaseException:
        os.close(descriptor)
        raise
    _HELD[held.id] = held
    return held


def _keep_private(file: Path, status: os.stat_result) -> None:
    """A file that an earlier version left open to other accounts is this one's alone from now on."""
    if status.st_mode & 0o077 and status.st_uid == os.geteuid():
        for one in (file, Path(f"{file}-wal"), Path(f"{file}-shm")):
            with suppress(OSError):
                one.chmod(PRIVATE)


def _lock_in_time(descriptor: int, how: int) -> bool:
    """A process that closes the file holds it alone for a moment; with an SQLite that is not sound nobody waits."""
    end = time.monotonic() + (SECONDS_TO_WAIT_FOR_CLOSING if sqlite.is_sound() else 0)
    while not _lock(descriptor, how):
        if time.monotonic() >= end:
            return False
        time.sleep(0.02)
    return True


def _lock(descriptor: int, how: int) -> bool:
    try:
        fcntl.flock(descriptor, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _in_use(file: Path) -> StoreUnavailable:
    if sqlite.is_sound():
        return StoreUnavailable(
            f"a Plumbline that needs {file} for itself has it open",
            "Close that one, or install its packages again with 'make run': with pysqlite3 both may use the file.",
        )
    return StoreUnavailable(
        f"another Plumbline already has {file} open, and {sqlite.called()} must have it alone",
        "Close the app or the command that uses it and try again, install pysqlite3, or let both use PostgreSQL.",
    )
