"""The database: tables, one declarative registry of sections, transactions, journal, archive, migrations.

`open_store` checks, backs up and migrates a database and gives a `Store`; `Store.reading` and `Store.writing` give a
`Reader` and a `Writer` bound to one transaction. Nothing else in Plumbline knows SQL, and no row leaves this package:
callers see the models of `assessment.domain.answered.assessment`.
"""

from assessment.store.archive import Snapshot
from assessment.store.journal import JournalEntry
from assessment.store.reader import AnsweredPlace, Known, Reader, Stored, StoredHeader
from assessment.store.sections import SECTIONS, Section, section_of
from assessment.store.store import Store, open_store
from assessment.store.writer import Writer

__all__ = [
    "SECTIONS",
    "AnsweredPlace",
    "JournalEntry",
    "Known",
    "Reader",
    "Section",
    "Snapshot",
    "Store",
    "Stored",
    "StoredHeader",
    "Writer",
    "open_store",
    "section_of",
]
