"""Since last time, asked of a service: what can be compared, for whom, and what is not there any more."""

from __future__ import annotations

from datetime import date

import pytest

from assessment.domain.access.account import Scope
from assessment.domain.access.permissions import AccessRole
from assessment.domain.authored.framework import Depth, Framework, Horizon
from assessment.domain.comparing.results import Movement, MoveReasonKind, ObstacleKind
from assessment.errors import AssessmentLocked, InvalidInput, NotAvailable
from assessment.services import comparing
from assessment.services.assessments import HeaderChange, NewAssessment
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from assessment.settings import Settings
from tests.builders import rated
from tests.services.access import somebody
from tests.services.conftest import begun, remove_for_good
from tests.services.test_versions import Begun, newer_version

ITEM = "planning.deliver-1"
FIRST, SECOND = date(2026, 1, 15), date(2027, 1, 15)


def answered(plumbline: Plumbline, code: int = 3) -> str:
    """An assessment with one answer of three people each; three of them, so that a reader is told."""
    assessment_id = begun(plumbline, respondent_ids=("r1", "r2", "r3"))
    for one in ("r1", "r2", "r3"):
        plumbline.answering.save(ME, assessment_id, rated(ITEM, code, one))
    return assessment_id


def copied(plumbline: Plumbline, assessment_id: str, day: date = SECOND, name: str = "Second round") -> str:
    return plumbline.assessments.copy(ME, assessment_id, name, day, True)


def other(plumbline: Plumbline, day: date, **changes: object) -> str:
    values = {
        "name": f"Of {day}",
        "organisation": "Invented Ltd",
        "framework_id": "tiny",
        "assessed_on": day,
        "depth": Depth.FULL,
    }
    return plumbline.assessments.create(ME, NewAssessment(**{**values, **changes}))  # type: ignore[arg-type]


def test_a_copy_is_set_beside_what_it_was_copied_from_and_its_people_are_the_same(plumbline: Plumbline) -> None:
    before = answered(plumbline)
    after = copied(plumbline, before)
    for one in ("r1", "r2", "r3"):
        plumbline.answering.save(ME, after, rated(ITEM, 5, one))
    found = plumbline.comparing.compare(ME, before, after)
    assert (found.before.assessment_id, found.after.assessment_id, found.is_matched) == (before, after, True)
    move = found.process("planning")
    assert move.people_shared == 3
    assert [(one.kind, one.item_ids) for one in move.reasons] == [(MoveReasonKind.ANSWERS_CHANGED, (ITEM,))]


def test_people_are_known_again_over_several_copies(plumbline: Plumbline) -> None:
    first = answered(plumbline)
    third = copied(plumbline, copied(plumbline, first), date(2028, 1, 15), "Third round")
    sibling = copied(plumbline, first, date(2028, 1, 15), "Beside")
    assert plumbline.comparing.compare(ME, first, third).is_matched
    assert plumbline.comparing.compare(ME, sibling, third).is_matched
    assert not plumbline.comparing.compare(ME, other(plumbline, FIRST), third).is_matched


def test_what_it_was_copied_from_comes_first_then_its_unit_then_others_the_newest_first(plumbline: Plumbline) -> None:
    source = answered(plumbline)
    elsewhere = other(plumbline, date(2026, 9, 1), unit="Desk")
    newer = other(plumbline, date(2026, 8, 1))
    quick = other(plumbline, date(2026, 7, 1), depth=Depth.QUICK)
    other(plumbline, date(2028, 1, 1), name="Later")
    other(plumbline, FIRST, name="Of others", organisation="Third Ltd")
    found = plumbline.comparing.candidates(ME, copied(plumbline, source))
    assert [one.header.id for one in found.found] == [source, newer, quick, elsewhere]
    assert [None if one.obstacle is None else one.obstacle.kind for one in found.found] == [
        None,
        None,
        ObstacleKind.DEPTH,
        None,
    ]
    assert found.proposed is not None
    assert found.proposed.header.id == source
    assert not found.is_source_missing


def test_without_anything_earlier_there_is_no_candidate(plumbline: Plumbline) -> None:
    found = plumbline.comparing.candidates(ME, answered(plumbline))
    assert (found.found, found.proposed, found.is_source_missing) == ((), None, False)


def test_what_cannot_be_compared_is_refused_in_words(plumbline: Plumbline) -> None:
    before, quick = answered(plumbline), other(plumbline, FIRST, depth=Depth.QUICK)
    foreign = other(plumbline, FIRST, organisation="Third Ltd")
    with pytest.raises(InvalidInput, match="quick depth, the other at full depth"):
        plumbline.comparing.compare(ME, quick, before)
    with pytest.raises(InvalidInput, match="one is of Third Ltd, the other of Invented Ltd"):
        plumbline.comparing.compare(ME, foreign, before)
    with pytest.raises(InvalidInput, match="it is the same assessment"):
        plumbline.comparing.compare(ME, before, before)


def test_an_earlier_one_in_the_bin_or_forgotten_is_said_to_be_gone_and_comes_back(plumbline: Plumbline) -> None:
    before = answered(plumbline)
    after = copied(plumbline, before)
    plumbline.assessments.remove(ME, before)
    found = plumbline.comparing.candidates(ME, after)
    assert (found.found, found.is_source_missing) == ((), True)
    with pytest.raises(NotAvailable, match="The assessment to compare with is not available"):
        plumbline.comparing.compare(ME, before, after)
    assert len(plumbline.comparing.trend(ME, after).sides) == 1
    plumbline.bin.put_back_assessment(ME, before)
    assert plumbline.comparing.compare(ME, before, after).is_matched
    remove_for_good(plumbline, before)
    assert plumbline.comparing.candidates(ME, after).is_source_missing
    with pytest.raises(NotAvailable, match="The assessment to compare with"):
        plumbline.comparing.compare(ME, before, after)


