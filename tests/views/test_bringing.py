"""The preview of another version says in words and numbers what changes, and nothing that does not."""

from __future__ import annotations

from dataclasses import replace

from assessment.domain.answered.assessment import CriticalService, Flag, Note, NoteKind, Opinion
from assessment.domain.answered.organisation import LinkageRating
from assessment.domain.bringing import Bringing, ItemChange, ItemChangeKind, item_changes
from assessment.domain.computed import Computed
from assessment.domain.rating.scoring import score_assessment
from assessment.views.bringing import bringing_view
from tests.builders import agreed, an_assessment, fields_of, rated, tiny_framework
from tests.domain.altered import altered

FRAMEWORK = tiny_framework()
ITEM = "planning.deliver-1"
NEWER = altered(FRAMEWORK, version="1.1.0")
ASSESSMENT = an_assessment(FRAMEWORK, ratings=(rated(ITEM, 4), rated(ITEM, 4, "r2")), agreed=(agreed(ITEM, 4),))


def computed(framework=FRAMEWORK, assessment=ASSESSMENT) -> Computed:  # type: ignore[no-untyped-def]
    result = score_assessment(framework, assessment)
    return Computed(framework=framework, assessment=assessment, result=result, hash_assessment=lambda _: "")


SAME = Bringing(before=computed(), after=computed(NEWER), revision=7, items=(), lost=(), trimmed=())


def test_nothing_that_differs_is_said_in_one_sentence() -> None:
    view = bringing_view(SAME)
    assert view.finding == "No question differs, no process changes its level or target, and nothing is lost."
    facts = {fact.id: (fact.text, fact.value) for fact in view.facts}
    assert facts["version"] == ("1.0.0 to 1.1.0", "1.1.0")
    assert facts["kept"] == ("3 answers", 3)
    assert facts["lost"] == ("0 answers", 0)
    levels, items, lost = view.tables
    assert [row.id for row in levels.rows] == ["planning", "building", "releasing"]
    assert (items.rows, items.empty) == ((), "No question differs.")
    assert (lost.rows, lost.empty[:16]) == ((), "Nothing is lost:")


def test_levels_and_targets_stand_side_by_side_and_what_differs_is_marked() -> None:
    after = computed(NEWER, an_assessment(NEWER))
    view = bringing_view(replace(SAME, after=after))
    (levels, *_) = view.tables
    before = SAME.before.result.processes[0]
    assert levels.cell("planning", "level-before").value == before.level.level
    assert levels.cell("planning", "level-after").value is None
    assert levels.cell("planning", "target-before").value == levels.cell("planning", "target-after").value == 3
    assert [levels.cell(row.id, "differs").text for row in levels.rows] == ["Differs", "", ""]
    assert "1 process changes its level or target" in view.finding


def test_a_process_that_is_gone_is_marked_and_named_and_a_new_one_is_named() -> None:
    kept = FRAMEWORK.processes[:2]
    smaller = altered(FRAMEWORK, processes=kept)
    after = computed(smaller, ASSESSMENT.model_copy(update={"scope": ("planning", "building")}))
    view = bringing_view(replace(SAME, after=after))
    assert view.tables[0].cell("releasing", "differs").text == "Gone"
    assert view.tables[0].cell("releasing", "level-after").value is None
    assert "Not in it any more, with all that was said of them: Releasing." in view.notes
    backwards = bringing_view(replace(SAME, before=after, after=SAME.before))
    assert "New in it, and not in scope until you put them there: Releasing." in backwards.notes


def test_questions_that_differ_stand_by_process_with_their_answers() -> None:
    items = (
        ItemChange(item_id=ITEM, process_id="planning", name="Deliver 1", kind=ItemChangeKind.REWORDED, answer_count=3),
        ItemChange(item_id="x.y", process_id="building", name="Check", kind=ItemChangeKind.GONE, answer_count=0),
    )
    view = bringing_view(replace(SAME, items=items))
    table = view.tables[1]
    assert [(row.group, *(cell.text for cell in row.cells)) for row in table.rows] == [
        ("Planning", "Deliver 1", "other words", "3"),
        ("Building", "Check", "gone", "0"),
    ]
    assert view.finding.startswith("2 questions differ, ")
    assert next(fact for fact in view.facts if fact.id == "items").text == "1 gone and 1 other words"


def test_what_has_no_place_is_counted_by_what_it_belongs_to() -> None:
    lost = (
        rated(ITEM, 4),
        rated(ITEM, 4, "r2"),
        Note(respondent_id="r1", item_id=ITEM, kind=NoteKind.NOTE, text="Secret words."),
        Flag(item_id="planning.control"),
        Opinion(respondent_id="r1", process_id="releasing", pain=3),
        LinkageRating(linkage_id=FRAMEWORK.linkages[0].id, answer=rated(ITEM, 1).answer),
    )
    view = bringing_view(replace(SAME, lost=lost, trimmed=(CriticalService(id="s", name="Shop", importance=3),)))
    table = view.tables[2]
    name = FRAMEWORK.item_by_id[ITEM].name
    assert [tuple(cell.text for cell in row.cells) for row in table.rows] == [
        ("2", "answers", f"Planning: {name}"),
        ("1", "note", f"Planning: {name}"),
        ("1", "flag", f"Planning: {FRAMEWORK.item_by_id['planning.control'].name}"),
        ("1", "view of pain and importance", "Releasing"),
        ("1", "rated hand-off", "Planning to Building"),
    ]
    assert "6 entries would go" in view.finding
    assert next(fact for fact in view.facts if fact.id == "lost").value == 2
    assert "1 critical service loses a part that the newer version does not know." in view.notes
    assert "Secret" not in str(view)


def test_only_another_question_or_statement_is_other_words() -> None:
    planning = FRAMEWORK.processes[0]

    def with_first(**changes: object):  # type: ignore[no-untyped-def]
        first, *others = planning.activities
        changed = type(planning)(**{**fields_of(planning), "activities": (first.model_copy(update=changes), *others)})
        return altered(FRAMEWORK, processes=(changed, *FRAMEWORK.processes[1:]))

    assert item_changes(FRAMEWORK, with_first(good="Better.", pitfall="Mind."), ASSESSMENT) == ()
    (reworded,) = item_changes(FRAMEWORK, with_first(question="Else?"), ASSESSMENT)
    assert (reworded.item_id, reworded.kind, reworded.answer_count) == (ITEM, ItemChangeKind.REWORDED, 3)
    (moved,) = item_changes(FRAMEWORK, with_first(weight=2.0), ASSESSMENT)
    assert moved.kind is ItemChangeKind.MOVED
