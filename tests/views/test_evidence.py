"""Files of evidence where a level is explained: what they are, which way they speak, and nothing of what they hold."""

from __future__ import annotations

from assessment.domain.answered.assessment import Note, NoteKind
from assessment.domain.answered.evidence import Speaks
from assessment.domain.computed import Computed
from assessment.domain.missing import MissingKind, find_missing
from assessment.domain.rating.warnings import WarningKind
from assessment.views.cell import cell_view
from assessment.views.evidence import evidence_view
from assessment.views.process import process_view
from assessment.views.question import attribute_view, question_view
from tests.builders import an_evidence_file
from tests.computing import computed, mixed

ITEM, OTHER = "planning.deliver-1", "planning.ownership"
FILES = (
    an_evidence_file(OTHER, id="b", name="an owner.docx", size_count=3_000_000, caption="Signed"),
    an_evidence_file(ITEM, id="a", speaks=Speaks.AGAINST),
    an_evidence_file("building.deliver-1", id="c"),
)


def with_files(*files: object) -> Computed:
    whole = mixed()
    return computed(whole.framework, whole.assessment.model_copy(update={"evidence_files": files}))


def test_a_process_lists_its_files_in_the_order_of_its_questions() -> None:
    view = evidence_view(with_files(*FILES), "planning")
    table = view.table("evidence-files")
    assert view.finding == "2 files of evidence, 1 against a value."
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["log.pdf", "Deliver 1", "PDF", "2\u00a0kB", "against the value", "abababababab"],
        ["an owner.docx", "Ownership", "PDF", "2.9\u00a0MB", "not said", "abababababab"],
    ]
    assert [cell.note for cell in table.column("file")] == ["", "Signed"]
    assert table.cell("a", "hash").value == "ab" * 32
    assert evidence_view(with_files(), "planning").empty == "No file of evidence was handed in."


def test_the_question_the_cell_and_the_process_show_them() -> None:
    whole = with_files(*FILES).told
    process = whole.result.process("planning")
    attribute = process.attribute("delivery")
    (item,) = (one for one in attribute.items if one.item_id == ITEM)
    assert [row.id for row in question_view(whole, item).files.rows] == ["a"]
    assert [row.id for row in cell_view(whole, "planning", "delivery").table("evidence-files").rows] == ["a"]
    view = process_view(whole, "planning", with_range=False)
    sentence = "Planning: evidence speaks against the value of \u201cDeliver 1\u201d."
    assert sentence in view.flags
    assert sentence in attribute_view(whole, process, attribute).notes
    assert sentence not in attribute_view(whole, process, process.attribute("ownership")).notes
    assert view.evidence.finding in view.notes


def test_only_evidence_that_does_not_speak_against_backs_a_level() -> None:
    def share(*files: object) -> float | None:
        return with_files(*files).result.process("planning").basis.evidence_share

    before = share()
    assert before == 0.0
    assert (share(an_evidence_file(ITEM, speaks=Speaks.AGAINST)), share(an_evidence_file(ITEM))) == (0.0, 1 / 6)
    assert share(an_evidence_file(ITEM, speaks=Speaks.FOR)) == 1 / 6
    both = (an_evidence_file(ITEM, id="x", speaks=Speaks.AGAINST), an_evidence_file(ITEM, id="y"))
    assert share(*both) == 1 / 6


def test_a_question_with_evidence_of_either_kind_waits_for_none() -> None:
    def waiting(whole: Computed) -> int:
        return sum(one.kind is MissingKind.NO_EVIDENCE and one.item_id == ITEM for one in find_missing(whole))

    assert waiting(with_files()) == 1
    assert waiting(with_files(an_evidence_file(ITEM, speaks=Speaks.AGAINST))) == 0
    assert waiting(with_files(an_evidence_file(ITEM))) == 0


def test_a_reader_is_told_that_evidence_speaks_against_and_not_what_it_says() -> None:
    whole = mixed()
    note = Note(respondent_id="r1", item_id=ITEM, kind=NoteKind.EVIDENCE, text="Secretwords", speaks=Speaks.AGAINST)
    told = computed(whole.framework, whole.assessment.model_copy(update={"notes": (note,)})).told
    process = told.result.process("planning")
    assert WarningKind.EVIDENCE_AGAINST in {warning.kind for warning in process.warnings}
    assert "Secretwords" not in repr(process_view(told, "planning", with_range=False))
    assert told.assessment.notes == ()
