"""New databases for tests that are not about making one: copies of one that the migrations made, each its own.

Running every migration takes a third of a second, and a thousand tests begin with an empty database. What tells one
installation from another, the key it signs with, is drawn anew in each copy.
"""

from __future__ import annotations

import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

import pytest

from assessment.store import open_store, sqlite
from assessment.store import store as opening
from assessment.store.counted import mark_of
from assessment.store.database_file import DatabaseFile


@cache
def _made() -> Path:
    """A database with every table and nothing in it, closed in good order."""
    folder = Path(tempfile.mkdtemp(prefix="plumbline-fresh-"))
    open_store(f"sqlite:///{folder / 'plumbline.db'}", folder).close()
    return folder / "plumbline.db"


@contextmanager
def beginning_with_copies() -> Iterator[None]:
    """Let a file that is not there yet begin as a copy."""
    made = _made()

    def begun(file: Path) -> DatabaseFile:
        if not file.exists() and not mark_of(file).exists():
            shutil.copyfile(made, file)
            file.chmod(0o600)
            with closing(sqlite.connect(file)) as connection:
                drawn = secrets.token_hex(32)
                connection.execute("UPDATE installation_key SET secret = ?", (drawn,)).close()
                connection.commit()
        return DatabaseFile(file)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(opening, "DatabaseFile", begun)
        yield
