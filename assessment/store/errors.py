"""SQL errors in words: what happened to the database, and what to do now."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from assessment.errors import StoreUnavailable

_BUSY = ("it is busy with another change", "Wait a moment and try again; what was saved before is safe.")
_FULL = ("the disk is full", "Free some space and try again; what was saved before is safe.")
_READ_ONLY = (
    "it cannot be written to",
    "Give the account that runs Plumbline write access to the data folder and try again.",
)
_DAMAGED = (
    "the file is damaged or is no database",
    "Keep the file, restore the newest copy from the folder 'backups', and start again.",
)
_UNREACHABLE = ("it cannot be reached", "Check that the database runs and that its address is right, then try again.")
_FOREIGN = (
    "its tables are not those of this version",
    "Start Plumbline again; if it stays so, restore the newest backup.",
)

_SQLITE_REASONS = {
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "SQLITE_FULL": _FULL,
    "SQLITE_READONLY": _READ_ONLY,
    "SQLITE_PERM": _READ_ONLY,
    "SQLITE_CORRUPT": _DAMAGED,
    "SQLITE_NOTADB": _DAMAGED,
    "SQLITE_CANTOPEN": ("the file cannot be opened", _READ_ONLY[1]),
    "SQLITE_IOERR": ("the disk reports an error", "Check the disk and its free space, then start Plumbline again."),
    "SQLITE_ERROR": _FOREIGN,
}
# by the first characters of SQLSTATE, longest first
_POSTGRESQL_REASONS = {
    "25006": _READ_ONLY,
    "42501": ("the account may not do that", "Give the database account of Plumbline all rights on its schema."),
    "53100": _FULL,
    "55P03": _BUSY,
    "57014": _BUSY,
    "3D": ("there is no database of that name", "Create it, or correct PLUMBLINE_DATABASE_URL."),
    "28": ("it refuses the user name or password", "Correct PLUMBLINE_DATABASE_URL."),
    "40": _BUSY,
    "42": _FOREIGN,
    "53": ("it has no room for another connection", "Wait a moment and try again; what was saved before is safe."),
    "XX": _DAMAGED,
    "58": ("its disk reports an error", "Check the disk of the database server, then try again."),
}


@contextmanager
def translated() -> Iterator[None]:
    """Turn what SQL raises inside into StoreUnavailable; faults of the program itself pass unchanged."""
    try:
        yield
    except PoolTimeout as error:
        raise StoreUnavailable(*_BUSY) from error
    except sqlite3.Error as error:  # from a pragma, which SQLAlchemy does not see
        reason = _sqlite_reason(error)
        if reason is None:
            raise
        raise StoreUnavailable(*reason) from error
    except DBAPIError as error:
        reason = _reason(error)
        if reason is None:
            raise
        raise StoreUnavailable(*reason) from error


def _sqlite_reason(error: sqlite3.Error) -> tuple[str, str] | None:
    name = getattr(error, "sqlite_errorname", "")
    return next((words for prefix, words in _SQLITE_REASONS.items() if name.startswith(prefix)), None)


def _reason(error: DBAPIError) -> tuple[str, str] | None:
    if isinstance(error.orig, sqlite3.Error):
        return _sqlite_reason(error.orig)
    state = getattr(error.orig, "sqlstate", None)
    if isinstance(state, str):
        return next((words for prefix, words in _POSTGRESQL_REASONS.items() if state.startswith(prefix)), None) or (
            _UNREACHABLE if error.connection_invalidated or state.startswith(("08", "57P")) else None
        )
    return _UNREACHABLE if isinstance(error, OperationalError) or error.connection_invalidated else None
