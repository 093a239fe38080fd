"""The database: tables, one declarative registry of sections, transactions, journal, archive, migrations.

`open_store` checks, backs up and migrates a database and gives a `Store`; `Store.reading` and `Store.writing` give a
`Reader` and a `Writer` bound to one transaction. Nothing else in Plumbline knows SQL, and no row leaves this package:
callers see the models of `assessment.domain.answered.assessment`.
"""

from assessment.store.access import AccessReader, AccessWriter
from assessment.store.archive import Snapshot
from assessment.store.bin import Kept
from assessment.store.contents import content_of_entry
from assessment.store.extent import text_length
from assessment.store.headers import StoredHeader
from assessment.store.jobs import StoredJob
from assessment.store.journal import JournalEntry
from assessment.store.journal_reader import NOUNS
from assessment.store.layouts import StoredLayout
from assessment.store.organisations import StoredOrganisation, StoredUnit, folded
from assessment.store.outdated import (
    Outdated,
    OutdatedBenchmark,
    OutdatedHeader,
    OutdatedLayout,
    OutdatedName,
    OutdatedWhole,
)
from assessment.store.portfolio import PortfolioReader, PortfolioWriter, StoredBenchmark, StoredFigures
from assessment.store.reader import AnsweredPlace, Known, Reader, Stored
from assessment.store.restoring import restore
from assessment.store.rooms import OutdatedRoom, PersonalLink, RoomReader, RoomVote, RoomWriter
from assessment.store.sections import SECTIONS, Section, section_of
from assessment.store.store import Store, open_store
from assessment.store.summaries import StoredSummary
from assessment.store.writer import Writer

__all__ = [
    "NOUNS",
    "SECTIONS",
    "AccessReader",
    "AccessWriter",
    "AnsweredPlace",
    "JournalEntry",
    "Kept",
    "Known",
    "Outdated",
    "OutdatedBenchmark",
    "OutdatedHeader",
    "OutdatedLayout",
    "OutdatedName",
    "OutdatedRoom",
    "OutdatedWhole",
    "PersonalLink",
    "PortfolioReader",
    "PortfolioWriter",
    "Reader",
    "RoomReader",
    "RoomVote",
    "RoomWriter",
    "Section",
    "Snapshot",
    "Store",
    "Stored",
    "StoredBenchmark",
    "StoredFigures",
    "StoredHeader",
    "StoredJob",
    "StoredLayout",
    "StoredOrganisation",
    "StoredSummary",
    "StoredUnit",
    "Writer",
    "content_of_entry",
    "folded",
    "open_store",
    "restore",
    "section_of",
    "text_length",
]
