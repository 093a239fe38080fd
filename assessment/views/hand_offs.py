"""Hand-offs between processes in scope: who supplies whom, how well that works, and which are broken.

| column of the list | value | range |
|---|---|---|
| rating | code of the hand-off, None where it has none | 0 to 5 |
| state | `broken` or None | |
| plan | `binds` or None | |

A rated hand-off is one of `result.rated_linkage_ids`: it has a code and both ends in scope (METHOD.md section 12).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.answered.entries import AnswerKind
from assessment.domain.answered.organisation import LinkageRating
from assessment.domain.authored.content import Linkage
from assessment.domain.computed import Computed
from assessment.domain.planning.leverage import hard_linkage_ids
from assessment.domain.rating.hand_offs import linkages_in_scope
from assessment.domain.rating.scale import LETTERS
from assessment.views.items import letter_cell
from assessment.views.model import Cell, Column, Kind, LegendEntry, Mark, Row, Table, View
from assessment.views.names import process_name
from assessment.views.wording import hand_offs as words
from assessment.views.wording.numbers import NO_DATA, NO_VALUE
from assessment.views.wording.terms import LINKAGE_KINDS

BLANK = "blank"
BROKEN, BINDS = "broken", "binds"
STRONG = frozenset({Mark.STRONG})


class Shown(StrEnum):
    """Which hand-offs a list shows."""

    BROKEN = "broken"
    RATED = "rated"
    WORKING = "working"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOffsView(View):
    """The rated hand-offs as a list, and all in scope as a matrix: a row a supplier, a column a receiver."""

    matrix: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class _HandOff:
    """A linkage in scope with what was said of it; `code` is None unless it is rated."""

    linkage: Linkage
    rating: LinkageRating | None
    code: int | None
    is_broken: bool
    is_hard: bool


def hand_offs_view(computed: Computed) -> HandOffsView:
    """How many hand-offs are broken, where most of them meet, the rated ones, and the matrix of all."""
    found = _hand_offs(computed)
    return HandOffsView(
        id="hand-offs",
        question=words.QUESTION,
        finding=_finding(computed, len(found)),
        tables=(hand_off_list(computed, Shown.RATED),),
        notes=_notes(computed, found),
        empty="" if found else words.EMPTY,
        matrix=_matrix(computed, found),
    )


def hand_off_list(computed: Computed, shown: Shown, process_id: str | None = None) -> Table:
    """Some of the hand-offs in scope, broken ones first, then the lowest rated; of one process, or of all for None."""
    chosen = [
        one
        for one in _hand_offs(computed)
        if _is_shown(one, shown) and process_id in (None, one.linkage.from_process, one.linkage.to_process)
    ]
    is_rated = bool(computed.result.rated_linkage_ids)
    return Table(
        id="hand-offs",
        title=words.LIST_TITLE,
        measure=words.LIST_MEASURE,
        columns=(
            Column(id="from", name=words.FROM_COLUMN, width=14),
            Column(id="to", name=words.TO_COLUMN, width=14),
            Column(id="flow", name=words.FLOW_COLUMN, width=42),
            Column(id="kind", name=words.KIND_COLUMN, width=10, meaning=words.KIND_MEANING),
            Column(id="rating", name=words.RATING_COLUMN, kind=Kind.MARK, width=7, meaning=words.RATING_MEANING),
            Column(id="state", name=words.STATE_COLUMN, width=7, meaning=words.STATE_MEANING),
            Column(id="plan", name=words.PLAN_COLUMN, width=6, meaning=words.PLAN_MEANING),
        ),
        rows=tuple(_row(computed, one) for one in sorted(chosen, key=_urgency)),
        empty=words.LIST_EMPTY if is_rated else words.none_rated(len(_hand_offs(computed))),
    )


def broken_hand_offs_view(computed: Computed) -> View:
    """The broken hand-offs alone; the others stand in `working_hand_offs_view`."""
    whole = hand_offs_view(computed)
    working = hand_off_list(computed, Shown.WORKING)
    left_out = (words.working_elsewhere(len(working.rows)),) if working.rows else ()
    return View(
        id=whole.id,
        question=whole.question,
        finding=whole.finding,
        tables=(hand_off_list(computed, Shown.BROKEN),),
        notes=(*whole.notes, *left_out),
        empty=whole.empty,
    )


def working_hand_offs_view(computed: Computed) -> View:
    """The rated hand-offs that are not broken."""
    table = hand_off_list(computed, Shown.WORKING)
    return View(
        id="hand-offs-working",
        question=words.WORKING_QUESTION,
        finding=words.working_finding(len(table.rows)),
        tables=(table,),
        empty="" if table.rows else words.NO_WORKING,
    )


def _is_shown(one: _HandOff, shown: Shown) -> bool:
    if shown is Shown.ALL:
        return True
    if shown is Shown.BROKEN:
        return one.is_broken
    return one.code is not None and not (shown is Shown.WORKING and one.is_broken)


def _hand_offs(computed: Computed) -> tuple[_HandOff, ...]:
    """Every linkage with both ends in scope, in the framework's order."""
    framework, assessment = computed.framework, computed.assessment
    ratings = {rating.linkage_id: rating for rating in assessment.linkage_ratings}
    broken = {entry.linkage_id for entry in computed.result.broken_hand_offs}
    hard_ids = hard_linkage_ids(framework, assessment.roadmap)
    found: list[_HandOff] = []
    for linkage in linkages_in_scope(framework, assessment):
        rating = ratings.get(linkage.id)
        found.append(
            _HandOff(
                linkage=linkage,
                rating=rating,
                code=None if rating is None else rating.answer.code,
                is_broken=linkage.id in broken,
                is_hard=linkage.id in hard_ids,
            )
        )
    return tuple(found)


