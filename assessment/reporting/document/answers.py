"""Why a number is what it is: attributes, their items, what people answered and what came of it."""

from __future__ import annotations

from assessment.domain.answered.assessment import AgreedValue, Certainty, Note, NoteKind
from assessment.domain.answered.entries import AnswerKind
from assessment.domain.authored.content import Origin, RatingLetter
from assessment.domain.authored.framework import Horizon, Item
from assessment.domain.rating.results import AttributeResult, ItemResult, Outcome, ProcessResult
from assessment.reporting.document.model import Cell, Column, Quote, Row, Table
from assessment.reporting.document.parts import ROLE_WORDS, Parts
from assessment.reporting.wording import NO_DATA, NO_VALUE, counted, listed, number_text, percent_text, share_text

CERTAINTY_WORDS = {
    Certainty.ASSERTED: "asserted",
    Certainty.EVIDENCE_SEEN: "evidence seen",
    Certainty.VERIFIED: "verified",
}


def answers_table(parts: Parts, process: ProcessResult) -> Table:
    """Each attribute with its items: the answers counted, the value that counts, and how far people agree."""
    rows: list[Row] = []
    for attribute in process.attributes:
        if len(attribute.items) == 1 and attribute.items[0].item_id in parts.framework.item_by_id:
            rows.append(_lone_row(parts, attribute))
            continue
        heading = f"{parts.attribute_name(attribute.attribute_id)}: {_attribute_value(attribute)}"
        rows.append(Row(heading=heading, heading_note=_attribute_note(parts, attribute)))
        rows.extend(_item_row(parts, item) for item in attribute.items)
    return Table(
        name=f"answers-{process.process_id}",
        caption="What people answered, and the value that counts",
        columns=(
            Column(name="Question", width=47),
            Column(name="Answers", width=29),
            Column(name="Value", style="mark", width=8),
            Column(name="Agreement", style="number", width=16),
        ),
        rows=tuple(rows),
        empty="Nothing was asked about this process.",
        style="answers",
    )


def reasons_table(parts: Parts, process: ProcessResult) -> Table:
    """What the room agreed on, why, and how sure it is."""
    agreed = [value for value in parts.assessment.agreed if _is_of(parts, value.item_id, process.process_id)]
    return Table(
        name=f"agreed-{process.process_id}",
        caption="Agreed in the room",
        columns=(
            Column(name="Question", width=30),
            Column(name="Value", style="mark", width=8),
            Column(name="Reason", width=48),
            Column(name="How sure", width=14),
        ),
        rows=tuple(
            Row(
                cells=(
                    Cell(
                        text=parts.framework.item_by_id[value.item_id].name,
                        note="to-be" if value.horizon is Horizon.TO_BE else "",
                    ),
                    _agreed_cell(value),
                    Cell(text=value.note),
                    Cell(text=CERTAINTY_WORDS[value.certainty]),
                )
            )
            for value in agreed
        ),
        empty="No value was agreed by hand; each is the lower median of the answers.",
    )


def quotes(parts: Parts, process: ProcessResult) -> tuple[Quote, ...]:
    """What people said and showed, where the facilitator released it."""
    return tuple(
        Quote(text=note.text, who=_speaker(parts, note), where=parts.framework.item_by_id[note.item_id].name)
        for note in parts.assessment.notes
        if note.is_released and _is_of(parts, note.item_id, process.process_id)
    )


def overlaps(parts: Parts, process: ProcessResult) -> tuple[str, ...]:
    """Which activities are asked in another process, so that nothing is asked twice."""
    said = []
    for activity in parts.framework.process_by_id[process.process_id].activities:
        for item_id in activity.overlaps:
            other = parts.framework.item_by_id[item_id]
            said.append(f"{activity.name}: see '{other.name}' in {parts.process_name(other.process_id)}.")
    return tuple(said)


def _is_of(parts: Parts, item_id: str, process_id: str) -> bool:
    item = parts.framework.item_by_id.get(item_id)
    return item is not None and item.process_id == process_id


def _attribute_value(attribute: AttributeResult) -> str:
    if attribute.outcome is Outcome.NOT_APPLICABLE:
        return "not applicable"
    if attribute.outcome is Outcome.UNRATED or attribute.letter is None:
        return "no evidence, counted as N"
    return f"{attribute.letter.value} ({percent_text(attribute.percent)})"