def test_a_reader_needs_the_results_of_both(plumbline: Plumbline) -> None:
    before = answered(plumbline)
    after = copied(plumbline, before)
    of_one = somebody(plumbline, Scope(role=AccessRole.READER, assessment_id=after))
    found = plumbline.comparing.candidates(of_one, after)
    assert (found.found, found.is_source_missing) == ((), True)
    with pytest.raises(NotAvailable, match="The assessment to compare with"):
        plumbline.comparing.compare(of_one, before, after)
    with pytest.raises(NotAvailable, match="This assessment"):
        plumbline.comparing.compare(of_one, after, before)
    assert [one.assessment_id for one in plumbline.comparing.trend(of_one, after).sides] == [after]
    of_both = somebody(
        plumbline,
        Scope(role=AccessRole.READER, assessment_id=after),
        Scope(role=AccessRole.READER, assessment_id=before),
    )
    assert plumbline.comparing.compare(of_both, before, after) == plumbline.comparing.compare(ME, before, after)


def test_a_trend_is_of_one_unit_or_one_line_of_copies_and_ends_with_the_assessment(plumbline: Plumbline) -> None:
    first = answered(plumbline)
    second = copied(plumbline, first)
    other(plumbline, date(2026, 6, 1), unit="Desk")
    same_unit = other(plumbline, date(2026, 5, 1))
    third = copied(plumbline, second, date(2028, 1, 15), "Third round")
    plumbline.assessments.update_header(ME, third, HeaderChange(unit="Desk"))
    copied(plumbline, third, date(2028, 1, 15), "Kept before it was brought over")
    found = plumbline.comparing.trend(ME, third)
    assert [one.assessment_id for one in found.sides][:1] == [first]
    assert [one.assessed_on for one in found.sides] == [FIRST, date(2026, 6, 1), SECOND, date(2028, 1, 15)]
    assert [one.assessment_id for one in plumbline.comparing.trend(ME, second).sides] == [first, same_unit, second]


def test_a_trend_reaches_back_twelve_assessments(plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch) -> None:
    assert comparing.LONGEST_TREND == 12
    monkeypatch.setattr(comparing, "LONGEST_TREND", 2)
    ids = [other(plumbline, date(2020 + year, 1, 1)) for year in range(3)]
    assert [one.assessment_id for one in plumbline.comparing.trend(ME, ids[2]).sides] == ids[1:]


def test_a_renamed_organisation_is_still_one_though_the_signed_one_keeps_its_name(plumbline: Plumbline) -> None:
    before = answered(plumbline)
    after = copied(plumbline, before)
    plumbline.assessments.validate(ME, before)
    plumbline.assessments.sign_off(ME, before, "Ann Example")
    with pytest.raises(AssessmentLocked):
        plumbline.answering.save(ME, before, rated(ITEM, 1))
    (organisation,) = plumbline.organisations.list_organisations(ME)
    plumbline.organisations.rename(ME, organisation.id, "Renamed Ltd")
    found = plumbline.comparing.compare(ME, before, after)
    assert (found.before.organisation, found.after.organisation) == ("Invented Ltd", "Renamed Ltd")


def test_what_a_newer_framework_changed_is_mapped_by_its_ids_and_named(
    plumbline: Plumbline, settings: Settings, framework: Framework
) -> None:
    assessment_id = answered(plumbline, 4)
    for number in (2, 3):
        for one in ("r1", "r2", "r3"):
            plumbline.answering.save(ME, assessment_id, rated(f"planning.deliver-{number}", number - 1, one))
    new = newer_version(framework)
    state = Begun(plumbline=plumbline, settings=settings, old=framework, new=new, id=assessment_id)
    state.install(new)
    kept = state.bring()
    assert kept is not None
    found = plumbline.comparing.compare(ME, kept, assessment_id)
    items = found.items
    assert [[one.item_id for one in own] for own in (items.gone, items.reworded, items.moved, items.new)] == [
        ["planning.deliver-1"],
        ["planning.deliver-2"],
        ["planning.deliver-3"],
        ["planning.deliver-9"],
    ]
    asked = {
        item.id
        for process_id in ("planning", "building")
        for horizon in Horizon
        for item in new.items(process_id, Depth.FULL, horizon)
    }
    assert items.same_count == len(asked) - 3  # reworded, moved, new
    assert items.gone[0].name == framework.item_by_id["planning.deliver-1"].name
    assert (found.before.framework_version, found.after.framework_version) == ("1.0.0", "1.1.0")
    planning, releasing = found.process("planning"), found.process("releasing")
    # 4, 1, 2 with one weight: 46.7 %; then 1 with weight 1 and 2 with weight 4: 36 %
    delivery = planning.attributes[0]
    assert delivery.before_percent == pytest.approx(140 / 3)
    assert delivery.after_percent == pytest.approx(36.0)
    assert [one.kind for one in planning.reasons] == [MoveReasonKind.CONTENT_CHANGED]
    assert set(planning.reasons[0].item_ids) == {"planning.deliver-1", "planning.deliver-3", "planning.deliver-9"}
    assert (releasing.movement, [one.kind for one in releasing.reasons]) == (
        Movement.LEFT,
        [MoveReasonKind.CONTENT_CHANGED],
    )
