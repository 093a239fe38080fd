"""What the report says is what was computed, and nothing that may not be said."""

from __future__ import annotations

import dataclasses
import json
import pickle
from collections.abc import Iterator
from datetime import date
from typing import Any

from assessment.domain.answered.assessment import (
    AssessmentState,
    Certainty,
    Note,
    NoteKind,
    Respondent,
    Role,
)
from assessment.domain.authored.content import Origin
from assessment.domain.authored.framework import Horizon
from assessment.domain.rating.results import Confidence
from assessment.reporting.document.answers import answer_words
from assessment.reporting.document.model import ReportDocument
from assessment.reporting.wording import score_text
from tests.builders import agreed, an_assessment, answered, rated, tiny_framework
from tests.reporting.conftest import Whole, computed


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for entry in value:
            yield from _texts(entry)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))


def _all(document: ReportDocument) -> str:
    return "\n".join(_texts(document))


def test_the_headline_holds_at_most_six_numbers_and_they_are_the_results(
    whole: Whole, document: ReportDocument
) -> None:
    shown = {fact.label: fact.value for fact in document.headline.facts}
    rollup = whole.result.whole
    assert len(shown) <= 6
    assert shown["At target"] == f"{rollup.at_target_count} of {rollup.process_count}"
    assert shown["Mean"] == score_text(rollup.mean_score)
    assert shown["Floor"] == str(rollup.floor_level)
    counts = [row.cells[3].text for row in document.headline.levels.rows]
    assert counts == [str(count) for count in rollup.level_counts]


def test_every_process_in_scope_has_a_page_with_its_level_score_and_target(
    whole: Whole, document: ReportDocument
) -> None:
    assert [page.name for page in document.processes] == [process.name for process in whole.framework.processes]
    for page, process in zip(document.processes, whole.result.processes, strict=True):
        shown = {fact.label: fact.value for fact in page.facts}
        assert shown["Level"] == str(process.level.level)
        assert shown["Score"] == score_text(process.level.score)
        assert shown["Target"] == str(process.target.target_level)
        assert shown["33020 bound"] == f"level {process.bound_33020_level}"


def test_rows_that_are_hatched_are_also_named(whole: Whole, document: ReportDocument) -> None:
    low = [process.process_id for process in whole.result.processes if process.sureness.confidence is Confidence.LOW]
    remarks = " ".join(document.heatmaps[0].remarks)
    assert low
    assert all(whole.framework.process_by_id[process_id].name in remarks for process_id in low)


def test_every_item_asked_is_on_its_process_page(whole: Whole, document: ReportDocument) -> None:
    for page, process in zip(document.processes, whole.result.processes, strict=True):
        printed = {row.cells[0].text for row in page.answers.rows if row.cells}
        items = whole.framework.items(process.process_id, whole.assessment.header.depth, Horizon.AS_IS)
        assert {item.name for item in items} <= printed


def test_only_released_quotes_are_printed_and_never_with_a_name(whole: Whole, document: ReportDocument) -> None:
    released = [note for note in whole.assessment.notes if note.is_released]
    quotes = [quote for page in document.processes for quote in page.quotes]
    assert 0 < len(quotes) == len(released) < len(whole.assessment.notes)
    names = [person.name for person in whole.assessment.respondents if person.name]
    assert not [quote for quote in quotes for name in names if name in quote.who]


def test_a_note_that_was_not_released_is_nowhere() -> None:
    framework = tiny_framework()
    note = Note(respondent_id="r1", item_id="planning.deliver-1", kind=NoteKind.NOTE, text="Never print this.")
    document = computed(framework, an_assessment(framework, notes=(note,)), draw_count=0).document()
    assert "Never print this" not in _all(document)


def test_a_quote_of_the_only_person_in_a_role_does_not_name_the_role() -> None:
    framework = tiny_framework()
    people = (*(Respondent(id=f"r{number}", role=Role.PRACTITIONER) for number in range(1, 4)),)
    customer = Respondent(id="r9", role=Role.CUSTOMER, name="Only Customer")
    note = Note(
        respondent_id="r9", item_id="planning.deliver-1", kind=NoteKind.NOTE, text="It was late.", is_released=True
    )
    assessment = an_assessment(framework, respondents=(*people, customer), notes=(note,))
    document = computed(framework, assessment, draw_count=0).document()
    assert [quote.who for page in document.processes for quote in page.quotes] == ["Said by a respondent"]


