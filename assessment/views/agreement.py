"""How far people agree on a process, what to talk about first, and leadership beside practitioners.

| column, fact | value | range |
|---|---|---|
| alpha | Krippendorff's ordinal alpha | below 0 to 1 |
| within-one | share of answers within one step of the value that counts | 0 to 1 |
| agreement | Tastle-Wierman consensus of a question, share | 0 to 1 |
| leadership, practitioners | percent of full achievement as each side rates it | 0 to 100 |
| difference | leadership minus practitioners, percent points | -100 to 100 |
"""

from __future__ import annotations

from collections.abc import Iterator

from assessment.domain.computed import Computed
from assessment.domain.rating.results import (
    AgreementState,
    Confidence,
    ItemResult,
    LevelBasis,
    PerceptionGap,
    ProcessResult,
)
from assessment.domain.rating.warnings import WarningKind
from assessment.views.items import agreement_cell, answer_words
from assessment.views.model import Cell, Column, Fact, Kind, Row, Table, View
from assessment.views.names import attribute_name, item_name
from assessment.views.wording import agreement as words
from assessment.views.wording.numbers import coefficient_text, nearest, percent_text, share_text, signed_text
from assessment.views.wording.terms import AGREEMENTS

TALK_LIMIT = 5


def agreement_view(computed: Computed, process: ProcessResult) -> View:
    """The agreement of a process and the questions people differ on most."""
    return View(
        id="agreement",
        question=words.QUESTION,
        finding=_finding(process.basis, computed.assessment.header.anonymity_floor),
        facts=tuple(_facts(process.basis)),
        tables=(_talk_table(computed, process),),
        notes=(
            words.UNCHANGED,
            *([words.high_all_the_same()] if is_high_and_split(process) else []),
            *_left_out(computed, process),
        ),
    )


def is_high_and_split(process: ProcessResult) -> bool:
    """Whether confidence is high though people should talk first, of the whole or of a split question."""
    if not process.is_assessed or process.basis.confidence is not Confidence.HIGH:
        return False
    return _asks_to_talk(process)


def _asks_to_talk(process: ProcessResult) -> bool:
    is_split = any(item.is_split for item in to_talk_about(process))
    return is_split or process.basis.agreement is AgreementState.TALK_FIRST


def _left_out(computed: Computed, process: ProcessResult) -> Iterator[str]:
    """That some questions are in none of the numbers, as few people answered them."""
    items = [item for attribute in process.attributes for item in attribute.items]
    count = sum(item.code_counts is None for item in items)
    if count and process.basis.agreement is not AgreementState.NOT_TOLD:
        yield words.left_out(count, computed.assessment.header.anonymity_floor)


def _finding(basis: LevelBasis, floor: int) -> str:
    match basis.agreement:
        case AgreementState.NOT_TOLD:
            return words.not_told(floor)
        case AgreementState.NOT_MEASURED:
            return words.not_measured()
        case AgreementState.UNANIMOUS:
            return words.unanimous()
        case AgreementState.WITHIN_ONE_STEP:
            return words.within_one_step(basis.within_one_share)
        case AgreementState.RELIABLE:
            return words.reliable(basis.alpha)
        case AgreementState.TENTATIVE:
            return words.tentative(basis.alpha)
        case AgreementState.TALK_FIRST:
            return words.talk_first(basis.alpha)


def _facts(basis: LevelBasis) -> Iterator[Fact]:
    yield Fact(id="agreement", label=words.WORD_LABEL, text=AGREEMENTS[basis.agreement], value=basis.agreement.value)
    if basis.alpha is not None:
        yield Fact(
            id="alpha",
            label=words.ALPHA_LABEL,
            text=coefficient_text(basis.alpha),
            value=basis.alpha,
            note=words.ALPHA_NOTE,
        )
    if basis.within_one_share is not None:
        yield Fact(
            id="within-one",
            label=words.WITHIN_ONE_LABEL,
            text=share_text(basis.within_one_share),
            value=basis.within_one_share,
            note=words.WITHIN_ONE_NOTE,
        )