def _urgency(one: _HandOff) -> tuple[bool, int]:
    return not one.is_broken, len(LETTERS) if one.code is None else one.code


def _row(computed: Computed, one: _HandOff) -> Row:
    linkage = one.linkage
    return Row(
        id=linkage.id,
        cells=(
            Cell(text=process_name(computed.framework, linkage.from_process), value=linkage.from_process),
            Cell(text=process_name(computed.framework, linkage.to_process), value=linkage.to_process),
            Cell(text=linkage.flow, note=_note(one)),
            Cell(text=LINKAGE_KINDS[linkage.kind], value=linkage.kind.value),
            _rating_cell(one),
            Cell(text=words.BROKEN, value=BROKEN, marks=STRONG) if one.is_broken else Cell(),
            Cell(text=words.BINDS, value=BINDS) if one.is_hard else Cell(),
        ),
    )


def _rating_cell(one: _HandOff) -> Cell:
    if one.code is not None:
        return letter_cell(one.code)
    if one.rating is None:
        return Cell(text=NO_DATA, style=BLANK, spoken=words.NOT_RATED)
    if one.rating.answer.kind is AnswerKind.NOT_APPLICABLE:
        return Cell(text=NO_VALUE, style=BLANK, spoken=words.NOT_APPLICABLE)
    return Cell(text=words.DONT_KNOW_SIGN, style=BLANK, spoken=words.DONT_KNOW)


def _note(one: _HandOff) -> str:
    if one.rating is None:
        return ""
    return one.rating.note or one.rating.answer.reason or ""


def _finding(computed: Computed, scope_count: int) -> str:
    rated_count, broken_count = len(computed.result.rated_linkage_ids), len(computed.result.broken_hand_offs)
    if not scope_count:
        return words.none_in_scope()
    if not rated_count:
        return words.none_rated(scope_count)
    if not broken_count:
        return words.none_broken(rated_count, scope_count)
    return words.broken_of_rated(broken_count, rated_count, scope_count)


def _notes(computed: Computed, found: Sequence[_HandOff]) -> tuple[str, ...]:
    if found and not computed.result.rated_linkage_ids:
        return (words.rate_them(),)
    ends = Counter(
        process_id
        for one in found
        if one.is_broken
        for process_id in (one.linkage.from_process, one.linkage.to_process)
    )
    most = max(ends.values(), default=0)
    if most < 2:
        return ()
    names = [process_name(computed.framework, own) for own in computed.assessment.scope if ends[own] == most]
    return (words.most_broken(names, most),)


def _matrix(computed: Computed, found: Sequence[_HandOff]) -> Table:
    """Suppliers by receivers, in the model's order; of several hand-offs between the same two, the weakest stands."""
    by_pair: dict[tuple[str, str], list[_HandOff]] = {}
    for one in sorted(found, key=_urgency):
        by_pair.setdefault((one.linkage.from_process, one.linkage.to_process), []).append(one)
    scope = computed.assessment.scope
    suppliers = [own for own in scope if any(own == supplier for supplier, _ in by_pair)]
    receivers = [own for own in scope if any(own == receiver for _, receiver in by_pair)]
    return Table(
        id="hand-off-matrix",
        title=words.MATRIX_TITLE,
        measure=words.MATRIX_MEASURE,
        columns=(
            Column(id="from", name=words.FROM_COLUMN),
            *(Column(id=own, name=process_name(computed.framework, own), kind=Kind.MARK) for own in receivers),
        ),
        rows=tuple(_matrix_row(computed, supplier, receivers, by_pair) for supplier in suppliers),
        empty=words.EMPTY,
        legend=_legend(found),
    )


def _matrix_row(
    computed: Computed,
    supplier: str,
    receivers: Sequence[str],
    by_pair: Mapping[tuple[str, str], Sequence[_HandOff]],
) -> Row:
    name = Cell(text=process_name(computed.framework, supplier), value=supplier)
    cells = (_matrix_cell(computed, by_pair.get((supplier, receiver), ())) for receiver in receivers)
    return Row(id=supplier, cells=(name, *cells))


def _matrix_cell(computed: Computed, between: Sequence[_HandOff]) -> Cell:
    if not between:
        return Cell()
    weakest = _rating_cell(between[0])
    spoken = "; ".join(_spoken(computed, one) for one in between)
    marks = STRONG if between[0].is_broken else frozenset[Mark]()
    return Cell(text=weakest.text, value=weakest.value, style=weakest.style, marks=marks, spoken=spoken)


def _spoken(computed: Computed, one: _HandOff) -> str:
    linkage, cell = one.linkage, _rating_cell(one)
    sentence = words.spoken_broken if one.is_broken else words.spoken
    return sentence(
        process_name(computed.framework, linkage.from_process),
        process_name(computed.framework, linkage.to_process),
        linkage.flow,
        cell.spoken or cell.text,
    )


def _legend(found: Sequence[_HandOff]) -> tuple[LegendEntry, ...]:
    """The scale, and the signs that stand in the matrix."""
    scale = tuple(LegendEntry(style=f"rating-{code}", text=letter.value) for code, letter in enumerate(LETTERS))
    shown = {_rating_cell(one).text for one in found}
    blanks = ((NO_DATA, words.NOT_RATED), (NO_VALUE, words.NOT_APPLICABLE), (words.DONT_KNOW_SIGN, words.DONT_KNOW))
    broken = LegendEntry(style="", marks=STRONG, sign=words.BROKEN_SIGN, text=words.LEGEND_BROKEN)
    return (
        *scale,
        *((broken,) if any(one.is_broken for one in found) else ()),
        *(LegendEntry(style=BLANK, sign=sign, text=text) for sign, text in blanks if sign in shown),
    )
