"""Hand-offs that were rated, and those that are broken; one count for everybody (METHOD.md section 12)."""

from __future__ import annotations

from assessment.domain.answered.assessment import Target
from assessment.domain.answered.organisation import LinkageRating
from assessment.domain.rating.results import AssessmentResult
from tests.builders import DK, NA, an_answer, tiny_framework
from tests.domain.scored import at_level, score


def hand_offs(codes: dict[str, int | str], **targets: int) -> AssessmentResult:
    framework = tiny_framework()
    return score(
        framework,
        {process_id: at_level(2) for process_id in ("planning", "building", "releasing")},
        linkage_ratings=tuple(LinkageRating(linkage_id=own, answer=an_answer(code)) for own, code in codes.items()),
        targets=tuple(Target(process_id=process_id, level=level) for process_id, level in targets.items()),
    )


def test_a_linkage_below_l_on_a_process_with_need_is_a_broken_hand_off() -> None:
    codes: dict[str, int | str] = {"planning-to-building": 2, "building-to-releasing": 3, "releasing-to-planning": NA}
    result = hand_offs(codes)
    found = [(own.linkage_id, own.letter.value, own.code) for own in result.broken_hand_offs]
    assert found == [("planning-to-building", "P+", 2)]
    assert result.rated_linkage_ids == ("planning-to-building", "building-to-releasing")


def test_a_linkage_to_a_process_out_of_scope_is_neither_counted_nor_broken() -> None:
    framework = tiny_framework()
    ratings = tuple(
        LinkageRating(linkage_id=linkage_id, answer=an_answer(0))
        for linkage_id in ("building-to-releasing", "planning-to-building")
    )
    result = score(framework, {"planning": at_level(0), "building": at_level(0)}, linkage_ratings=ratings)
    assert result.rated_linkage_ids == ("planning-to-building",)
    assert [own.linkage_id for own in result.broken_hand_offs] == ["planning-to-building"]


def test_a_hand_off_between_processes_at_target_is_not_broken() -> None:
    assert hand_offs({"planning-to-building": 0}, planning=2, building=2).broken_hand_offs == ()


def test_only_a_code_makes_a_linkage_rated() -> None:
    assert hand_offs({"planning-to-building": NA, "building-to-releasing": DK}).rated_linkage_ids == ()
    assert hand_offs({"building-to-releasing": 0}).rated_linkage_ids == ("building-to-releasing",)


def test_a_need_at_either_end_makes_a_weak_hand_off_broken() -> None:
    for targets in ({"planning": 2}, {"building": 2}):
        broken = hand_offs({"planning-to-building": 1}, **targets).broken_hand_offs
        assert [own.linkage_id for own in broken] == ["planning-to-building"]
