"""The report holds the views, all of them, once and in order, and nothing that may not be said."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from assessment.domain.answered.assessment import AssessmentState, Certainty, Note, NoteKind, Respondent, Role
from assessment.domain.answered.texts import OwnText
from assessment.domain.authored.framework import Horizon
from assessment.domain.computed import Computed
from assessment.reporting.pdf.render import render_html
from assessment.reporting.pdf.report import Report, Template, build_report
from assessment.views.commentary.places import places
from assessment.views.process import ProcessView
from assessment.views.report import chapter_titles
from assessment.views.report_kinds import SECTIONS, ReportKind, Section
from tests.builders import agreed, an_assessment, answered, tiny_framework
from tests.computing import SNAPSHOT_HASH, computed, mixed, nothing_answered
from tests.reporting.conftest import built, report_of

DAY = date(2026, 3, 20)
CHAPTERS = [
    "executive",
    "map",
    "heatmap-as-is",
    "heatmap-to-be",
    "heatmap-gap",
    "movement",
    "characteristics",
    "groups",
    "priorities",
    "roadmap",
    "firmness",
    "hand-offs",
    "transitions",
    "owners",
    "technology",
    "sourcing",
    "services",
]
APPENDIX = ["steps", "capacity", "opinions", "ranges", "hand-offs-working", "readiness", "recorded"]
"""Of the whole report alone, before its process pages and the method."""


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for entry in value:
            yield from texts(entry)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))


def processes_of(report: Report) -> list[ProcessView]:
    return [part.view for part in report.parts if isinstance(part.view, ProcessView)]


def with_own_texts() -> Computed:
    """`mixed`, with the consultant's own words at every place of the whole and at its groups."""
    whole = mixed()
    written = places(whole.framework, whole.assessment.scope)
    texts = tuple(OwnText(place_id=place.id, text="We came in May.") for place in written)
    return computed(whole.framework, whole.assessment.model_copy(update={"texts": texts}))


def test_the_parts_stand_in_the_order_of_the_method(whole: Computed, report: Report) -> None:
    ids = [part.view.id for part in report.parts]
    assert ids[: len(CHAPTERS)] == CHAPTERS
    assert ids[-1] == "method"
    assert [view.process_id for view in processes_of(report)] == list(whole.assessment.scope)
    assert ids[len(CHAPTERS) :][: len(APPENDIX)] == APPENDIX
    assert len(ids) == len(set(ids)) == len(CHAPTERS) + len(APPENDIX) + len(whole.assessment.scope) + 1


def test_the_contents_name_every_part_once_and_the_processes_under_their_heading(report: Report) -> None:
    anchors = [entry.anchor for entry in report.contents]
    assert len(anchors) == len(set(anchors))
    assert [entry.title for entry in report.contents if entry.depth == 2] == [
        view.question for view in processes_of(report)
    ]
    heading = anchors.index("processes")
    assert report.contents[heading].depth == 1
    assert report.contents[heading + 1].title == processes_of(report)[0].question


def test_each_kind_holds_its_sections_and_the_main_part_is_that_of_the_whole(whole: Computed, report: Report) -> None:
    def ids(kind: ReportKind) -> list[str]:
        made = build_report(whole, printed_on=DAY, product_version="0.1.0", kind=kind)
        assert all(known[part.view.id] == part.view for part in made.parts)
        return [part.view.id for part in made.parts]

    known = {part.view.id: part.view for part in report.parts}
    assert ids(ReportKind.EXECUTIVE) == ["executive"]
    assert ids(ReportKind.MAIN) == CHAPTERS
    assert ids(ReportKind.ROADMAP) == ["roadmap", "steps", "capacity"]
    assert ids(ReportKind.PROCESSES) == [view.id for view in processes_of(report)]


def test_a_layout_chooses_sections_and_their_order(whole: Computed) -> None:
    chosen = (Section.GROUPS, Section.COVER, Section.ROADMAP)
    report = build_report(whole, printed_on=DAY, product_version="0.1.0", sections=chosen)
    assert (report.sections, [part.view.id for part in report.parts]) == (chosen, ["groups", "roadmap"])


def test_each_part_is_printed_by_its_own_template(report: Report) -> None:
    by_id = {part.view.id: part.template for part in report.parts}
    assert by_id["roadmap"] is Template.ROADMAP
    assert by_id["method"] is Template.METHOD
    assert by_id["executive"] is Template.EXECUTIVE
    assert by_id["steps"] is Template.STEPS
    assert by_id["heatmap-gap"] is Template.CHAPTER
    assert {part.template for part in report.parts if isinstance(part.view, ProcessView)} == {Template.PROCESS}
    assert [part.view.id for part in report.parts if part.is_first] == [processes_of(report)[0].id]


def test_the_imprint_says_whose_it_is_and_what_it_stands_on(whole: Computed, report: Report) -> None:
    header, imprint = whole.assessment.header, report.imprint
    facts = {fact.id: fact.text for fact in imprint.facts}
    assert (imprint.organisation, imprint.unit, imprint.name) == (header.organisation, header.unit, header.name)
    assert imprint.date == "12 March 2026"
    assert imprint.short_hash == SNAPSHOT_HASH[:12]
    assert imprint.hash_line == f"Snapshot {SNAPSHOT_HASH[:12]}"
    assert facts["state"] == "Draft"
    assert facts["framework"] == f"{whole.framework.name}, version {whole.framework.version}"
    assert facts["printed"] == "20 March 2026"
    assert imprint.independence == whole.framework.independence
    assert imprint.foot == "Fictional sample"
    assert imprint.fictional.startswith("A fictional organisation")


