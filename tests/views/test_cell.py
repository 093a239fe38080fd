"""What stands behind one cell of the heatmap."""

from __future__ import annotations

from assessment.domain.computed import Computed
from assessment.views.cell import cell_view
from assessment.views.heatmap import HeatmapState, heatmap_view
from assessment.views.legend import legend_text
from tests.builders import an_assessment, rated, tiny_framework
from tests.computing import computed, mixed


def test_a_cell_says_where_its_process_stands_and_what_the_attribute_comes_to() -> None:
    view = cell_view(mixed(), "planning", "definition")
    assert view.question == "Planning"
    assert view.finding == "Level 2, managed. Score 2.9."
    assert view.notes == (
        "The next level is held by definition.",
        "P+, 40 %; 100 % answered.",
        "To be L+: +40 points.",
    )


def test_the_questions_behind_it_stand_with_the_letter_that_counts() -> None:
    table = cell_view(mixed(), "planning", "quality-control").tables[0]
    assert [column.id for column in table.columns] == ["value", "question"]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["L+", "Check 1"],
        ["L+", "Check 2"],
        ["L+", "Improve process"],
    ]


def test_what_a_level_could_be_is_said() -> None:
    assert cell_view(mixed(), "process-5", "delivery").finding == "Level 1 (could be 2 to 5), performed. Score 1.3."


def test_not_assessed_and_not_applicable_and_unrated_are_three_things() -> None:
    assert cell_view(mixed(), "releasing", "delivery").finding == "Not assessed: nothing of it is rated yet."
    assert cell_view(mixed(), "process-4", "delivery").finding == "No level: its delivery work does not apply."
    assert cell_view(mixed(), "process-4", "delivery").notes == (
        "Not applicable: it leaves the model of this process.",
    )
    assert "Nothing is rated yet; until then it counts as not done." in cell_view(mixed(), "process-5", "control").notes


def eight_activities(last_code: int) -> Computed:
    """Seven of eight delivery activities at F, the last one lower: 7 * 5 + code of 40."""
    framework = tiny_framework(process_count=1, delivery_count=8)
    codes = [5] * 7 + [last_code]
    ratings = tuple(rated(f"planning.deliver-{number}", code) for number, code in enumerate(codes, start=1))
    return computed(framework, an_assessment(framework, ratings=ratings))


def test_a_capped_attribute_names_the_question_that_keeps_it_from_f() -> None:
    notes = cell_view(eight_activities(2), "planning", "delivery").notes
    assert "L+, 85 %; 100 % answered." in notes  # 37 of 40 are 92.5 %
    assert "Held at L by Deliver 8: a question at P+ or lower keeps it from F." in notes
    assert not any("not done at all" in note for note in notes)


def test_an_attribute_carried_over_something_not_done_says_so() -> None:
    notes = cell_view(eight_activities(0), "planning", "delivery").notes
    assert "Carried, though Deliver 8 is not done at all." in notes


def test_an_attribute_with_nothing_amiss_says_neither() -> None:
    notes = cell_view(eight_activities(5), "planning", "delivery").notes
    assert "F, 100 %; 100 % answered." in notes
    assert not any("Held at L" in note or "not done" in note for note in notes)


def test_the_legend_says_hatches_dashes_and_signs_in_words() -> None:
    assert legend_text(heatmap_view(mixed(), HeatmapState.AS_IS).tables[0]) == (
        "Hatched: low confidence · Dashed edge: provisional: fewer than half answered · •: nothing rated · "
        "–: not applicable"
    )
    assert legend_text(heatmap_view(mixed(scope=("planning",)), HeatmapState.AS_IS).tables[0]) == ""
