"""Beside the processes: hand-offs, transitions, owners, technology, sourcing and the services that lean on them."""

from __future__ import annotations

from assessment.domain.answered.entries import AnswerKind
from assessment.domain.authored.content import RatingLetter
from assessment.reporting.document.means import build_owners, build_sourcing, build_technology
from assessment.reporting.document.model import Cell, Chapter, Column, Row, Table, TableChapter, Track
from assessment.reporting.document.parts import Parts
from assessment.reporting.wording import NO_VALUE, counted, listed

PLACE_TICKS = tuple(place * 20.0 for place in range(6))


def build_organisation(parts: Parts) -> tuple[TableChapter, ...]:
    """Every chapter beside the processes, in the report's order."""
    return (
        _linkages(parts),
        _transitions(parts),
        build_owners(parts),
        build_technology(parts),
        build_sourcing(parts),
        _services(parts),
    )


def _linkages(parts: Parts) -> TableChapter:
    by_id = {linkage.id: linkage for linkage in parts.framework.linkages}
    broken = {hand_off.linkage_id for hand_off in parts.result.broken_hand_offs}
    rated = [rating for rating in parts.assessment.linkage_ratings if rating.linkage_id in by_id]
    rows = []
    for rating in sorted(
        rated, key=lambda rating: (rating.linkage_id not in broken, rating.answer.code or 0, rating.linkage_id)
    ):
        linkage = by_id[rating.linkage_id]
        if linkage.from_process not in parts.assessment.scope or linkage.to_process not in parts.assessment.scope:
            continue
        status = "broken" if rating.linkage_id in broken else ""
        rows.append(
            Row(
                cells=(
                    Cell(text=parts.process_name(linkage.from_process)),
                    Cell(text=parts.process_name(linkage.to_process)),
                    Cell(text=linkage.flow, note=rating.note or ""),
                    _rating_cell(rating.answer.kind, rating.answer.code),
                    Cell(text=status, style="strong"),
                )
            )
        )
    table = Table(
        name="hand-offs",
        caption="Hand-offs as rated, broken ones first",
        columns=(
            Column(name="From", width=20),
            Column(name="To", width=20),
            Column(name="What is handed over", width=42),
            Column(name="Rating", style="mark", width=8),
            Column(name="Status", width=10),
        ),
        rows=tuple(rows),
        empty="No hand-off between processes was rated.",
    )
    count = len(broken)
    lead = "No hand-off was rated."
    if rows:
        verb = "is" if count == 1 else "are"
        lead = f"{count} of {counted(len(rows), 'rated hand-off')} {verb} broken: below L, into a process with a need."
    return TableChapter(
        chapter=Chapter(anchor="linkages", title="Where processes hand over", lead=(lead,)), tables=(table,)
    )


def _rating_cell(kind: AnswerKind, code: int | None) -> Cell:
    if kind is AnswerKind.RATED and code is not None:
        return Cell(text=tuple(RatingLetter)[code].value, chip=f"rating-{code}")
    return Cell(text=NO_VALUE, spoken=kind.value)


def _transitions(parts: Parts) -> TableChapter:
    places = {place.transition_id: place for place in parts.assessment.transitions}
    rows = []
    for transition in parts.framework.transitions:
        place = places.get(transition.id)
        if place is None or (place.as_is is None and place.to_be is None):
            continue
        as_is = None if place.as_is is None else 20.0 * place.as_is
        to_be = None if place.to_be is None else 20.0 * place.to_be
        rows.append(
            Row(
                cells=(
                    Cell(text=transition.from_name),
                    Cell(
                        track=Track(
                            ticks=PLACE_TICKS,
                            line=None if as_is is None or to_be is None else (as_is, to_be),
                            dot=as_is,
                            diamond=to_be,
                        ),
                    ),
                    Cell(text=transition.to_name, note=place.note or ""),
                    Cell(text=NO_VALUE if place.as_is is None else str(place.as_is)),
                    Cell(text=NO_VALUE if place.to_be is None else str(place.to_be)),
                )
            )
        )
    table = Table(
        name="transitions",
        caption="Where the organisation stands between two attitudes, 0 to 5: now (dot) and wanted (diamond)",
        columns=(
            Column(name="From", width=25),
            Column(name="0 to 5", style="track", width=30),
            Column(name="To", width=29),
            Column(name="Now", style="number", width=7),
            Column(name="Wanted", style="number", width=9),
        ),
        rows=tuple(rows),
        empty="No transition was placed.",
    )
    placed = (
        f"{len(rows)} of {counted(len(parts.framework.transitions), 'transition')} were placed; none enters a level."
    )
    chapter = Chapter(anchor="transitions", title="How the organisation is changing", lead=(placed,) if rows else ())
    return TableChapter(chapter=chapter, tables=(table,), is_short=True)


def _services(parts: Parts) -> TableChapter:
    levels = {process.process_id: process.level.level for process in parts.result.processes}
    rows = []
    for service in sorted(parts.assessment.critical_services, key=lambda service: (-service.importance, service.name)):
        weakest = [
            process_id
            for process_id in service.process_ids
            if levels.get(process_id) is not None
            and levels[process_id]
            == min(levels[own] or 0 for own in service.process_ids if levels.get(own) is not None)
        ]
        rows.append(
            Row(
                cells=(
                    Cell(text=service.name, style="strong"),
                    Cell(text=str(service.importance)),
                    Cell(text=listed(parts.process_names(service.process_ids)) or NO_VALUE),
                    Cell(text=listed(parts.process_names(tuple(weakest))) or NO_VALUE),
                )
            )
        )
    table = Table(
        name="services",
        caption="The services that matter and what they lean on",
        columns=(
            Column(name="Service", width=24),
            Column(name="Importance", style="number", width=12),
            Column(name="Leans on", width=38),
            Column(name="Weakest of these", width=26),
        ),
        rows=tuple(rows),
        empty="No critical service was recorded.",
    )
    chapter = Chapter(anchor="services", title="Which business services lean on what")
    return TableChapter(chapter=chapter, tables=(table,), is_short=True)
