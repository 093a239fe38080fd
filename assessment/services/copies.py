"""Copies of the whole database, taken while people answer, put back into an empty place; and checking a database."""

from __future__ import annotations

from pathlib import Path

from assessment.domain.checked import DatabaseCheck
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.repository import Repository
from assessment.settings import Settings
from assessment.store import restore


class CopyService:
    """Copies and checks of everything; for administrators."""

    def __init__(self, repository: Repository, kept_count: int) -> None:
        self.rights = repository.rights
        self._store = repository.store
        self._kept_count = kept_count

    @operation("copies.back-up", Permission.ADMINISTER, on=Subject.INSTALLATION)
    def back_up(self, permit: Permit, target: Path) -> None:
        """Write a copy of the database as it is at one moment; InvalidInput where it cannot be written there."""
        del permit
        self._store.back_up(target)

    @operation("copies.daily", Permission.ADMINISTER, on=Subject.INSTALLATION)
    def daily(self, permit: Permit) -> Path | None:
        """Make the copy of today and drop those beyond the number kept; None where it is there already."""
        del permit
        return self._store.back_up_daily(self._kept_count)

    @operation("copies.check", Permission.ADMINISTER, on=Subject.INSTALLATION)
    def check(self, permit: Permit) -> DatabaseCheck:
        """Everything that is wrong with the database."""
        del permit
        return self._store.check()


def restore_database(settings: Settings, source: Path, *, as_it_is: bool) -> DatabaseCheck:
    """Put a copy where the settings say that the database is; for whoever runs commands on the machine itself.

    Raises InvalidInput or StoreUnavailable where it cannot be taken or the place is not empty; nothing was changed.
    """
    return restore(settings.database_url, settings.data_folder, source, as_it_is=as_it_is)
