"""How sure a level is: the word with its reasons, the numbers it goes by, and what else the level could be.

| fact | value | range |
|---|---|---|
| answered | coverage, share | 0 to 1 |
| people | people who answered the process | 0 up |
| roles | different roles behind its values | 0 to 4 |
| agreement | mean agreement on a question, share | 0 to 1 |
| evidence | share of what is rated L or F | 0 to 1 |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.domain.agreement.confidence import (
    EVIDENCE_NEEDED,
    HIGH_AGREEMENT,
    HIGH_COVERAGE,
    HIGH_PEOPLE,
    LOW_AGREEMENT,
    LOW_COVERAGE,
    LOW_PEOPLE,
    ROLES_NEEDED,
)
from assessment.domain.agreement.resampling import RANGE_PERCENTILES, RANGE_RESPONDENTS
from assessment.domain.answered.assessment import AssessmentState
from assessment.domain.computed import Computed
from assessment.domain.planning.results import SensitivityRange
from assessment.domain.rating.results import AgreementState, Confidence, ConfidenceFactor, LevelBasis, ProcessResult
from assessment.views.agreement import is_high_and_split
from assessment.views.model import Cell, Column, Fact, Kind, Row, Table, View
from assessment.views.wording import confidence as words
from assessment.views.wording.agreement import high_all_the_same
from assessment.views.wording.numbers import (
    NO_VALUE,
    level_text,
    listed,
    score_text,
    share_text,
    whole_text,
)
from assessment.views.wording.terms import CONFIDENCES, ROLES


def confidence_view(computed: Computed, process: ProcessResult, *, with_range: bool) -> View:
    """How sure the level of a process is. The sensitivity range takes 2,000 draws and is left out unless asked for."""
    is_assessed = process.is_assessed
    sensitivity = _sensitivity_range(computed, process.process_id) if with_range else None
    readings = tuple(_readings(computed, process, sensitivity)) if is_assessed else ()
    no_range = _no_range(process.basis) if with_range and is_assessed and sensitivity is None else ""
    return View(
        id="confidence",
        question=words.QUESTION,
        finding=_finding(process),
        facts=tuple(_facts(process.basis)) if is_assessed else (),
        tables=(_readings_table(readings),),
        notes=(
            *((high_all_the_same(),) if is_high_and_split(process) else ()),
            *(reading.meaning for reading in readings),
            *((no_range,) if no_range else ()),
        ),
        empty="" if is_assessed else words.NO_LEVEL,
    )


def confidence_text(process: ProcessResult) -> str:
    """High, medium or low; a dash where there is no level to be sure of."""
    return CONFIDENCES[process.basis.confidence] if process.is_assessed else NO_VALUE


def confidence_reason(process: ProcessResult) -> str:
    """Why the confidence of a process is what it is, from the numbers, to stand beside its word."""
    return words.reasons_alone(_reasons(process.basis)) if process.is_assessed else words.NO_LEVEL


def _finding(process: ProcessResult) -> str:
    if not process.is_assessed:
        return words.NO_LEVEL
    return words.because(CONFIDENCES[process.basis.confidence], _reasons(process.basis))


def _reasons(basis: LevelBasis) -> list[str]:
    if basis.confidence is Confidence.HIGH:
        return [
            words.answered(basis.coverage_share),
            words.people_a_question(basis.median_people_count),
            words.agreement(basis.mean_agreement_share),
        ]
    return [_shortfall(basis, factor) for factor in basis.shortfalls]


def _shortfall(basis: LevelBasis, factor: ConfidenceFactor) -> str:
    """What a factor lacks: of low confidence, for medium; else for high."""
    is_low = basis.confidence is Confidence.LOW
    wanted = CONFIDENCES[Confidence.MEDIUM if is_low else Confidence.HIGH]
    if factor is ConfidenceFactor.COVERAGE:
        return words.too_little_answered(basis.coverage_share, wanted, LOW_COVERAGE if is_low else HIGH_COVERAGE)
    if factor is ConfidenceFactor.PEOPLE:
        return words.too_few_people(basis.median_people_count, wanted, LOW_PEOPLE if is_low else HIGH_PEOPLE)
    if factor is ConfidenceFactor.AGREEMENT:
        if basis.mean_agreement_share is None:
            is_told = basis.agreement is not AgreementState.NOT_TOLD
            return words.agreement_not_measured() if is_told else words.agreement_not_told()
        needed = LOW_AGREEMENT if is_low else HIGH_AGREEMENT
        return words.too_little_agreement(basis.mean_agreement_share, wanted, needed)
    return words.not_backed(basis.role_count, basis.evidence_share, ROLES_NEEDED, EVIDENCE_NEEDED)


def _facts(basis: LevelBasis) -> Iterator[Fact]:
    yield Fact(
        id="answered",
        label=words.ANSWERED_LABEL,
        text=share_text(basis.coverage_share),
        value=basis.coverage_share,
        note=words.ANSWERED_NOTE,
    )
    yield Fact(
        id="people",
        label=words.PEOPLE_LABEL,
        text=whole_text(basis.respondent_count),
        value=basis.respondent_count,
        note=words.behind_the_typical(basis.median_people_count),
    )
    yield Fact(
        id="roles",
        label=words.ROLES_LABEL,
        text=whole_text(basis.role_count),
        value=basis.role_count,
        note=listed([ROLES[role].lower() for role in basis.roles]),
    )
    yield Fact(
        id="agreement",
        label=words.AGREEMENT_LABEL,
        text=share_text(basis.mean_agreement_share),
        value=basis.mean_agreement_share,
        note=words.AGREEMENT_NOTE,
    )
    yield Fact(
        id="evidence",
        label=words.EVIDENCE_LABEL,
        text=share_text(basis.evidence_share),
        value=basis.evidence_share,
        note=words.EVIDENCE_NOTE if basis.evidence_share is not None else words.NO_EVIDENCE_NEEDED,
    )


def _sensitivity_range(computed: Computed, process_id: str) -> SensitivityRange | None:
    return next((own for own in computed.firmness.sensitivity_ranges if own.process_id == process_id), None)


def _no_range(basis: LevelBasis) -> str:
    """Why there is no sensitivity range."""
    if basis.respondent_count < RANGE_RESPONDENTS:
        return words.no_range(basis.respondent_count, RANGE_RESPONDENTS)
    return words.no_range_as_agreed()


def _readings_table(readings: Sequence[_Reading]) -> Table:
    return Table(
        id="readings",
        title=words.READINGS_TITLE,
        columns=(
            Column(id="reading", name=words.READING, width=40),
            Column(id="low-level", name=words.LOW_LEVEL, kind=Kind.NUMBER, width=15),
            Column(id="high-level", name=words.HIGH_LEVEL, kind=Kind.NUMBER, width=15),
            Column(id="low-score", name=words.LOW_SCORE, kind=Kind.NUMBER, width=15),
            Column(id="high-score", name=words.HIGH_SCORE, kind=Kind.NUMBER, width=15),
        ),
        rows=tuple(
            Row(
                id=reading.id,
                cells=(
                    Cell(text=reading.name, value=reading.id),
                    *(Cell(text=level_text(level), value=level) for level in reading.levels),
                    *(Cell(text=score_text(score), value=score) for score in reading.scores),
                ),
            )
            for reading in readings
        ),
        empty=words.NO_OTHER_READING,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """One way to read the answers: from which level and score to which, and what it means."""

    id: str
    name: str
    meaning: str
    levels: tuple[int | None, int | None] = (None, None)
    scores: tuple[float | None, float | None] = (None, None)


def _readings(computed: Computed, process: ProcessResult, sensitivity: SensitivityRange | None) -> Iterator[_Reading]:
    basis = process.basis
    low, high, upper = basis.low_score, basis.high_score, basis.upper_score
    if basis.shown_low_level != basis.shown_high_level:
        yield _Reading(
            id="could-be",
            name=words.SHOWN,
            meaning=words.shown_meaning(),
            levels=(basis.shown_low_level, basis.shown_high_level),
        )
    if low != high:
        yield _Reading(
            id="open-questions",
            name=words.OPEN_QUESTIONS,
            meaning=words.open_meaning(),
            levels=(basis.low_level, basis.high_level),
            scores=(low, high),
        )
    if upper != process.level.score:
        yield _Reading(
            id="upper-reading",
            name=words.UPPER_READING,
            meaning=words.upper_meaning(),
            levels=(basis.upper_level, basis.upper_level),
            scores=(upper, upper),
        )
    if sensitivity is not None:
        yield _Reading(
            id="sensitivity-range",
            name=words.SENSITIVITY_RANGE,
            meaning=words.range_meaning(computed.firmness.draw_count, *RANGE_PERCENTILES),
            scores=(sensitivity.low_score, sensitivity.high_score),
        )
    if computed.assessment.header.state is AssessmentState.SIGNED_OFF:
        yield _Reading(
            id="signed-off",
            name=words.SIGNED_OFF,
            meaning=words.signed_meaning(),
            levels=(basis.low_level, basis.low_level),
            scores=(low, low),
        )
