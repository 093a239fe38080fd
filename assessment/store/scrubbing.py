"""Getting what was deleted out of the files of a database: free pages, the log, and rows that are dead."""

from __future__ import annotations

from contextlib import closing

from sqlalchemy import Engine

from assessment.errors import StoreUnavailable
from assessment.store.tables import REGISTRY


def scrub(engine: Engine) -> None:
    """Write the database anew without what was deleted; on SQLite its log is empty then.

    Raises StoreUnavailable where somebody read or wrote for so long that it could not be done.
    """
    if engine.dialect.name == "sqlite":
        _scrub_file(engine)
    else:
        _scrub_server(engine)


def _scrub_file(engine: Engine) -> None:
    with closing(engine.raw_connection()) as connection:
        connection.execute("PRAGMA temp_store=MEMORY").close()
        for _ in range(2):  # what VACUUM writes goes through the log too
            connection.execute("VACUUM").close()
            is_busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            if not is_busy:
                return
    raise StoreUnavailable(
        "it was in use all the time, and its log could not be emptied: what was erased may still stand in it",
        "Wait until nobody works with it, and erase the same name again.",
    )


def _scrub_server(engine: Engine) -> None:
    with engine.connect() as plain:
        connection = plain.execution_options(isolation_level="AUTOCOMMIT")
        for table in REGISTRY.metadata.sorted_tables:
            connection.exec_driver_sql(f'VACUUM (FULL) "{table.name}"')
