"""What a report says of itself: its cover, the heads and feet of its pages, what it holds and what it is made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from assessment.domain.answered.assessment import AssessmentState
from assessment.domain.computed import Computed
from assessment.domain.layout.layout import HOUSE_LAYOUT, FilePlace, Layout
from assessment.domain.rating.results import Verification
from assessment.views.choices import choices_view
from assessment.views.claim import claim_text
from assessment.views.commentary.own import group_texts_view, text_view
from assessment.views.commentary.places import PlaceKind
from assessment.views.comparison.trend import has_trend
from assessment.views.layouts import PlacedLogo, placed_logo
from assessment.views.model import Fact
from assessment.views.quotes import released_quotes
from assessment.views.report_kinds import NEED_LEVELS, Section
from assessment.views.without_level import without_level_view
from assessment.views.wording import (
    board,
    capacity,
    characteristics,
    choices,
    executive,
    firmness,
    groups,
    hand_offs,
    heatmap,
    levels,
    method,
    opinions,
    organisation,
    plan,
    plan_brief,
    priorities,
    process_map,
    resources,
    services,
)
from assessment.views.wording import claims as claim_words
from assessment.views.wording import report as words
from assessment.views.wording.comparison import since, trend
from assessment.views.wording.findings import shared as finding_words
from assessment.views.wording.numbers import long_date
from assessment.views.wording.pages.report import made_from
from assessment.views.wording.terms import STATES
from assessment.views.wording.workshop import minutes

SHORT_HASH_LENGTH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What stands on the cover and on every page; `created` is the day of printing as a file's properties want it."""

    title: str
    author: str
    language: str
    description: str
    created: str
    running_head: str
    date: str
    standing: str
    foot: str
    short_hash: str
    hash_line: str
    brand: str
    kind: str
    organisation: str
    unit: str
    name: str
    fictional: str
    facts: tuple[Fact, ...]
    independence: str
    contents: str
    client_logo: PlacedLogo | None
    own_logo: PlacedLogo | None


def imprint(computed: Computed, printed_on: date, layout: Layout = HOUSE_LAYOUT) -> Imprint:
    """The imprint of a report that is printed on a day, by a layout."""
    header = computed.assessment.header
    name, organisation = (" ".join(text.split()) for text in (header.name, header.organisation))
    short_hash = computed.snapshot_hash[:SHORT_HASH_LENGTH]
    claim = claim_text(computed.assessment.claim)
    return Imprint(
        title=words.title(name, organisation),
        author=organisation,
        language=words.LANGUAGE,
        description=words.description(name, header.assessed_on),
        created=f"{printed_on.isoformat()}T00:00:00Z",
        running_head=words.running_head(organisation),
        date=long_date(header.assessed_on),
        standing=words.standing(STATES[header.state], is_fictional=header.is_fictional),
        foot=words.confidentiality(
            is_fictional=header.is_fictional,
            is_draft=header.state is AssessmentState.DRAFT,
            own=layout.confidentiality,
        ),
        short_hash=short_hash,
        hash_line=words.snapshot(short_hash),
        brand=words.BRAND,
        kind=words.KIND,
        organisation=header.organisation,
        unit=header.unit or "",
        name=header.name,
        fictional=words.FICTIONAL if header.is_fictional else "",
        facts=(
            Fact(id="state", label=words.STATE_LABEL, text=STATES[header.state]),
            *((Fact(id="claim", label=claim_words.LABEL, text=claim),) if claim else ()),
            Fact(id="basis", label=words.BASIS_LABEL, text=basis_text(computed.result.verification)),
            Fact(
                id="framework",
                label=words.FRAMEWORK_LABEL,
                text=words.framework(computed.framework.name, computed.framework.version),
            ),
            Fact(id="snapshot", label=words.SNAPSHOT_LABEL, text=short_hash),
            Fact(id="printed", label=words.PRINTED_LABEL, text=long_date(printed_on)),
        ),
        independence=computed.framework.independence,
        contents=words.CONTENTS,
        client_logo=placed_logo(layout, FilePlace.CLIENT_LOGO),
        own_logo=placed_logo(layout, FilePlace.OWN_LOGO),
    )


def basis_text(verification: Verification) -> str:
    """Whether the values were verified, in one sentence."""
    if verification.is_verified:
        return words.verified()
    if not verification.verified_count:
        return words.self_assessed()
    return words.partly_verified(verification.verified_count, verification.rated_count)


