"""One process of a framework: its head, what it is about, and the facilitator's guide."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.authored.content import Guide, Process
from assessment.domain.authored.framework import Framework
from assessment.views.background import crosswalk_table, metrics_table
from assessment.views.frameworks.listing import Listing
from assessment.views.model import Fact, View
from assessment.views.names import extension_mark, process_name
from assessment.views.wording import frameworks as words
from assessment.views.wording import paper_questionnaire as guide_words
from assessment.views.wording.background import duration


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessHead:
    """What stands above every part of a process. `place`: its group, and whether it is an extension."""

    name: str
    place: str
    purpose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView(View):
    """What a process is: facts on why it matters and where it ends; each of `confusions` is labelled by a process."""

    in_the_room: Listing
    confusions_title: str
    confusions: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessGuideView(View):
    """How to lead the conversation about a process."""

    listings: tuple[Listing, ...] = ()


def process_head(framework: Framework, process_id: str) -> ProcessHead:
    """The head of a process."""
    process = framework.process_by_id[process_id]
    group = framework.group_by_process[process_id]
    return ProcessHead(
        name=process.name,
        place=words.place(group.name, extension_mark(framework, process)),
        purpose=process.purpose,
    )


def about_view(framework: Framework, process_id: str) -> AboutView:
    """What a process is, what it is mistaken for, its indicators and its names in other publications."""
    process = framework.process_by_id[process_id]
    return AboutView(
        id="about",
        question=words.ABOUT_QUESTION,
        finding=process.purpose,
        facts=(
            Fact(id="why", label=guide_words.WHY, text=process.why),
            Fact(id="starts", label=guide_words.STARTS, text=process.starts),
            Fact(id="ends", label=guide_words.ENDS, text=process.ends),
        ),
        tables=(metrics_table(process), crosswalk_table(framework, process)),
        in_the_room=_in_the_room(process),
        confusions_title=words.CONFUSIONS_TITLE,
        confusions=tuple(
            Fact(
                id=other.process_id,
                label=process_name(framework, other.process_id),
                text=other.difference,
                value=other.process_id,
            )
            for other in process.confused_with
        ),
    )


def guide_view(framework: Framework, process_id: str) -> ProcessGuideView:
    """The guide of a process, or that none is written."""
    process = framework.process_by_id[process_id]
    guide = process.guide
    return ProcessGuideView(
        id="guide",
        question=words.GUIDE_QUESTION,
        finding="" if guide is None else guide.opening,
        empty=words.NO_GUIDE if guide is None else "",
        facts=() if guide is None else _guide_facts(guide),
        listings=()
        if guide is None
        else (
            Listing(label=guide_words.PROBES, texts=guide.probes),
            Listing(label=guide_words.TRAPS, texts=guide.traps),
            _in_the_room(process),
        ),
    )


def _guide_facts(guide: Guide) -> tuple[Fact, ...]:
    return (
        Fact(id="opening", label=guide_words.OPENING, text=guide.opening),
        Fact(id="time", label=words.TIME, text=duration(guide.minutes_quick, guide.minutes_full)),
    )


def _in_the_room(process: Process) -> Listing:
    return Listing(label=guide_words.IN_THE_ROOM, texts=process.in_the_room)
