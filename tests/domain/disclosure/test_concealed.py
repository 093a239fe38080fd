"""What a reader is told of results: the same levels, and nothing that few people said."""

from __future__ import annotations

from assessment.domain.answered.assessment import Opinion, Respondent, Role
from assessment.domain.computed import Computed
from assessment.domain.rating.results import AgreementState, ItemResult
from assessment.domain.rating.warnings import WarningKind
from tests.builders import DK, agreed, an_assessment, rated, rated_process, respondents, tiny_framework
from tests.computing import computed, mixed, the_sample

FIRST, SECOND = "planning.deliver-1", "planning.deliver-2"


def answered(*answers: tuple[str, int | str, str], count: int = 4, **changes: object) -> Computed:
    framework = tiny_framework()
    ratings = tuple(sorted((rated(*one) for one in answers), key=lambda one: (one.respondent_id, one.item_id)))
    return computed(framework, an_assessment(framework, respondents=respondents(count), ratings=ratings, **changes))


def item_of(whole: Computed, item_id: str = FIRST) -> ItemResult:
    process = whole.result.process("planning")
    return next(item for item in process.attribute("delivery").items if item.item_id == item_id)


def test_of_few_answers_the_value_alone_is_told() -> None:
    whole = answered((FIRST, 1, "r1"), (FIRST, 4, "r2"))
    told = item_of(whole.told)
    assert (told.code, told.outcome, told.people_count) == (1, item_of(whole).outcome, 2)
    assert (told.code_counts, told.not_applicable_count, told.dont_know_count, told.answer_count) == (None,) * 4
    assert (told.upper_code, told.is_split, told.consensus_share, told.within_one_share) == (1, False, None, None)
    assert item_of(whole).is_split


def test_from_the_floor_up_and_where_nobody_answered_all_is_told() -> None:
    whole = answered((FIRST, 1, "r1"), (FIRST, 4, "r2"), (FIRST, DK, "r3"))
    for item_id in (FIRST, SECOND):
        assert item_of(whole.told, item_id) == item_of(whole, item_id)
    assert item_of(whole, SECOND).answer_count == 0
    low = answered((FIRST, 1, "r1"), anonymity_floor=1)
    assert item_of(low.told) == item_of(low)


def test_the_numbers_of_a_process_are_made_from_what_is_told() -> None:
    everybody = tuple((SECOND, code, f"r{number}") for number, code in enumerate((2, 2, 4, 4), start=1))
    alone = answered(*everybody)
    told = answered((FIRST, 2, "r1"), (FIRST, 5, "r2"), *everybody).told.result.process("planning").basis
    own = alone.result.process("planning").basis
    assert (told.alpha, told.within_one_share, told.agreement) == (own.alpha, own.within_one_share, own.agreement)
    assert told.mean_agreement_share == own.mean_agreement_share
    assert told.split_item_ids == own.split_item_ids == (SECOND,)
    none = answered((FIRST, 2, "r1"), (FIRST, 5, "r2")).told.result.process("planning")
    assert (none.basis.agreement, none.basis.mean_agreement_share) == (AgreementState.NOT_TOLD, None)
    assert WarningKind.SPLIT not in {warning.kind for warning in none.warnings}


def test_the_upper_reading_of_few_is_not_told() -> None:
    codes = rated_process(tiny_framework(), "planning", 2, ("r1",)) + rated_process(
        tiny_framework(), "planning", 5, ("r2",)
    )
    framework = tiny_framework()
    whole = computed(framework, an_assessment(framework, ratings=codes))
    assert whole.result.process("planning").basis.upper_level == 5
    assert whole.told.result.process("planning").basis.upper_level == whole.result.process("planning").level.level == 0


def test_levels_targets_order_and_plan_are_the_same() -> None:
    for whole in (mixed(), the_sample()):
        told = whole.told
        for mine, theirs in zip(whole.result.processes, told.result.processes, strict=True):
            assert (mine.level, mine.target, mine.status) == (theirs.level, theirs.target, theirs.status)
            assert [one.percent for one in mine.attributes] == [one.percent for one in theirs.attributes]
        assert told.result.priorities == whole.result.priorities
        assert told.roadmap is whole.roadmap
        assert told.snapshot_hash == whole.snapshot_hash
        assert told.told is told


def with_sides(other_count: int, **changes: object) -> Computed:
    framework = tiny_framework()
    people = (*respondents(6), *(Respondent(id=f"o{number}", role=Role.CUSTOMER) for number in range(other_count)))
    ratings = rated_process(framework, "planning", 3, [person.id for person in people])
    return computed(framework, an_assessment(framework, respondents=people, ratings=ratings, **changes))


def test_two_sides_are_compared_where_whoever_is_on_neither_is_not_found() -> None:
    shown = {count: bool(with_sides(count).told.result.process("planning").perception_gaps) for count in (0, 1, 2, 3)}
    assert shown == {0: True, 1: False, 2: False, 3: True}
    assert with_sides(1).result.process("planning").perception_gaps


def test_roles_are_named_where_enough_people_share_them_and_counted_all_the_same() -> None:
    whole = with_sides(1)
    basis = whole.told.result.process("planning").basis
    assert basis.role_count == whole.result.process("planning").basis.role_count == 3
    assert basis.roles == (Role.LEADERSHIP,)


def test_how_firm_the_order_is_tells_nothing_of_few_people() -> None:
    def firmness(code: int, pain: int, **changes: object) -> object:
        framework = tiny_framework()
        ratings = tuple(
            rating
            for process_id, codes in (("planning", (1, code)), ("building", (2, code)), ("releasing", (3, code)))
            for respondent_id, own in zip(("r1", "r2"), codes, strict=True)
            for rating in rated_process(framework, process_id, own, (respondent_id,))
        )
        opinions = (
            Opinion(respondent_id="r1", process_id="planning", pain=1),
            Opinion(respondent_id="r2", process_id="planning", pain=pain),
        )
        whole = computed(framework, an_assessment(framework, ratings=ratings, opinions=opinions, **changes))
        return whole.told.firmness

    assert firmness(5, 5) == firmness(3, 2)
    assert firmness(5, 5, anonymity_floor=1) != firmness(3, 2, anonymity_floor=1)


def test_what_few_were_present_for_keeps_its_reason() -> None:
    values = (agreed(FIRST, 3, present_ids=("r1", "r2")), agreed(SECOND, 3, present_ids=("r1", "r2", "r3")))
    told = answered((FIRST, 2, "r1"), agreed=values).told.assessment
    assert [(value.note, value.present_ids) for value in told.agreed] == [("", ()), ("The room agreed.", ())]