def _talk_table(computed: Computed, process: ProcessResult) -> Table:
    is_high = process.is_assessed and process.basis.confidence is Confidence.HIGH
    is_sure = is_high and not _asks_to_talk(process)
    contradicted = _contradicted(process)
    return Table(
        id="talk",
        title=words.DIFFER_TITLE if is_sure else words.TALK_TITLE,
        measure=words.TALK_MEASURE,
        columns=(
            Column(id="question", name=words.QUESTION_COLUMN, width=47),
            Column(id="answers", name=words.ANSWERS_COLUMN, width=37),
            Column(id="agreement", name=words.AGREEMENT_COLUMN, kind=Kind.NUMBER, width=16),
        ),
        rows=tuple(
            _talk_row(computed, item, is_contradicted=item.item_id in contradicted)
            for item in to_talk_about(process)[:TALK_LIMIT]
        ),
        empty=words.TALK_EMPTY,
    )


def to_talk_about(process: ProcessResult) -> tuple[ItemResult, ...]:
    """The items of a process to talk about: split ones, then those whose value evidence speaks against, then those that
    people differ on, the lowest agreement first.
    """
    contradicted = _contradicted(process)
    items = [item for attribute in process.attributes for item in attribute.items]

    def place(item: ItemResult) -> tuple[bool, bool, float]:
        share = 1.0 if item.consensus_share is None else item.consensus_share
        return (not item.is_split, item.item_id not in contradicted, share)

    return tuple(sorted((item for item in items if place(item) < (True, True, 1.0)), key=place))


def _contradicted(process: ProcessResult) -> frozenset[str]:
    found = (warning.item_ids for warning in process.warnings if warning.kind is WarningKind.EVIDENCE_AGAINST)
    return frozenset(item_id for item_ids in found for item_id in item_ids)


def _talk_row(computed: Computed, item: ItemResult, *, is_contradicted: bool) -> Row:
    floor = computed.assessment.header.anonymity_floor
    return Row(
        id=item.item_id,
        cells=(
            Cell(
                text=item_name(computed.framework, item.item_id),
                value=item.item_id,
                note=words.EVIDENCE_AGAINST if is_contradicted else "",
            ),
            Cell(text=answer_words(item, floor), value=item.answer_count),
            agreement_cell(item),
        ),
    )


def perception_view(computed: Computed, process: ProcessResult) -> View:
    """Leadership beside practitioners, where both sides reach the anonymity floor; else why it is not shown."""
    return View(
        id="perception",
        question=words.PERCEPTION_QUESTION,
        finding=_perception_finding(computed, process),
        tables=(_perception_table(computed, process),),
    )


def _perception_finding(computed: Computed, process: ProcessResult) -> str:
    if not process.perception_gaps:
        return words.too_few_to_compare(computed.assessment.header.anonymity_floor)
    widest = max(process.perception_gaps, key=lambda gap: abs(gap.gap_percent))
    if nearest(widest.gap_percent) == 0:
        return words.see_the_same()
    name = attribute_name(computed.framework, widest.attribute_id)
    if widest.gap_percent > 0:
        return words.leadership_higher(name, widest.gap_percent)
    return words.leadership_lower(name, widest.gap_percent)


def _perception_table(computed: Computed, process: ProcessResult) -> Table:
    return Table(
        id="perception",
        title=words.PERCEPTION_QUESTION,
        measure=words.PERCEPTION_MEASURE,
        columns=(
            Column(id="attribute", name=words.ATTRIBUTE_COLUMN),
            Column(id="leadership", name=words.LEADERSHIP_COLUMN, kind=Kind.NUMBER, meaning=words.PERCENT_MEANING),
            Column(
                id="practitioners", name=words.PRACTITIONERS_COLUMN, kind=Kind.NUMBER, meaning=words.PERCENT_MEANING
            ),
            Column(id="difference", name=words.DIFFERENCE_COLUMN, kind=Kind.NUMBER, meaning=words.DIFFERENCE_MEANING),
        ),
        rows=tuple(_perception_row(computed, gap) for gap in process.perception_gaps),
        empty=words.too_few_to_compare(computed.assessment.header.anonymity_floor),
    )


def _perception_row(computed: Computed, gap: PerceptionGap) -> Row:
    return Row(
        id=gap.attribute_id,
        cells=(
            Cell(text=attribute_name(computed.framework, gap.attribute_id), value=gap.attribute_id),
            Cell(text=percent_text(gap.leadership_percent), value=gap.leadership_percent),
            Cell(text=percent_text(gap.practitioner_percent), value=gap.practitioner_percent),
            Cell(text=signed_text(gap.gap_percent), value=gap.gap_percent),
        ),
    )
