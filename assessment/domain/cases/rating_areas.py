"""From answers to levels and what could be: areas of METHOD.md sections 1 to 6 and 7 (a)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from assessment.domain.agreement.confidence import bounds_of
from assessment.domain.answered.assessment import AgreedValue
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.authored.framework import Horizon
from assessment.domain.cases.profiles import (
    LADDER,
    NOT_APPLICABLE,
    count_ratings,
    read_carry,
    read_percents,
    spaced,
)
from assessment.domain.cases.reading import Given
from assessment.domain.rating.answer_table import BLANK_CHOICE
from assessment.domain.rating.capability import rate_attribute, rate_level, rate_process, status_of
from assessment.domain.rating.consensus import rate_item
from assessment.domain.rating.results import AttributeResult, ItemResult, Outcome
from assessment.domain.rating.scale import (
    CARRY_BOUND,
    HIGHEST_CODE,
    band_of_percent,
    letter_of_code,
    letter_of_percent,
)

MOST_WEIGHT = 1000
ITEM_ID, NOTE = "process.item", "case"
_STATUS = {Outcome.RATED: "rated", Outcome.UNRATED: "unrated", Outcome.NOT_APPLICABLE: NOT_APPLICABLE}


def _scale(given: Given) -> object:
    return [letter_of_code(entry.whole(0, HIGHEST_CODE)).value for entry in given.entries()]


def _band(given: Given) -> object:
    percents = [entry.number(0, 100) for entry in given.entries()]
    return [[band_of_percent(percent), letter_of_percent(percent).value] for percent in percents]


def _consensus(given: Given) -> object:
    item = rate_item(ITEM_ID, Horizon.AS_IS, count_ratings(given), None)
    return _value(item, item.code)


def _value(item: ItemResult, code: int | None) -> object:
    return NOT_APPLICABLE if item.outcome is Outcome.NOT_APPLICABLE else code


def _split(given: Given) -> object:
    fields = given.fields("ratings", "agreed")
    counts = count_ratings(fields["ratings"], at_least=0)
    item = rate_item(ITEM_ID, Horizon.AS_IS, counts, _agreed(fields["agreed"]))
    return {
        "consensus": _value(item, item.code),
        "upper": _value(item, item.upper_code),
        "split": item.is_split,
    }


def _agreed(given: Given) -> AgreedValue | None:
    """An agreed value; null where none was agreed."""
    if given.is_null:
        return None
    if isinstance(given.value, str):
        given.choice((NOT_APPLICABLE,))
        answer = Answer(kind=AnswerKind.NOT_APPLICABLE, reason=NOTE)
    else:
        answer = Answer(kind=AnswerKind.RATED, code=given.whole(0, HIGHEST_CODE))
    return AgreedValue(item_id=ITEM_ID, horizon=Horizon.AS_IS, answer=answer, note=NOTE)


def _item(given: Given) -> ItemResult:
    """An item of which only the consensus is known: as if it had been agreed, or nobody had answered."""
    return rate_item(given.path, Horizon.AS_IS, [0] * BLANK_CHOICE, _agreed(given))


def _attribute(given: Given) -> object:
    rated = _weighted(given) if isinstance(given.value, dict) else _plain(given.entries(), CARRY_BOUND)
    return {
        "status": _STATUS[rated.outcome],
        "pct": rated.percent,
        "letter": rated.band,
        "coverage": rated.coverage_share,
        "capped": rated.is_capped,
        "low": rated.low_percent,
        "high": rated.high_percent,
    }


def _weighted(given: Given) -> AttributeResult:
    fields = given.fields("codes", "weights")
    return _with_weights(given, fields["codes"], fields["weights"], CARRY_BOUND)


def _with_weights(given: Given, codes: Given, weights: Given, carry_percent: float) -> AttributeResult:
    items = tuple(_item(entry) for entry in codes.entries())
    weighed = [entry.number(0, MOST_WEIGHT) for entry in weights.entries()]
    if len(weighed) != len(items):
        raise given.refusal(f"there are {len(items)} codes and {len(weighed)} weights")
    return rate_attribute("attribute", items, weighed, carry_percent)


def _plain(entries: Sequence[Given], carry_percent: float) -> AttributeResult:
    """An attribute from its items' consensus values, each of weight 1."""
    items = tuple(_item(entry) for entry in entries)
    return rate_attribute("attribute", items, [1.0] * len(items), carry_percent)


def _not_done(given: Given) -> object:
    fields = given.fields("codes", "weights", "carry")
    rated = _with_weights(given, fields["codes"], fields["weights"], read_carry(fields["carry"]))
    item_ids = [item.item_id for item in rated.items]
    return {
        "pct": rated.percent,
        "carried": rated.is_carried,
        "items": [item_ids.index(item_id) for item_id in rated.not_done],
    }


def _assessed(given: Given) -> object:
    fields = given.fields("items", "carry")
    carry_percent = read_carry(fields["carry"])
    own = fields["items"].fields(*LADDER.attribute_ids)
    attributes = [_plain(own[attribute_id].entries(), carry_percent) for attribute_id in LADDER.attribute_ids]
    rated = rate_process(LADDER, attributes, carry_percent)
    return {"status": spaced(status_of(LADDER, attributes).value), "level": rated.level}


def _could_be(given: Given) -> object:
    fields = given.fields("items", "carry")
    carry_percent = read_carry(fields["carry"])
    own = fields["items"].fields(*LADDER.attribute_ids)
    attributes = [_answered(own[attribute_id], carry_percent) for attribute_id in LADDER.attribute_ids]
    level = rate_process(LADDER, attributes, carry_percent)
    bounds = bounds_of(LADDER, attributes, level, carry_percent)
    return {
        "level": level.level,
        "low": bounds.low.level,
        "high": bounds.high.level,
        "upper": bounds.upper.level,
        "could_be": None if level.level is None else [bounds.shown_low_level, bounds.shown_high_level],
    }


def _answered(given: Given, carry_percent: float) -> AttributeResult:
    """An attribute from the ratings of its items, each of weight 1, nothing agreed."""
    items = tuple(
        rate_item(entry.path, Horizon.AS_IS, count_ratings(entry, at_least=0), None) for entry in given.entries()
    )
    return rate_attribute("attribute", items, [1.0] * len(items), carry_percent)


def _level(given: Given) -> object:
    fields = given.fields("attributes", "carry")
    rated = rate_level(LADDER, read_percents(fields["attributes"]), read_carry(fields["carry"]))
    return {
        "level": rated.level,
        "score": rated.score,
        "shown": rated.shown_score,
        "held_by": list(rated.held_by) or None,
    }


def _bounds(given: Given) -> object:
    fields = given.fields("low", "high", "carry")
    carry_percent = read_carry(fields["carry"])
    return {
        "level_low": rate_level(LADDER, read_percents(fields["low"]), carry_percent).level,
        "level_high": rate_level(LADDER, read_percents(fields["high"]), carry_percent).level,
    }


AREAS: Mapping[str, Callable[[Given], object]] = {
    "scale": _scale,
    "band": _band,
    "not-done": _not_done,
    "consensus": _consensus,
    "split": _split,
    "could-be": _could_be,
    "attribute": _attribute,
    "assessed": _assessed,
    "level": _level,
    "bounds": _bounds,
}
