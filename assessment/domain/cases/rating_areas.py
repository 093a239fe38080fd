"""From answers to levels, gaps and roll-ups: areas of METHOD.md sections 1 to 6, 9 and 10."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assessment.domain.agreement.confidence import judge_sureness
from assessment.domain.authored.framework import Horizon
from assessment.domain.cases.reading import Given
from assessment.domain.rating.capability import Ladder, rate_attribute, rate_level
from assessment.domain.rating.consensus import reach_consensus
from assessment.domain.rating.results import ItemResult, LevelResult, Outcome, ProcessResult, TargetResult
from assessment.domain.rating.rollup import roll_up
from assessment.domain.rating.scale import (
    CARRY_BOUND,
    CODE_COUNT,
    FULLY_BOUND,
    HIGHEST_CODE,
    band_of_percent,
    letter_of_code,
    letter_of_percent,
    shown_score,
)
from assessment.domain.rating.targets import set_target

NOT_APPLICABLE = "NA"
DONT_KNOW = "DK"
LADDER = Ladder(attribute_ids=("D", "C1", "Q", "C6", "C2", "C3", "C4", "C5"), levels=(1, 2, 2, 3, 4, 4, 5, 5))
_STATUS = {Outcome.RATED: "rated", Outcome.UNRATED: "unrated", Outcome.NOT_APPLICABLE: NOT_APPLICABLE}


def count_ratings(given: Given) -> tuple[tuple[int, ...], int, int]:
    """How often each code was given, and N/A, and don't know."""
    codes, words = [0] * CODE_COUNT, {NOT_APPLICABLE: 0, DONT_KNOW: 0}
    for entry in given.entries():
        if isinstance(entry.value, str):
            words[entry.choice(words)] += 1
        else:
            codes[entry.whole(0, HIGHEST_CODE)] += 1
    return tuple(codes), words[NOT_APPLICABLE], words[DONT_KNOW]


def _scale(given: Given) -> object:
    return [letter_of_code(entry.whole(0, HIGHEST_CODE)).value for entry in given.entries()]


def _band(given: Given) -> object:
    percents = [entry.number(0, 100) for entry in given.entries()]
    return [[band_of_percent(percent), letter_of_percent(percent).value] for percent in percents]


def _consensus(given: Given) -> object:
    outcome, code = reach_consensus(*count_ratings(given))
    return NOT_APPLICABLE if outcome is Outcome.NOT_APPLICABLE else code


def _attribute(given: Given) -> object:
    codes, weights = given, None
    if isinstance(given.value, dict):
        fields = given.fields("codes", "weights")
        codes, weights = fields["codes"], [entry.number(0, 1000) for entry in fields["weights"].entries()]
    items = tuple(_item(entry) for entry in codes.entries())
    if weights is not None and len(weights) != len(items):
        raise given.refusal(f"there are {len(items)} codes and {len(weights)} weights")
    rated = rate_attribute("attribute", items, [1.0] * len(items) if weights is None else weights)
    return {
        "status": _STATUS[rated.outcome],
        "pct": rated.percent,
        "letter": rated.band,
        "coverage": rated.coverage_share,
        "capped": rated.is_capped,
        "low": rated.low_percent,
        "high": rated.high_percent,
    }


def _item(entry: Given) -> ItemResult:
    """An item of which only the consensus is known."""
    outcome = Outcome.UNRATED if entry.is_null else Outcome.RATED
    if isinstance(entry.value, str):
        entry.choice((NOT_APPLICABLE,))
        outcome = Outcome.NOT_APPLICABLE
    return ItemResult(
        item_id=entry.place,
        horizon=Horizon.AS_IS,
        outcome=outcome,
        code=entry.whole(0, HIGHEST_CODE) if outcome is Outcome.RATED else None,
        is_agreed=False,
        code_counts=(0, 0, 0, 0, 0, 0),
        not_applicable_count=0,
        dont_know_count=0,
        consensus_share=None,
        within_one_share=None,
    )


def _carry(given: Given) -> float:
    carry_percent = given.number()
    if carry_percent not in (CARRY_BOUND, FULLY_BOUND):
        raise given.refusal(f"the carry bound is {CARRY_BOUND:g} or {FULLY_BOUND:g}")
    return carry_percent


def _percents(given: Given) -> list[float | None]:
    fields = given.fields(*LADDER.attribute_ids)
    return [fields[attribute_id].number_or_null(0, 100) for attribute_id in LADDER.attribute_ids]


def _level(given: Given) -> object:
    fields = given.fields("attributes", "carry")
    rated = rate_level(LADDER, _percents(fields["attributes"]), _carry(fields["carry"]))
    return {
        "level": rated.level,
        "score": rated.score,
        "shown": rated.shown_score,
        "held_by": list(rated.held_by) or None,
    }


def _bounds(given: Given) -> object:
    fields = given.fields("low", "high", "carry")
    carry_percent = _carry(fields["carry"])
    return {
        "level_low": rate_level(LADDER, _percents(fields["low"]), carry_percent).level,
        "level_high": rate_level(LADDER, _percents(fields["high"]), carry_percent).level,
    }


def _standing(level: Given, score: Given) -> LevelResult:
    """A level of which only the numbers are known."""
    if level.is_null != score.is_null:
        raise score.refusal("level and score are both numbers or both null")
    number = score.number_or_null(0, HIGHEST_CODE)
    return LevelResult(
        level=level.whole_or_null(0, HIGHEST_CODE),
        score=number,
        shown_score=None if number is None else shown_score(number),
        held_by=(),
    )


def _target(level: LevelResult, target_level: int) -> TargetResult:
    return set_target(
        ladder=LADDER,
        percents=[0.0] * len(LADDER.levels),
        level=level,
        target=None,
        default_level=target_level,
        carry_percent=CARRY_BOUND,
        proposal=None,
    )


def _gap(given: Given) -> object:
    fields = given.fields("target", "score", "level")
    target = _target(_standing(fields["level"], fields["score"]), fields["target"].whole(0, HIGHEST_CODE))
    return {
        "level_gap": target.level_gap,
        "score_gap": target.score_gap,
        "need": target.need_share,
        "status": None if target.status is None else target.status.value,
    }


def _rollup(given: Given) -> object:
    processes: list[ProcessResult] = []
    importances: dict[str, float | None] = {}
    for entry in given.entries():
        level, score, importance = entry.entries(3, 3)
        processes.append(_process(entry.place, _standing(level, score)))
        importances[entry.place] = importance.number_or_null(0, HIGHEST_CODE)
    whole = roll_up(processes, importances)
    return {
        "floor": whole.floor_level,
        "mean": whole.mean_score,
        "n": whole.process_count,
        "of": len(processes),
    }


def _process(process_id: str, level: LevelResult) -> ProcessResult:
    """A process of which only the level is known."""
    unknown = tuple(rate_attribute(attribute_id, (), ()) for attribute_id in LADDER.attribute_ids)
    return ProcessResult(
        process_id=process_id,
        is_in_model=level.level is not None,
        attributes=unknown,
        to_be_attributes=(),
        level=level,
        bound_33020_level=None,
        practice_percent=None,
        sureness=judge_sureness(LADDER, unknown, CARRY_BOUND, frozenset(), frozenset()),
        target=_target(level, target_level=0),
        perception_gaps=(),
        warnings=(),
        is_indicative=False,
    )


AREAS: Mapping[str, Callable[[Given], object]] = {
    "scale": _scale,
    "band": _band,
    "consensus": _consensus,
    "attribute": _attribute,
    "level": _level,
    "bounds": _bounds,
    "gap": _gap,
    "rollup": _rollup,
}
