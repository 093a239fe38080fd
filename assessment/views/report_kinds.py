"""Kinds of report and the sections each is made of, in the order of METHOD.md section 15.

A layout may choose among the sections of a kind and order them; an id is stable and stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class ReportKind(StrEnum):
    """What a report is for; the value is what a user and the command line call it."""

    EXECUTIVE = "executive"
    MAIN = "main"
    FULL = "full"
    PROCESSES = "processes"
    ROADMAP = "roadmap"
    PROGRESS = "progress"
    MINUTES = "minutes"
    MINUTES_WITH_NAMES = "minutes-with-names"


class OrganisationKind(StrEnum):
    """What a report of a whole organisation is for."""

    PORTFOLIO = "portfolio"


class Section(StrEnum):
    """A section of a report."""

    COVER = "cover"
    CONTENTS = "contents"
    INTRODUCTION = "introduction"
    APPROACH = "approach"
    EXECUTIVE = "executive"
    COMMENTARY = "commentary"
    MAP = "map"
    HEATMAP_AS_IS = "heatmap-as-is"
    HEATMAP_TO_BE = "heatmap-to-be"
    HEATMAP_GAP = "heatmap-gap"
    MOVEMENT = "movement"
    SINCE = "since"
    CHARACTERISTICS = "characteristics"
    GROUPS = "groups"
    PRIORITIES = "priorities"
    OPINIONS = "opinions"
    ROADMAP = "roadmap"
    FIRMNESS = "firmness"
    HAND_OFFS = "hand-offs"
    TRANSITIONS = "transitions"
    OWNERS = "owners"
    TECHNOLOGY = "technology"
    SOURCING = "sourcing"
    SERVICES = "services"
    RECOMMENDATIONS = "recommendations"
    NEXT_STEPS = "next-steps"
    STEPS = "steps"
    CAPACITY = "capacity"
    CHOICES = "choices"
    RANGES = "ranges"
    HAND_OFFS_WORKING = "hand-offs-working"
    READINESS = "readiness"
    RECORDED = "recorded"
    PROCESSES = "processes"
    METHOD = "method"
    MINUTES = "minutes"
    PROGRESS = "progress"
    PORTFOLIO = "portfolio"


APPENDIX = (
    Section.STEPS,
    Section.CAPACITY,
    Section.CHOICES,
    Section.OPINIONS,
    Section.RANGES,
    Section.HAND_OFFS_WORKING,
    Section.READINESS,
    Section.RECORDED,
    Section.PROCESSES,
    Section.METHOD,
)
ALONE = (Section.MINUTES, Section.PROGRESS, Section.PORTFOLIO)
"""Sections that are a document of their own, and no part of a report."""
CHOOSABLE = tuple(section for section in Section if section not in ALONE)
MAIN_SECTIONS = tuple(section for section in CHOOSABLE if section not in APPENDIX)
SECTIONS: Mapping[ReportKind, tuple[Section, ...]] = {
    ReportKind.EXECUTIVE: (Section.EXECUTIVE,),
    ReportKind.MAIN: MAIN_SECTIONS,
    ReportKind.FULL: (*MAIN_SECTIONS, *APPENDIX),
    ReportKind.PROCESSES: (Section.PROCESSES,),
    ReportKind.ROADMAP: (Section.ROADMAP, Section.STEPS, Section.CAPACITY, Section.CHOICES),
    ReportKind.PROGRESS: (Section.PROGRESS,),
    ReportKind.MINUTES: (Section.MINUTES,),
    ReportKind.MINUTES_WITH_NAMES: (Section.MINUTES,),
}
"""The sections of each kind, in order."""
NAMING = frozenset({ReportKind.MINUTES_WITH_NAMES})
"""The kinds that name people who answer: for whoever may see all of an assessment."""
CHOSEN_FROM = frozenset({ReportKind.MAIN, ReportKind.FULL})
"""The kinds whose sections a layout chooses; the others are of one section by themselves."""


def sections_of(kind: ReportKind, chosen: tuple[str, ...]) -> tuple[Section, ...]:
    """The sections of a report by a layout: those of its kind that are chosen, as ordered there; all where none is.

    >>> sections_of(ReportKind.MAIN, ("method", "groups", "executive"))
    (<Section.GROUPS: 'groups'>, <Section.EXECUTIVE: 'executive'>)
    """
    own = SECTIONS[kind]
    if kind not in CHOSEN_FROM:
        return own
    return tuple(Section(one) for one in chosen if one in own) or own


NEED_LEVELS = frozenset(
    {
        Section.MAP,
        Section.HEATMAP_AS_IS,
        Section.HEATMAP_TO_BE,
        Section.HEATMAP_GAP,
        Section.MOVEMENT,
        Section.CHARACTERISTICS,
        Section.GROUPS,
        Section.PRIORITIES,
        Section.OPINIONS,
        Section.ROADMAP,
        Section.STEPS,
        Section.FIRMNESS,
        Section.CAPACITY,
        Section.CHOICES,
        Section.RANGES,
    }
)
"""Left out where no process has a level."""
