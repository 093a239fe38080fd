"""Stores to test on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment.store import Store, open_store
from tests.store.databases import cluster, database_url, migrated_database

__all__ = ["cluster", "database_url", "migrated_database", "store"]


@pytest.fixture
def store(database_url: str, tmp_path: Path) -> Iterator[Store]:
    """An open, empty store."""
    opened = open_store(database_url, tmp_path)
    yield opened
    opened.close()
