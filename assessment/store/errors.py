"""SQL errors in words: what happened to the database, and what to do now.

A damaged database may hold anything, so what it holds goes into no sentence and into no log.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TypeAlias

import structlog
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from assessment.errors import AssessmentError, StoreUnavailable
from assessment.store import sqlite

Words: TypeAlias = tuple[str, str]
_log = structlog.get_logger(__name__)
_BUSY = ("it is busy with another change", "Wait a moment and try again; what was saved before is safe.")
_FULL = ("the disk is full", "Free some space and try again; what was saved before is safe.")
_READ_ONLY = (
    "it cannot be written to",
    "Give the account that runs Plumbline write access to the data folder and try again.",
)
_DAMAGED = "the file is damaged or is no database"
_DAMAGED_INSIDE = "it is damaged: it holds something that Plumbline never writes"
_UNREACHABLE = ("it cannot be reached", "Check that the database runs and that its address is right, then try again.")
_FOREIGN = (
    "its tables are not those of this version",
    "Start Plumbline again; if it stays so, restore the newest backup.",
)
_SQLITE_REASONS: dict[str, Words | str] = {
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
_POSTGRESQL_REASONS: dict[str, Words | str] = {
    "22021": _DAMAGED_INSIDE,
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
_OF_SQL: tuple[type[Exception], ...] = (DBAPIError, *sqlite.ERRORS)
_OF_A_VALUE = (ValueError, TypeError, LookupError, AttributeError, RecursionError)
_STORE = str(Path(__file__).parent)
_PACKAGE = str(Path(__file__).parents[1])


def damage_remedy(copy: Path | None) -> str:
    """What to do about a damaged database; `copy` is the newest good copy of it."""
    if copy is None:
        return "Keep the file, and restore a backup from elsewhere: no good copy lies in the folder 'backups'."
    return (
        "Stop Plumbline, keep the file but move it away with everything beside it, and restore the newest good copy: "
        f"python -m assessment restore {copy}"
    )


def no_copy() -> Path | None:
    """Where nobody knows of a copy."""
    return None


@contextmanager
def translated(newest_copy: Callable[[], Path | None] = no_copy) -> Iterator[None]:
    """Turn what SQL raises inside into StoreUnavailable; faults of the program itself pass unchanged."""
    try:
        yield
    except AssessmentError:
        raise
    except PoolTimeout as error:
        raise StoreUnavailable(*_BUSY) from error
    except _OF_SQL as error:  # the latter from a pragma, which SQLAlchemy does not see
        reason = _reason(error)
        if reason is None:
            raise
        if isinstance(reason, tuple):
            raise StoreUnavailable(*reason) from error
        _log.error("the database is damaged", error_type=type(error).__name__)
        raise StoreUnavailable(reason, damage_remedy(newest_copy())) from None
    except _OF_A_VALUE as error:
        place = _place_in_store(error.__traceback__)
        if place is None:
            raise
        _log.error("the database holds something impossible", error_type=type(error).__name__, place=place)
        raise StoreUnavailable(_DAMAGED_INSIDE, damage_remedy(newest_copy())) from None


def _reason(error: Exception) -> Words | str | None:
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite.ERRORS):
        return _sqlite_reason(cause)
    state = getattr(cause, "sqlstate", None)
    is_gone = isinstance(error, DBAPIError) and error.connection_invalidated
    if isinstance(state, str):
        return next((words for prefix, words in _POSTGRESQL_REASONS.items() if state.startswith(prefix)), None) or (
            _UNREACHABLE if is_gone or state.startswith(("08", "57P")) else None
        )
    return _UNREACHABLE if isinstance(error, OperationalError) or is_gone else None


def _sqlite_reason(error: BaseException) -> Words | str | None:
    if str(error).startswith("Could not decode to UTF-8"):  # with what could not be decoded; it has no name
        return _DAMAGED_INSIDE
    name = str(getattr(error, "sqlite_errorname", ""))
    return next((words for prefix, words in _SQLITE_REASONS.items() if name.startswith(prefix)), None)


def _place_in_store(traceback: TracebackType | None) -> str | None:
    """Where in the store a value could not be read; None where the error comes from another part of the program."""
    place = None
    while traceback is not None:
        code = traceback.tb_frame.f_code
        if code.co_filename.startswith(_PACKAGE):
            place = f"{Path(code.co_filename).stem}:{traceback.tb_lineno}" if _is_reading(code.co_filename) else None
        traceback = traceback.tb_next
    return place


def _is_reading(file_name: str) -> bool:
    return file_name.startswith(_STORE) and Path(file_name).name not in ("store.py", "errors.py")
