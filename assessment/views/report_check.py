"""Whether a file still says what its assessment comes to: how much was compared, and each place that differs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from assessment.domain.anchor import AnchorState
from assessment.domain.rereading import PlaceDifference, PlaceKind
from assessment.views.model import Cell, Column, Fact, Row, Table, View
from assessment.views.report import SHORT_HASH_LENGTH
from assessment.views.stamp import Stamp
from assessment.views.wording import report_check as words
from assessment.views.wording.numbers import long_date

SHOWN_CHARACTERS = 200


def report_check_view(
    stamp: Stamp,
    version: str,
    value_count: int,
    differences: Sequence[PlaceDifference],
    *,
    is_identical: bool,
    anchor: AnchorState = AnchorState.NONE,
    is_former: bool = False,
) -> View:
    """The finding, what the file was made from, and a row a place that differs."""
    is_other = stamp.product_version != version
    return View(
        id="report-check",
        question=words.QUESTION,
        finding=words.finding(value_count, len(differences)),
        facts=(
            Fact(id="kind", label=words.KIND, text=words.KINDS.get(stamp.kind, stamp.kind), value=stamp.kind),
            Fact(
                id="snapshot",
                label=words.SNAPSHOT,
                text=stamp.snapshot_hash[:SHORT_HASH_LENGTH],
                value=stamp.snapshot_hash,
            ),
            Fact(id="printed", label=words.PRINTED, text=long_date(stamp.printed_on)),
            *(
                (Fact(id="journal", label=words.JOURNAL, text=words.ANCHORS[anchor], value=stamp.anchor.seq),)
                if stamp.anchor is not None
                else ()
            ),
            Fact(id="version", label=words.VERSION, text=stamp.product_version),
        ),
        tables=(_table(differences),) if differences else (),
        notes=tuple(
            note
            for note, holds in (
                (words.FORMER, is_former),
                (words.other_version(stamp.product_version, version), is_other),
                (words.ANCHOR_MISSING, anchor is AnchorState.MISSING),
                (words.IDENTICAL, is_identical),
                (words.NOT_IDENTICAL, not is_identical and not differences),
            )
            if holds
        ),
    )


def place_text(kind: PlaceKind, parts: Sequence[str]) -> str:
    """Where something stands, as one finds it in the file."""
    return _PLACES[kind](*parts)


def _table(differences: Sequence[PlaceDifference]) -> Table:
    return Table(
        id="differences",
        title=words.TITLE,
        columns=(
            Column(id="place", name=words.PLACE_COLUMN),
            Column(id="found", name=words.FOUND_COLUMN),
            Column(id="wanted", name=words.WANTED_COLUMN),
        ),
        rows=tuple(
            Row(
                id=f"difference-{number}",
                cells=(
                    Cell(text=place_text(one.kind, one.parts), value=":".join((one.kind.value, *one.parts))),
                    Cell(text=_shown(one.found), value=one.found),
                    Cell(text=_shown(one.wanted), value=one.wanted),
                ),
            )
            for number, one in enumerate(differences, start=1)
        ),
        empty="",
    )


def _shown(text: str | None) -> str:
    """A text on one line, without what a terminal would act on."""
    if not text:
        return words.NOTHING
    line = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    return line if len(line) <= SHOWN_CHARACTERS else f"{line[:SHOWN_CHARACTERS]}…"


_PLACES: Mapping[PlaceKind, Callable[..., str]] = {
    PlaceKind.PAGE: words.page,
    PlaceKind.CELL: words.cell,
    PlaceKind.SLIDE: words.slide,
    PlaceKind.ROW: words.row,
    PlaceKind.PART: words.part,
}
