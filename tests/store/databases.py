"""The databases that tests of store and services run on: SQLite always, PostgreSQL where it is installed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url

from assessment.store import open_store
from tests.store.cluster import Cluster, running_cluster, server_folder


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL server of the tests' own."""
    programs = server_folder()
    if programs is None:
        # make test installs a server; a bare pytest elsewhere may have none, and its SQLite half still tells
        pytest.skip("no PostgreSQL server is installed here that the tests may start")
    with running_cluster(programs) as running:
        yield running


@pytest.fixture(scope="session")
def migrated_database(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of a PostgreSQL database with all tables and no rows, to copy."""
    url = cluster.new_database()
    open_store(url, tmp_path_factory.mktemp("migrated")).close()
    return str(make_url(url).database)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database without rows, of each kind in turn."""
    if request.param == "sqlite":
        return sqlite_url(tmp_path)
    running: Cluster = request.getfixturevalue("cluster")
    return running.new_database(request.getfixturevalue("migrated_database"))


def sqlite_url(folder: Path) -> str:
    """The URL of a database file in a folder."""
    return f"sqlite:///{folder / 'plumbline.db'}"
