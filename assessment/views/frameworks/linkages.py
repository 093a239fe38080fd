"""What a process hands to others and receives from them, and how one sees that it works."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.authored.content import EVERY_PROCESS, Linkage
from assessment.domain.authored.framework import Framework
from assessment.views.model import Fact, View
from assessment.views.names import process_name
from assessment.views.wording import frameworks as words


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkageText:
    """One linkage: the process at its other end, what is handed over, and how one asks for it and sees that it works.

    `remarks` say where it comes from, and whether it binds.
    """

    id: str
    other_name: str
    flow: str
    facts: tuple[Fact, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkageSection:
    """The linkages of one direction; `empty` is said where there is none."""

    id: str
    title: str
    linkages: tuple[LinkageText, ...]
    empty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkagesView(View):
    """The linkages of a process by direction; `universal` are those with every other process."""

    sections: tuple[LinkageSection, ...]
    universal_title: str
    universal: tuple[Fact, ...]


def linkages_view(framework: Framework, process_id: str) -> LinkagesView:
    """Outgoing, incoming and universal linkages of a process."""
    going = [linkage for linkage in framework.linkages if linkage.from_process == process_id]
    coming = [linkage for linkage in framework.linkages if linkage.to_process == process_id]
    return LinkagesView(
        id="linkages",
        question=words.LINKAGES_QUESTION,
        finding=words.linkages(len(going) + len(coming)),
        sections=(
            LinkageSection(
                id="hands-over",
                title=words.HANDS_OVER,
                linkages=tuple(_text(linkage, process_name(framework, linkage.to_process)) for linkage in going),
                empty=words.NO_LINKAGE,
            ),
            LinkageSection(
                id="receives",
                title=words.RECEIVES,
                linkages=tuple(_text(linkage, process_name(framework, linkage.from_process)) for linkage in coming),
                empty=words.NO_LINKAGE,
            ),
        ),
        universal_title=words.UNIVERSAL,
        universal=_universal(framework, process_id),
    )


def _text(linkage: Linkage, other_name: str) -> LinkageText:
    source = words.linkage_source(linkage.kind, linkage.lines)
    return LinkageText(
        id=linkage.id,
        other_name=other_name,
        flow=linkage.flow,
        facts=(
            Fact(id="question", label=words.LINKAGE_QUESTION, text=linkage.question),
            Fact(id="working", label=words.WORKING, text=linkage.working),
        ),
        remarks=(source, words.BINDS) if linkage.is_hard else (source,),
    )


def _universal(framework: Framework, process_id: str) -> tuple[Fact, ...]:
    return tuple(
        Fact(
            id=universal.id,
            label=words.WITH_EVERY if universal.to_process == EVERY_PROCESS else words.FROM_EVERY,
            text=universal.flow,
        )
        for universal in framework.universal
        if process_id in (universal.from_process, universal.to_process)
    )