_TITLES: Mapping[Section, str] = {
    Section.EXECUTIVE: executive.QUESTION,
    Section.MAP: process_map.QUESTION,
    Section.HEATMAP_AS_IS: heatmap.QUESTIONS["as-is"],
    Section.HEATMAP_TO_BE: heatmap.QUESTIONS["to-be"],
    Section.HEATMAP_GAP: heatmap.QUESTIONS["gap"],
    Section.MOVEMENT: levels.MOVEMENT_QUESTION,
    Section.CHARACTERISTICS: characteristics.QUESTION,
    Section.GROUPS: groups.QUESTION,
    Section.PRIORITIES: priorities.QUESTION,
    Section.OPINIONS: opinions.QUESTION,
    Section.ROADMAP: plan.QUESTION,
    Section.FIRMNESS: firmness.QUESTION,
    Section.HAND_OFFS: hand_offs.QUESTION,
    Section.TRANSITIONS: organisation.TRANSITIONS_QUESTION,
    Section.OWNERS: organisation.OWNERS_QUESTION,
    Section.TECHNOLOGY: resources.TECHNOLOGY_QUESTION,
    Section.SOURCING: resources.SOURCING_QUESTION,
    Section.SERVICES: services.QUESTION,
    Section.STEPS: plan_brief.STEPS_QUESTION,
    Section.CAPACITY: capacity.QUESTION,
    Section.CHOICES: choices.QUESTION,
    Section.RANGES: firmness.RANGES_TITLE,
    Section.HAND_OFFS_WORKING: hand_offs.WORKING_QUESTION,
    Section.READINESS: organisation.READINESS_TITLE,
    Section.RECORDED: finding_words.RECORDED_QUESTION,
    Section.PROCESSES: words.PROCESSES,
    Section.METHOD: method.QUESTION,
    Section.MINUTES: minutes.QUESTION,
    Section.PROGRESS: board.QUESTION,
}
"""What a section is called in the contents; the cover and the contents themselves are not in them."""


_WRITTEN: Mapping[Section, PlaceKind] = {
    Section.INTRODUCTION: PlaceKind.INTRODUCTION,
    Section.APPROACH: PlaceKind.METHOD,
    Section.COMMENTARY: PlaceKind.WHOLE,
    Section.RECOMMENDATIONS: PlaceKind.RECOMMENDATIONS,
    Section.NEXT_STEPS: PlaceKind.NEXT_STEPS,
}
"""Sections that are there where somebody wrote one."""


def chapter_titles(computed: Computed, sections: tuple[Section, ...]) -> tuple[str, ...]:
    """The chapters of a report of an assessment, in their order, as its contents name them, with own texts."""
    return tuple(title for section in sections_with_levels(computed, sections) for title in _titles(computed, section))


def sections_with_levels(computed: Computed, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections that are printed: where no process has a level, none that is made of levels.

    Where that leaves none the first stays, and says why it is empty: a file has a page.
    """
    if computed.result.whole.process_count:
        return sections
    return tuple(section for section in sections if section not in NEED_LEVELS) or sections[:1]


def processes_with_pages(computed: Computed) -> tuple[str, ...]:
    """Ids of the processes that have pages of their own: those with a level, and those where somebody is quoted."""
    return tuple(
        process.process_id
        for process in computed.result.processes
        if process.level.level is not None or released_quotes(computed, process.process_id)
    )


def _has_content(computed: Computed, section: Section) -> bool:
    """Whether a section has a part of its own: processes need pages, decisions by hand have to be there."""
    if section is Section.PROCESSES:
        return bool(processes_with_pages(computed))
    return section is not Section.CHOICES or not choices_view(computed).empty


def _titles(computed: Computed, section: Section) -> Iterator[str]:
    if section in _TITLES and _has_content(computed, section):
        yield _TITLES[section]
    if section in _WRITTEN:
        view = text_view(computed, _WRITTEN[section])
        yield from (view.question,) if view.passages else ()
    if section is Section.SINCE and computed.compared is not None:
        yield since.QUESTION
        yield from (trend.QUESTION,) if has_trend(computed.compared) else ()
    if section is Section.GROUPS:
        view = group_texts_view(computed)
        yield from (view.question,) if view.passages else ()
    if section is Section.PROCESSES:
        without = without_level_view(computed)
        yield from (without.question,) if without.tables else ()


def basis_of_report(computed: Computed) -> str:
    """How much stands behind a report: processes in scope, who answered, their answers and the share of questions
    with a value.
    """
    assessment = computed.assessment
    answering = {rating.respondent_id for rating in assessment.ratings}
    return made_from(
        len(assessment.scope),
        len(answering),
        len(assessment.respondents),
        len(assessment.ratings),
        computed.result.coverage_share,
    )
