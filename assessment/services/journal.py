"""The journal: who changed what and when, of one assessment or of everything, and whether its chains are whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from assessment.domain.answered.assessment import CriticalService, Respondent
from assessment.domain.journal import (
    INSTALLATION,
    ChainCheck,
    ChainNames,
    JournalFilter,
    JournalNames,
    JournalPage,
    Recorded,
)
from assessment.errors import NotAvailable
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.repository import Repository, stored_header
from assessment.store import NOUNS, Reader, StoredHeader

ENTRIES_ON_A_PAGE = 50
ENTRIES_IN_A_FILE = 200_000


class JournalService:
    """The journal, read and verified."""

    def __init__(self, repository: Repository) -> None:
        self.rights = repository.rights
        self._repository = repository

    @operation("journal.read", Permission.EDIT, on=Subject.ASSESSMENT)
    def read(
        self,
        permit: Permit,
        assessment_id: str,
        wanted: JournalFilter = JournalFilter(),  # noqa: B008  # frozen
        *,
        limit: int = ENTRIES_ON_A_PAGE,
        skip: int = 0,
    ) -> JournalPage:
        """The wanted entries of one assessment, the newest first, `limit` of them behind the first `skip`."""
        del permit
        with self._repository.store.reading() as reader:
            stored_header(reader, assessment_id)
            return self._page(reader, assessment_id, wanted, limit, skip)

    @operation("journal.read-all", Permission.ADMINISTER, on=Subject.INSTALLATION)
    def read_all(
        self,
        permit: Permit,
        wanted: JournalFilter = JournalFilter(),  # noqa: B008  # frozen
        *,
        limit: int = ENTRIES_ON_A_PAGE,
        skip: int = 0,
    ) -> JournalPage:
        """The wanted entries of every chain, the newest first; with a limit of 0 only what there is to filter by."""
        del permit
        with self._repository.store.reading() as reader:
            return self._page(reader, None, wanted, limit, skip)

    @operation("journal.verify", Permission.READ, on=Subject.ASSESSMENT)
    def verify(self, permit: Permit, assessment_id: str) -> ChainCheck:
        """Whether the chain of one assessment is whole."""
        del permit
        with self._repository.store.reading() as reader:
            return _check(reader, assessment_id, stored_header(reader, assessment_id).header.name)

    @operation("journal.verify-all", Permission.ADMINISTER, on=Subject.INSTALLATION)
    def verify_all(self, permit: Permit) -> tuple[ChainCheck, ...]:
        """Whether each chain is whole: the installation's own, every assessment's; then what removed ones left"""
        del permit
        with self._repository.store.reading() as reader:
            names = {one.header.id: one.header.name for one in _all_headers(reader)}
            present = [_check(reader, chain.id, names.get(chain.id)) for chain in reader.journals.chains()]
            return (*present, *(_gone(entry) for entry in reader.journals.removed()))

    def _page(self, reader: Reader, chain_id: str | None, wanted: JournalFilter, limit: int, skip: int) -> JournalPage:
        entries = reader.journals.entries(chain_id, wanted, limit=limit, skip=skip)
        return JournalPage(
            entries=entries,
            count=reader.journals.count(chain_id, wanted) if limit else 0,
            names=self._names(reader, entries),
            actor_ids=reader.journals.actor_ids(chain_id),
            nouns=NOUNS,
        )

    def _names(self, reader: Reader, entries: Iterable[Recorded]) -> JournalNames:
        chain_ids = {entry.chain_id for entry in entries}
        headers = {stored.header.id: stored for stored in _all_headers(reader)}
        named_ids = headers if INSTALLATION in chain_ids else chain_ids & headers.keys()
        return JournalNames(
            accounts={account.id: account.name for account in reader.access.accounts()},
            things=_things(reader) if INSTALLATION in chain_ids else {},
            chains={one: self._chain_names(reader, headers[one], is_whole=one in chain_ids) for one in named_ids},
        )

    def _chain_names(self, reader: Reader, stored: StoredHeader, *, is_whole: bool) -> ChainNames:
        """What things of an assessment are called; without the names of people unless the whole is wanted."""
        assessment_id, framework = stored.header.id, self._repository.pinned(reader, stored)
        if not is_whole:
            return ChainNames(header=stored.header, framework=framework)
        return ChainNames(
            header=stored.header,
            framework=framework,
            respondents=tuple(one.entry for one in reader.entries(assessment_id, Respondent)),
            services={one.entry.id: one.entry.name for one in reader.entries(assessment_id, CriticalService)},
            people=reader.journals.person_names(assessment_id),
        )


def _things(reader: Reader) -> Mapping[tuple[str, str], str]:
    organisations = reader.organisations()
    return {
        **{("organisation", one.id): one.name for one in organisations},
        **{("unit", unit.id): unit.name for one in organisations for unit in one.units},
        **{("layout", stored.layout.id): stored.layout.name for stored in reader.layouts()},
        **{("assessment", check.chain_id): check.name for check in map(_gone, reader.journals.removed()) if check.name},
    }


def _all_headers(reader: Reader) -> tuple[StoredHeader, ...]:
    return (*reader.headers(), *reader.binned_headers())


def _check(reader: Reader, chain_id: str, name: str | None) -> ChainCheck:
    chain = reader.journals.chain(chain_id)
    if chain is None:
        raise NotAvailable("This journal")
    broken_at = reader.broken_link(None if chain_id == INSTALLATION else chain_id)
    return ChainCheck(chain_id=chain_id, name=name, revision=chain.revision, head=chain.head, broken_at=broken_at)


def _gone(entry: Recorded) -> ChainCheck:
    """What is left of the chain of an assessment that was removed for good."""
    before = entry.before or {}
    return ChainCheck(
        chain_id=entry.key[0],
        name=before.get("name"),
        revision=before.get("revision", 0),
        head=before.get("head", ""),
        is_removed=True,
    )