def test_answers_of_fewer_people_than_the_anonymity_floor_are_not_told_apart() -> None:
    framework = tiny_framework()
    item_id = "planning.deliver-1"
    ratings = (rated(item_id, 1, "r1"), rated(item_id, 5, "r2"))
    result = computed(framework, an_assessment(framework, ratings=ratings), draw_count=0).result
    item = result.process("planning").attributes[0].items[0]
    assert answer_words(item, anonymity_floor=3) == "2 answers, too few to print apart"
    assert answer_words(item, anonymity_floor=2) == "1 × P-, 1 × F"


def test_the_extension_says_that_it_is_not_one_of_the_sixteen(whole: Whole, document: ReportDocument) -> None:
    marked = {page.name for page in document.processes if "sixteen" in page.extension_mark}
    assert marked == {process.name for process in whole.framework.processes if process.origin is Origin.EXTENSION}
    assert len(marked) == 1


def test_every_step_is_in_a_wave_or_among_the_not_funded(whole: Whole, document: ReportDocument) -> None:
    printed = [step.title for wave in document.plan.waves for step in wave.steps]
    assert len(printed) == sum(len(wave.steps) for wave in whole.roadmap.waves)
    assert len(document.plan.not_funded.rows) == len(whole.roadmap.not_funded)


def test_the_method_page_prints_settings_versions_and_the_whole_hash(whole: Whole, document: ReportDocument) -> None:
    text = _all(document)
    header = whole.assessment.header
    for wanted in ("3f" * 32, header.framework.content_hash, header.framework.version, "67.5", "not a conformant"):
        assert wanted in text
    assert whole.framework.independence in text
    assert sum(rule.is_own for _, rules in document.method.rules for rule in rules) >= 20


def test_the_contents_list_every_chapter_once(document: ReportDocument) -> None:
    anchors = [entry.anchor for entry in document.contents]
    assert len(anchors) == len(set(anchors))
    assert {page.anchor for page in document.processes} <= set(anchors)


def test_an_assessment_without_any_answer_has_sentences_where_tables_would_be() -> None:
    framework = tiny_framework()
    document = computed(framework, an_assessment(framework), draw_count=0).document()
    assert document.firmness.chapter.lead == ("How firm the order is has not been measured.",)
    for chapter in document.organisation_chapters:
        assert chapter.tables[0].rows == () or chapter.chapter.anchor == "owners"
        assert chapter.tables[0].empty
    assert document.cover.state == "Draft"
    assert document.cover.basis.startswith("Self-assessed: no value")


def test_nothing_in_scope_still_makes_a_report() -> None:
    framework = tiny_framework()
    document = computed(framework, an_assessment(framework, scope=()), draw_count=0).document()
    assert document.processes == ()
    assert document.headline.chapter.lead[0].startswith("No process has a level yet.")


def test_only_a_wholly_verified_assessment_is_called_verified() -> None:
    framework = tiny_framework(process_count=1)
    assessment = answered(framework, an_assessment(framework), gap_share=0)
    items = framework.items("planning", assessment.header.depth, Horizon.AS_IS)
    verified = tuple(agreed(item.id, 3, certainty=Certainty.VERIFIED) for item in items)
    whole = computed(framework, assessment.model_copy(update={"agreed": verified}), draw_count=0)
    part = computed(framework, assessment.model_copy(update={"agreed": verified[:1]}), draw_count=0)
    assert whole.document().cover.basis == "Verified: a second person confirmed every value."
    assert part.document().cover.basis.startswith("Self-assessed: 1 of ")


def test_a_signed_off_report_prints_the_low_bound() -> None:
    framework = tiny_framework()
    assessment = answered(framework, an_assessment(framework, state=AssessmentState.SIGNED_OFF))
    document = computed(framework, assessment, draw_count=0).document()
    labels = {fact.label for fact in document.processes[0].sureness}
    assert "Signed off as" in labels
    assert document.cover.state == "Signed off"


def test_the_document_is_pure_data_and_the_same_for_the_same_parts(
    small: Whole, small_document: ReportDocument
) -> None:
    assert pickle.loads(pickle.dumps(small_document)) == small_document
    assert small.document() == small_document
    assert json.dumps(dataclasses.asdict(small_document))


def test_the_date_of_printing_is_an_argument(small_document: ReportDocument) -> None:
    assert small_document.cover.printed_on == "20 March 2026"
    assert small_document.created.startswith(date(2026, 3, 20).isoformat())