def test_only_a_wholly_verified_assessment_is_called_verified() -> None:
    framework = tiny_framework(process_count=1)
    assessment = answered(framework, an_assessment(framework), gap_share=0)
    items = framework.items("planning", assessment.header.depth, Horizon.AS_IS)
    verified = tuple(agreed(item.id, 3, certainty=Certainty.VERIFIED) for item in items)

    def basis(*values: Any) -> str:
        report = report_of(framework, assessment.model_copy(update={"agreed": values}))
        return next(fact.text for fact in report.imprint.facts if fact.id == "basis")

    assert basis(*verified) == "Verified: a second person confirmed every value."
    assert basis(verified[0]) == f"Self-assessed: 1 of {len(items)} values verified by a second person."
    assert basis() == "Self-assessed: no value has been verified by a second person."


def test_a_signed_off_report_says_so_on_cover_and_foot() -> None:
    framework = tiny_framework()
    draft = report_of(framework, an_assessment(framework))
    assert (draft.imprint.foot, draft.imprint.fictional) == ("Confidential. Draft", "")
    report = report_of(framework, answered(framework, an_assessment(framework, state=AssessmentState.SIGNED_OFF)))
    assert report.imprint.facts[0].text == "Signed off"
    assert report.imprint.foot == "Confidential"


def test_a_note_that_was_not_released_is_nowhere_in_the_report() -> None:
    framework = tiny_framework()
    note = Note(respondent_id="r1", item_id="planning.deliver-1", kind=NoteKind.NOTE, text="Never print this.")
    report = report_of(framework, an_assessment(framework, notes=(note,)))
    assert not [text for text in texts(report) if "Never print this" in text]


def test_a_quote_of_the_only_person_in_a_role_names_neither_person_nor_role() -> None:
    framework = tiny_framework()
    people = tuple(Respondent(id=f"r{number}", role=Role.PRACTITIONER) for number in range(1, 4))
    customer = Respondent(id="r9", role=Role.CUSTOMER, name="Only Customer")
    note = Note(
        respondent_id="r9", item_id="planning.deliver-1", kind=NoteKind.NOTE, text="It was late.", is_released=True
    )
    report = report_of(framework, an_assessment(framework, respondents=(*people, customer), notes=(note,)))
    quotes = [quote for view in processes_of(report) for quote in view.quotes]
    assert [quote.text for quote in quotes] == ["It was late."]
    assert "customer" not in quotes[0].who.lower()


def test_nothing_in_scope_still_makes_a_report(brief_report: Report) -> None:
    assert processes_of(brief_report) == []
    assert [part.view.id for part in brief_report.parts] == [
        "executive",
        *CHAPTERS[CHAPTERS.index("hand-offs") :],
        *(own for own in APPENDIX if own not in ("steps", "capacity", "opinions", "ranges")),
        "method",
    ]


def test_the_report_is_pure_data_and_the_same_for_the_same_assessment(small_report: Report) -> None:
    framework = tiny_framework()
    again = report_of(framework, answered(framework, an_assessment(framework)))
    assert again == small_report
    assert pickle.loads(pickle.dumps(small_report)) == small_report


def test_the_day_of_printing_is_an_argument(whole: Computed) -> None:
    later = build_report(whole, printed_on=date(2026, 4, 2), product_version="0.1.0")
    assert later.imprint.created == "2026-04-02T00:00:00Z"
    assert {fact.id: fact.text for fact in later.imprint.facts}["printed"] == "2 April 2026"
    assert built(whole).imprint.created == "2026-03-20T00:00:00Z"


def test_a_process_without_a_level_has_a_line_and_no_page() -> None:
    report = built(mixed())
    without = {"releasing", "process-4"}
    assert {view.process_id for view in processes_of(report)} == {"planning", "building", "process-5"}
    (part,) = (part for part in report.parts if part.view.id == "without-level")
    assert [[cell.text for cell in row.cells] for row in part.view.tables[0].rows] == [
        ["Releasing", "not assessed", "3"],
        ["Process 4", "not applicable", "3"],
    ]
    html = render_html(report)
    assert all(html.count(f' id="process-{own}"') == 1 for own in without)


@pytest.mark.parametrize("kind", ReportKind)
@pytest.mark.parametrize("make", [mixed, nothing_answered, with_own_texts])
def test_what_is_in_a_report_is_said_before_it_is_made(make: Callable[[], Computed], kind: ReportKind) -> None:
    told = make().told
    report = build_report(told, printed_on=DAY, product_version="0.1.0", kind=kind)

    assert chapter_titles(told, SECTIONS[kind]) == tuple(one.title for one in report.contents if one.depth == 1)
    assert report.parts


def test_sections_of_which_nothing_can_be_said_leave_one_that_says_so() -> None:
    chosen = (Section.HEATMAP_GAP, Section.GROUPS)
    report = build_report(nothing_answered().told, printed_on=DAY, product_version="0.1.0", sections=chosen)

    assert [part.section for part in report.parts] == [Section.HEATMAP_GAP]
