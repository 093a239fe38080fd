"""The entries of the journal as a table.

| column | value | range |
|---|---|---|
| number | number of the entry in its chain | 1 up |
| when | moment of the change, as an ISO date and time | |
| who | id of the account | |
| assessment | id of the assessment, `store` for the installation; in the journal of everything alone | |
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from assessment.domain.journal import JournalPage, Recorded
from assessment.views.journal.named import Named, account_name, chain_name, named
from assessment.views.journal.values import before_and_after
from assessment.views.model import Cell, Column, Kind, Row, Table, View
from assessment.views.wording import journal as words
from assessment.views.wording.numbers import whole_text


def journal_view(
    page: JournalPage, local_time: Callable[[datetime], datetime], *, is_of_everything: bool = False
) -> View:
    """A row for each entry, the newest first; `local_time` puts a moment into the reader's time zone."""
    names = {chain_id: named(page.names, chain_id) for chain_id in {entry.chain_id for entry in page.entries}}
    assessment = (Column(id="assessment", name=words.ASSESSMENT_COLUMN),) if is_of_everything else ()
    table = Table(
        id="journal",
        title=words.QUESTION,
        columns=(
            Column(id="number", name=words.NUMBER_COLUMN, kind=Kind.NUMBER),
            Column(id="when", name=words.WHEN_COLUMN),
            Column(id="who", name=words.WHO_COLUMN),
            *assessment,
            Column(id="what", name=words.WHAT_COLUMN),
            Column(id="before", name=words.BEFORE_COLUMN),
            Column(id="after", name=words.AFTER_COLUMN),
        ),
        rows=tuple(
            _row(entry, names[entry.chain_id], local_time, is_of_everything=is_of_everything) for entry in page.entries
        ),
        empty=words.EMPTY,
    )
    return View(
        id="journal",
        question=words.QUESTION,
        finding=words.how_many(len(page.entries), page.count),
        tables=(table,),
        notes=(words.TEXTS_NOTE,),
        empty="" if page.entries else words.EMPTY,
    )


def actor_names(page: JournalPage) -> Mapping[str, str]:
    """Who made entries, by id, for a filter."""
    return {one: account_name(page.names, one) for one in page.actor_ids}


def kind_names(page: JournalPage) -> Mapping[str, str]:
    """The kinds of things there may be entries of, for a filter, by name."""
    named_kinds = {noun: words.KINDS.get(noun, words.OTHER_KIND) for noun in page.nouns}
    return dict(sorted(named_kinds.items(), key=lambda one: one[1]))


def _row(entry: Recorded, named: Named, local_time: Callable[[datetime], datetime], *, is_of_everything: bool) -> Row:
    before, after = before_and_after(entry, named)
    assessment = (Cell(text=chain_name(named.names, entry.chain_id), value=entry.chain_id),) if is_of_everything else ()
    return Row(
        id=f"{entry.chain_id} {entry.seq}",
        cells=(
            Cell(text=whole_text(entry.seq), value=entry.seq),
            Cell(text=words.moment(local_time(entry.at)), value=entry.at.isoformat()),
            Cell(text=account_name(named.names, entry.actor_id), value=entry.actor_id),
            *assessment,
            Cell(text=named.thing(entry)),
            Cell(text=before),
            Cell(text=after),
        ),
    )