def _attribute_note(parts: Parts, attribute: AttributeResult) -> str:
    if attribute.outcome is Outcome.NOT_APPLICABLE:
        return ""
    said = [f"for level {parts.framework.attribute_by_id[attribute.attribute_id].level}"]
    if attribute.coverage_share is not None and attribute.coverage_share < 1:
        said.append(f"{share_text(attribute.coverage_share)} answered")
    if attribute.low_percent != attribute.high_percent:
        said.append(f"could be {percent_text(attribute.low_percent)} to {percent_text(attribute.high_percent)}")
    if attribute.is_capped:
        names = [parts.framework.item_by_id[item_id].name for item_id in attribute.capped_by]
        said.append(f"held at 85 % by {listed(names, limit=2)}")
    return "; ".join(said)


def _lone_row(parts: Parts, attribute: AttributeResult) -> Row:
    """An attribute with a single question: heading and question in one row."""
    row = _item_row(parts, attribute.items[0])
    item = parts.framework.item_by_id[attribute.items[0].item_id]
    notes = [f"{_attribute_value(attribute)} {_attribute_note(parts, attribute)}", _item_note(parts, item)]
    first = Cell(
        text=parts.attribute_name(attribute.attribute_id),
        style="strong",
        note="; ".join(note for note in notes if note),
    )
    return Row(cells=(first, *row.cells[1:]))


def _item_row(parts: Parts, result: ItemResult) -> Row:
    item = parts.framework.item_by_id[result.item_id]
    return Row(
        cells=(
            Cell(text=item.name, note=_item_note(parts, item)),
            Cell(text=answer_words(result, parts.assessment.header.anonymity_floor)),
            _value_cell(result),
            Cell(text=_agreement(result)),
        )
    )


def _item_note(parts: Parts, item: Item) -> str:
    notes = []
    process = parts.framework.process_by_id[item.process_id]
    if item.origin is Origin.EXTENSION and process.origin is Origin.PAPER:
        notes.append("extension")
    if item.weight == 0:
        notes.append("asked, not counted")
    elif item.weight != 1:
        notes.append(f"weight {number_text(item.weight)}")
    flag = next((flag for flag in parts.assessment.flags if flag.item_id == item.id), None)
    if flag is not None:
        notes.append(f"marked for review{': ' + flag.reason if flag.reason else ''}")
    return "; ".join(notes)


def answer_words(result: ItemResult, anonymity_floor: int) -> str:
    """The answers to an item counted by letter; below the anonymity floor only how many there are."""
    total = sum(result.code_counts) + result.not_applicable_count + result.dont_know_count
    if not total:
        return "no answer"
    if total < anonymity_floor:
        return f"{counted(total, 'answer')}, too few to print apart"
    words = [
        f"{count} × {letter.value}" for letter, count in zip(RatingLetter, result.code_counts, strict=True) if count
    ]
    if result.not_applicable_count:
        words.append(f"{result.not_applicable_count} not applicable")
    if result.dont_know_count:
        words.append(f"{result.dont_know_count} don't know")
    return ", ".join(words)


def _value_cell(result: ItemResult) -> Cell:
    if result.outcome is Outcome.NOT_APPLICABLE:
        return Cell(text=NO_VALUE, style="blank", spoken="not applicable")
    if result.code is None:
        return Cell(text=NO_DATA, style="blank", spoken="no value")
    return Cell(text=tuple(RatingLetter)[result.code].value, chip=f"rating-{result.code}")


def _agreed_cell(value: AgreedValue) -> Cell:
    if value.answer.kind is AnswerKind.NOT_APPLICABLE or value.answer.code is None:
        return Cell(text=NO_VALUE, spoken="not applicable")
    return Cell(text=tuple(RatingLetter)[value.answer.code].value, chip=f"rating-{value.answer.code}")


def _agreement(result: ItemResult) -> str:
    if result.is_agreed:
        return "agreed"
    return NO_VALUE if result.consensus_share is None else share_text(result.consensus_share)


def _speaker(parts: Parts, note: Note) -> str:
    respondent = parts.assessment.respondent_by_id.get(note.respondent_id)
    kind = "Evidence shown by" if note.kind is NoteKind.EVIDENCE else "Said by"
    if respondent is None:
        return f"{kind} a respondent"
    alike = sum(other.role is respondent.role for other in parts.assessment.respondents)
    if alike < parts.assessment.header.anonymity_floor:
        return f"{kind} a respondent"
    return f"{kind} a {ROLE_WORDS[respondent.role][0]}" if respondent.role.value != "other" else f"{kind} a respondent"
