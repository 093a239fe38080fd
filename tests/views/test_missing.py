"""What is missing, in words: each kind with its count, each line with where and what."""

from __future__ import annotations

from assessment.domain.answered.assessment import Respondent, Role, Target
from assessment.domain.authored.framework import Depth, Horizon
from assessment.views.missing import MissingView, Opening, missing_view
from tests.builders import DK, an_assessment, rated, tiny_framework
from tests.computing import computed, the_sample

FRAMEWORK = tiny_framework(process_count=2)
PEOPLE = tuple(Respondent(id=person_id, role=Role.PRACTITIONER, name="Ada") for person_id in ("r1", "r2"))


def view(**changes: object) -> MissingView:
    usual = {"respondents": PEOPLE, "depth": Depth.QUICK, "asks_to_be": True}
    return missing_view(computed(FRAMEWORK, an_assessment(FRAMEWORK, **{**usual, **changes})))


def lines(shown: MissingView, kind: str) -> list[str]:
    return [" | ".join(cell.text for cell in row.cells) for row in shown.table(kind).rows]


def test_lines_say_where_and_what_and_people_of_one_name_are_told_apart() -> None:
    given = (
        rated("planning.control", DK, "r1"),
        rated("planning.control", 5, "r1", Horizon.TO_BE),
        rated("planning.control", 0, "r2", Horizon.TO_BE),
    )
    targets = (Target(process_id="planning", level=2, rationale="So be it."),)
    shown = view(ratings=given, targets=targets)

    assert lines(shown, "unanswered")[:2] == [
        "Ada (Practitioner), no. 1 · Planning | 14 of 16 questions not answered",
        "Ada (Practitioner), no. 1 · Building | 16 of 16 questions not answered",
    ]
    assert lines(shown, "dont-know") == ["Planning · Control | 1 of 1 doesn't know"]
    assert lines(shown, "split") == ["Planning · Control · to-be | The two middle answers are far apart"]
    assert lines(shown, "target") == [
        "Planning | No approver",
        "All other processes | 1 process has the default target, which has neither reason nor approver",
    ]
    assert shown.openings["split:planning:planning.control:to-be"] == Opening(
        respondent_id="r1", process_id="planning", item_id="planning.control", fold="agree"
    )
    assert shown.openings["target:planning"] == Opening(tab="Targets")


def test_somebody_who_has_not_begun_is_one_line_that_leads_to_their_processes() -> None:
    shown = view(ratings=(rated("planning.control", 2, "r1"),))

    assert lines(shown, "unanswered")[-1] == "Ada (Practitioner), no. 2 | None of 32 questions answered"
    assert shown.openings["unanswered:r2"] == Opening(respondent_id="r2")


def test_the_counts_add_up_and_every_line_has_a_place() -> None:
    shown = missing_view(the_sample())
    rows = [row.id for table in shown.tables for row in table.rows]

    assert [fact.value for fact in shown.facts] == [len(table.rows) for table in shown.tables]
    assert shown.finding == f"{len(rows)} things are missing"
    assert len(set(rows)) == len(rows)
    assert set(shown.openings) == set(rows)
