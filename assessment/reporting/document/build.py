"""From computed parts to the whole report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assessment.domain.answered.assessment import Assessment, AssessmentState
from assessment.domain.authored.framework import Framework
from assessment.domain.planning.results import Firmness, Roadmap
from assessment.domain.rating.results import AssessmentResult
from assessment.reporting.document.cleaning import cleaned_throughout
from assessment.reporting.document.heatmaps import build_heatmaps
from assessment.reporting.document.method import build_method
from assessment.reporting.document.model import Chapter, ContentsEntry, ReportDocument
from assessment.reporting.document.order import build_firmness, build_priorities
from assessment.reporting.document.organisation import build_organisation
from assessment.reporting.document.parts import Parts, long_date
from assessment.reporting.document.plan import build_plan
from assessment.reporting.document.process_pages import build_process_page
from assessment.reporting.document.standing import build_characteristics, build_movement
from assessment.reporting.document.summary import build_cover, build_headline

SHORT_HASH_LENGTH = 12
LANGUAGE = "en"
RUNNING_HEAD_LIMIT = 70


def build_document(
    *,
    framework: Framework,
    assessment: Assessment,
    result: AssessmentResult,
    roadmap: Roadmap,
    firmness: Firmness | None,
    snapshot_hash: str,
    printed_on: date,
    product_version: str,
) -> ReportDocument:
    """The full report, every number rounded and every sentence made, in the order of METHOD.md section 15.

    The same parts give the same document; the date of printing is an argument. `firmness` None: not measured.
    """
    parts = Parts(
        framework=framework,
        assessment=assessment,
        result=result,
        roadmap=roadmap,
        firmness=firmness,
        snapshot_hash=snapshot_hash,
        printed_on=printed_on,
        product_version=product_version,
    )
    header = assessment.header
    document = ReportDocument(
        title=f"{header.name}: {header.organisation}",
        author=header.organisation,
        language=LANGUAGE,
        running_head=_running_head(header.organisation),
        date=long_date(header.assessed_on),
        created=f"{printed_on.isoformat()}T00:00:00Z",
        short_hash=snapshot_hash[:SHORT_HASH_LENGTH],
        confidentiality=_confidentiality(parts),
        cover=build_cover(parts),
        contents=(),
        headline=build_headline(parts),
        heatmaps=build_heatmaps(parts),
        movement=build_movement(parts),
        characteristics=build_characteristics(parts),
        priorities=build_priorities(parts),
        plan=build_plan(parts),
        firmness=build_firmness(parts),
        processes_chapter=Chapter(
            anchor="processes",
            title="Process by process",
            lead=("What each process was rated, why, what holds it, and where it should be.",),
        ),
        processes=tuple(build_process_page(parts, process) for process in result.processes),
        organisation_chapters=build_organisation(parts),
        method=build_method(parts),
    )
    return cleaned_throughout(_with_contents(document))


def _running_head(organisation: str) -> str:
    return organisation if len(organisation) <= RUNNING_HEAD_LIMIT else f"{organisation[:RUNNING_HEAD_LIMIT].rstrip()}…"


def _confidentiality(parts: Parts) -> str:
    if parts.assessment.header.is_fictional:
        return "Fictional sample"
    if parts.assessment.header.state is AssessmentState.DRAFT:
        return "Confidential. Draft"
    return "Confidential"


def _with_contents(document: ReportDocument) -> ReportDocument:
    chapters = [
        document.headline.chapter,
        *(heatmap.chapter for heatmap in document.heatmaps),
        document.movement.chapter,
        document.characteristics.chapter,
        document.priorities.chapter,
        document.plan.chapter,
        document.firmness.chapter,
    ]
    entries = [ContentsEntry(depth=1, title=chapter.title, anchor=chapter.anchor) for chapter in chapters]
    entries.append(
        ContentsEntry(depth=1, title=document.processes_chapter.title, anchor=document.processes_chapter.anchor)
    )
    entries += [ContentsEntry(depth=2, title=page.name, anchor=page.anchor) for page in document.processes]
    entries += [
        ContentsEntry(depth=1, title=beside.chapter.title, anchor=beside.chapter.anchor)
        for beside in document.organisation_chapters
    ]
    entries.append(ContentsEntry(depth=1, title=document.method.chapter.title, anchor=document.method.chapter.anchor))
    return replace(document, contents=tuple(entries))
