"""What takes long is made when it is asked for, once, and one thing keeps nobody waiting who asks for another."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from assessment.domain.answered.assessment import Assessment
from assessment.domain.answered.roadmap_settings import LinkStrength
from assessment.domain.authored.content import LinkageKind
from assessment.domain.computed import Computed
from assessment.domain.planning import firmness, roadmap
from assessment.domain.planning.draws import Drawn
from assessment.domain.rating.scoring import score_assessment
from tests.builders import an_assessment, tiny_framework
from tests.computing import computed as computed_of
from tests.computing import the_sample

WAIT_SECONDS = 30


def made(value: object) -> Any:
    """What a stand-in made, for mypy, which takes it for a plan or a firmness."""
    return value


def computed(hash_assessment: Callable[[Assessment], str] = lambda _: "0" * 64) -> Computed:
    framework = tiny_framework()
    assessment = an_assessment(framework)
    result = score_assessment(framework, assessment)
    return Computed(framework=framework, assessment=assessment, result=result, hash_assessment=hash_assessment)


def test_a_hash_is_made_once_and_of_the_assessment() -> None:
    hashed: list[Assessment] = []

    def hash_assessment(assessment: Assessment) -> str:
        hashed.append(assessment)
        return "a" * 64

    one = computed(hash_assessment)
    assert hashed == []
    assert [one.snapshot_hash, one.snapshot_hash] == ["a" * 64] * 2
    assert hashed == [one.assessment]


def test_plan_and_firmness_are_made_of_this_very_result(monkeypatch: pytest.MonkeyPatch) -> None:
    makings: list[tuple[Any, ...]] = []

    def made_of(*parts: Any) -> str:
        makings.append(parts)
        return f"made {len(makings)}"

    monkeypatch.setattr(roadmap, "plan_roadmap", made_of)
    monkeypatch.setattr(firmness, "firmness_of", lambda *given: made_of(*given[:3]))
    one = computed()
    assert [one.roadmap, one.roadmap, one.firmness, one.firmness] == ["made 1", "made 1", "made 2", "made 2"]
    assert makings == [(one.framework, one.assessment, one.result)] * 2


def test_measuring_firmness_keeps_nobody_waiting_who_asks_for_the_plan_or_for_another_assessment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun, may_end = threading.Event(), threading.Event()

    def slow(*_: Any) -> str:
        begun.set()
        assert may_end.wait(WAIT_SECONDS)
        return "firm"

    one, other = computed(), computed()
    monkeypatch.setattr(firmness, "firmness_of", slow)
    monkeypatch.setattr(roadmap, "plan_roadmap", lambda *_: "a plan")
    measuring = threading.Thread(target=lambda: one.firmness)
    measuring.start()
    assert begun.wait(WAIT_SECONDS)
    assert (made(one.roadmap), one.snapshot_hash) == ("a plan", "0" * 64)
    monkeypatch.setattr(firmness, "firmness_of", lambda *_: "likely")
    assert made(other.firmness) == "likely"
    may_end.set()
    measuring.join()
    assert made(one.firmness) == "firm"


def test_what_fails_is_made_anew_by_the_next_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise MemoryError

    one = computed()
    monkeypatch.setattr(roadmap, "plan_roadmap", fail)
    with pytest.raises(MemoryError):
        _ = one.roadmap
    monkeypatch.setattr(roadmap, "plan_roadmap", lambda *_: "a plan")
    assert made(one.roadmap) == "a plan"


def test_other_weights_need_no_other_draws_and_come_to_the_same_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    one = the_sample()
    drawings, draw = Counter[str](), firmness.draw

    def drawn(*given: Any) -> Drawn:
        drawings["made"] += 1
        return draw(*given)

    monkeypatch.setattr(firmness, "draw", drawn)
    weights = one.assessment.roadmap.model_copy(update={"pain_weight": 0.1, "leverage_weight": 0.9})
    assessment = one.assessment.model_copy(update={"roadmap": weights})
    anew = computed_of(one.framework, assessment)
    of_readers, of_facilitators = anew.told.firmness, anew.firmness
    _ = one.told.firmness, one.firmness
    drawings.clear()
    other = one.reweighed(assessment, anew.result, one.hash_assessment)
    assert other.told.firmness == of_readers != one.told.firmness
    assert other.firmness == of_facilitators != one.firmness
    assert other.told.roadmap == anew.told.roadmap
    assert not drawings


def test_a_linkage_weighed_anew_is_drawn_anew() -> None:
    one = the_sample()
    linkage = next(own for own in one.framework.linkages if own.kind is LinkageKind.STATED)
    strengths = (*one.assessment.roadmap.linkages, LinkStrength(linkage_id=linkage.id, strength=0.0))
    assessment = one.assessment.model_copy(
        update={"roadmap": one.assessment.roadmap.model_copy(update={"linkages": strengths})}
    )
    anew = computed_of(one.framework, assessment)
    other = one.reweighed(assessment, anew.result, one.hash_assessment)
    assert other.told.firmness == anew.told.firmness
