"""Targets, roll-ups, priorities and how firm they are: areas of METHOD.md sections 7 b, 9 to 12 and 14."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from assessment.domain.agreement.measures import kendall_tau_b
from assessment.domain.agreement.resampling import has_range
from assessment.domain.answered.assessment import CriticalService, Opinion, Target
from assessment.domain.authored.framework import Horizon
from assessment.domain.cases.profiles import LADDER, NOT_APPLICABLE, read_carry, read_choice, read_percents, spaced
from assessment.domain.cases.reading import Given
from assessment.domain.planning.firmness import firmness_word, mean_tau
from assessment.domain.planning.leverage import Edge, leverage_of, leverage_share_of, strength_matrix
from assessment.domain.planning.priority import Weights, impact_share, priority_points, stakes_of
from assessment.domain.rating.answer_table import DONT_KNOW_CHOICE, NOT_APPLICABLE_CHOICE, AnswerTable
from assessment.domain.rating.capability import rate_level
from assessment.domain.rating.consensus import reach_consensus
from assessment.domain.rating.results import LevelResult, Outcome, ProcessStatus, TargetResult
from assessment.domain.rating.rollup import roll_up
from assessment.domain.rating.scale import CARRY_BOUND, CODE_COUNT, HIGHEST_CODE, shown_score
from assessment.domain.rating.targets import set_target

MOST_WEIGHT = 1000


def _target_of(
    percents: list[float | None], level: LevelResult, chosen_level: int, carry_percent: float
) -> TargetResult:
    return set_target(
        ladder=LADDER,
        percents=percents,
        level=level,
        target=Target(process_id="process", level=chosen_level),
        default_level=chosen_level,
        carry_percent=carry_percent,
        proposal=None,
    )


def _rated(given: Given) -> tuple[LevelResult, TargetResult]:
    """Level and target of a profile, a chosen target and a carry bound."""
    fields = given.fields("attributes", "target", "carry")
    percents, carry_percent = read_percents(fields["attributes"]), read_carry(fields["carry"])
    level = rate_level(LADDER, percents, carry_percent)
    return level, _target_of(percents, level, fields["target"].whole(0, HIGHEST_CODE), carry_percent)


def _to_be(given: Given) -> object:
    _, target = _rated(given)
    return {
        "effective": target.target_level,
        "profile": {cell.attribute_id: cell.to_be_percent for cell in target.cells},
        "level": target.to_be.level,
    }


def _target(given: Given) -> object:
    level, target = _rated(given)
    return {"level": level.level, "score": level.score, "effective": target.target_level, **_gaps(target)}


def _gap(given: Given) -> object:
    fields = given.fields("target", "score", "level")
    return _gaps(_target_at(_level_of(fields["level"], fields["score"]), fields["target"].whole(0, HIGHEST_CODE)))


def _gaps(target: TargetResult) -> dict[str, object]:
    return {
        "level_gap": target.level_gap,
        "score_gap": target.score_gap,
        "shown_gap": target.shown_gap,
        "need": target.need_share,
        "status": None if target.status is None else spaced(f"{target.status.value}-target"),
    }


def _level_of(level: Given, score: Given) -> LevelResult:
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


def _target_at(level: LevelResult, target_level: int) -> TargetResult:
    """A target that every level can be, of a process of which only the level is known."""
    return _target_of([0.0] * len(LADDER.levels), level, target_level, CARRY_BOUND)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rated:
    """A process of which only the level is known."""

    process_id: str
    status: ProcessStatus
    level: LevelResult
    target: TargetResult


def _rollup(given: Given) -> object:
    processes: list[_Rated] = []
    said: list[Opinion] = []
    for number, entry in enumerate(given.entries()):
        level_place, score_place, importance = entry.entries(3, 3)
        level = _level_of(level_place, score_place)
        process_id = f"process-{number}"
        status = ProcessStatus.NOT_APPLICABLE if level.level is None else ProcessStatus.ASSESSED
        processes.append(_Rated(process_id=process_id, status=status, level=level, target=_target_at(level, 0)))
        said.append(_opinion(process_id, None, importance.whole_or_null(0, HIGHEST_CODE)))
    with_level = [process.process_id for process in processes if process.status is ProcessStatus.ASSESSED]
    stakes = stakes_of(with_level, said, ())
    whole = roll_up(processes, {process_id: stake.importance for process_id, stake in stakes.items()})
    return {
        "floor": whole.floor_level,
        "mean": whole.mean_score,
        "n": whole.process_count,
        "of": len(processes),
    }


def _opinion(process_id: str, pain: int | None, importance: int | None) -> Opinion:
    """What the one respondent of a case said of a process."""
    return Opinion(respondent_id="respondent", process_id=process_id, pain=pain, importance=importance)


def _weights(given: Given) -> Weights:
    pain, importance, leverage = (weight.number(high=MOST_WEIGHT) for weight in given.entries(3, 3))
    return Weights(pain=pain, importance=importance, leverage=leverage)


def _priority(given: Given) -> object:
    fields = given.fields("need", "pain", "importance", "leverage", "weights")
    impact = impact_share(
        fields["pain"].number_or_null(0, HIGHEST_CODE),
        fields["importance"].number_or_null(0, HIGHEST_CODE),
        fields["leverage"].number(0, 1),
        _weights(fields["weights"]),
    )
    return priority_points(fields["need"].number(0, 1), impact)


def _priorities(given: Given) -> object:
    fields = given.fields("processes", "weights")
    given_weights = _weights(fields["weights"])
    rows = {
        name: entry.fields("need", "pain", "importance", "leverage", "services")
        for name, entry in fields["processes"].named().items()
    }
    ids = {name: f"process-{number}" for number, name in enumerate(rows)}
    said = [
        _opinion(
            ids[name],
            row["pain"].whole_or_null(0, HIGHEST_CODE),
            row["importance"].whole_or_null(0, HIGHEST_CODE),
        )
        for name, row in rows.items()
    ]
    services = [
        CriticalService(id="service", name="Service", importance=entry.whole(1, HIGHEST_CODE), process_ids=(ids[name],))
        for name, row in rows.items()
        for entry in row["services"].entries(at_least=0)
    ]
    stakes = stakes_of(tuple(ids.values()), said, services)
    weights = given_weights.in_force(stakes.values())
    found: dict[str, object] = {}
    for name, row in rows.items():
        stake = stakes[ids[name]]
        impact = impact_share(stake.pain, stake.importance, row["leverage"].number(0, 1), weights)
        is_assumed = {"pain": stake.pain_is_assumed, "importance": stake.importance_is_assumed}
        found[name] = {
            "pain": stake.pain,
            "importance": stake.importance,
            "assumed": [criterion for criterion, assumed in is_assumed.items() if assumed],
            "provisional": stake.is_provisional,
            "priority": priority_points(row["need"].number(0, 1), impact),
        }
    return found


def _leverage(given: Given) -> object:
    fields = given.fields("edges", "need")
    needs = {name: need.number(0, 1) for name, need in fields["need"].named().items()}
    edges: list[Edge] = []
    for entry in fields["edges"].entries(at_least=0):
        supplier, receiver, strength = entry.entries(3, 3)
        edges.append(
            Edge(from_process=supplier.choice(needs), to_process=receiver.choice(needs), strength=strength.number(0, 1))
        )
    strengths, need = strength_matrix(tuple(needs), edges), np.array(list(needs.values()))
    return {
        "raw": dict(zip(needs, leverage_of(strengths, need).tolist(), strict=True)),
        "norm": dict(zip(needs, leverage_share_of(strengths, need).tolist(), strict=True)),
    }


def _resampled(given: Given) -> object:
    fields = given.fields("answers", "agreed")
    agreed = fields["agreed"].entries()
    people = fields["answers"].named()
    answers = [entry.entries(len(agreed), len(agreed)) for entry in people.values()]
    table = AnswerTable(
        items=(),
        horizon=Horizon.AS_IS,
        respondent_ids=tuple(people),
        choices=np.array([[read_choice(answer) for answer in row] for row in answers], dtype=np.int8),
    )
    has_answered = table.has_number([True] * len(agreed)).tolist()
    open_item_count = 0
    for value, counts in zip(agreed, table.counts().tolist(), strict=True):
        if value.is_null:
            outcome, _ = reach_consensus(counts[:CODE_COUNT], counts[NOT_APPLICABLE_CHOICE], counts[DONT_KNOW_CHOICE])
            open_item_count += outcome is Outcome.RATED
        elif value.value != NOT_APPLICABLE:
            value.whole(0, HIGHEST_CODE)
    return {
        "resampled": [person for person, answered in zip(people, has_answered, strict=True) if answered],
        "range": has_range(sum(has_answered), open_item_count),
    }


def _firmness(given: Given) -> object:
    fields = given.fields("need", "base", "draws")
    need = {name: entry.number(0, 1) for name, entry in fields["need"].named().items()}
    tau = mean_tau(
        np.array([own > 0 for own in need.values()], dtype=bool),
        np.array(_ranks(fields["base"], need)),
        np.array([_ranks(entry, need) for entry in fields["draws"].entries()]),
    )
    return {"tau": tau, "word": spaced(firmness_word(tau).value)}


def _ranks(given: Given, names: Mapping[str, float]) -> list[float]:
    ranks = given.fields(*names)
    return [ranks[name].number() for name in names]


def _tau(given: Given) -> object:
    first, second = given.entries(2, 2)
    ranks = [[entry.number() for entry in order.entries()] for order in (first, second)]
    if len(ranks[0]) != len(ranks[1]):
        raise given.refusal("the two orders are not of the same length")
    return kendall_tau_b(*ranks)


AREAS: Mapping[str, Callable[[Given], object]] = {
    "to-be": _to_be,
    "target": _target,
    "gap": _gap,
    "rollup": _rollup,
    "priority": _priority,
    "priorities": _priorities,
    "leverage": _leverage,
    "resampled": _resampled,
    "firmness": _firmness,
    "tau": _tau,
}
