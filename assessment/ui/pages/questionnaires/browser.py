"""Where in a framework the reader is. Ids of an uploaded framework are its author's: they are validated at each run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from assessment.domain.authored.content import GlossaryTerm, Process
from assessment.domain.authored.framework import Framework
from assessment.services.questionnaires import SheetRequest
from assessment.ui import session
from assessment.ui.components.printing import chosen_key
from assessment.ui.components.scrolling import PAGE_HEAD, scroll_to


class View(StrEnum):
    """What of a framework is shown."""

    PROCESSES = "Processes"
    GLOSSARY = "Glossary"
    TRANSITIONS = "Transitions"
    SCENARIOS = "Scenarios"
    SCALES = "Scales"
    PAPER = "On paper"


class Part(StrEnum):
    """What of a process is shown."""

    ABOUT = "About"
    QUESTIONS = "Questions"
    ACTIONS = "Actions"
    LINKAGES = "Linkages"
    GUIDE = "Facilitator's guide"


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """A framework, the prefix of everything remembered about reading it, and how its questionnaires are printed."""

    framework: Framework
    key: str
    begin_sheet: Callable[[SheetRequest], str]

    @property
    def process(self) -> Process | None:
        """The process that is open, None for the overview."""
        return self.framework.process_by_id.get(session.url_id(self._process_name) or "")

    @property
    def view(self) -> View:
        """The view that is open, the processes unless another was chosen."""
        return _named(View, session.url_id(self._view_name)) or View.PROCESSES

    @property
    def part(self) -> Part:
        """The part of a process that is open, what it is about unless another was chosen."""
        return _named(Part, session.url_id(self._part_name)) or Part.ABOUT

    @property
    def item_id(self) -> str | None:
        """The item that a search led to, to be shown unfolded."""
        wanted = session.value(f"{self.key}:item")
        return wanted if wanted in self.framework.item_by_id else None

    @property
    def term(self) -> GlossaryTerm | None:
        """The term that a search led to, to be shown on top of the glossary."""
        wanted = session.value(f"{self.key}:term")
        return next((entry for entry in self.framework.glossary if entry.term == wanted), None)

    @property
    def head_key(self) -> str:
        """Key of the head of a process, which is looked at first."""
        return f"{self.key}-process-head"

    @property
    def _process_name(self) -> str:
        return f"{self.key}-process"

    @property
    def _view_name(self) -> str:
        return f"{self.key}-view"

    @property
    def _part_name(self) -> str:
        return f"{self.key}-part"

    def item_key(self, item_id: str) -> str:
        """Key of a question; it is a CSS class as well."""
        return f"{self.key}-item-{item_id.replace('.', '--')}"

    def open_process(self, process_id: str, part: Part | None = None, item_id: str | None = None) -> None:
        """Callback: show a process, at a part and an item of it if they are given."""
        session.keep_in_url(self._process_name, process_id)
        session.put(f"{self.key}:item", item_id)
        self.open_view(View.PROCESSES)
        if part is not None:
            self.open_part(part)
        scroll_to(self.head_key if item_id is None or part is Part.ACTIONS else self.item_key(item_id))

    def open_view(self, view: View) -> None:
        """Callback: show another view, all of it."""
        session.keep_in_url(self._view_name, None if view is View.PROCESSES else view.name.lower())
        session.put(f"{self.key}:query", "")

    def choose_view(self, view: View) -> None:
        """Callback: show another view from its beginning."""
        session.drop(f"{self.key}:term")
        self.open_view(view)

    def open_term(self, term: str) -> None:
        """Callback: show the glossary with this term on top."""
        session.put(f"{self.key}:term", term)
        self.open_view(View.GLOSSARY)
        scroll_to(PAGE_HEAD)

    def open_part(self, part: Part) -> None:
        """Callback: show another part of the process."""
        session.keep_in_url(self._part_name, None if part is Part.ABOUT else part.name.lower())

    def open_paper(self, process_id: str) -> None:
        """Callback: show what can be printed, with this process chosen."""
        session.put(chosen_key(self.key), [process_id])
        self.open_view(View.PAPER)

    def close_process(self) -> None:
        """Callback: show all processes."""
        session.keep_in_url(self._process_name, None)
        session.put(f"{self.key}:item", None)
        scroll_to(PAGE_HEAD)


NameT = TypeVar("NameT", View, Part)


def _named(kind: type[NameT], name: str | None) -> NameT | None:
    """The member that an id of the URL names; None for anything else."""
    return next((member for member in kind if member.name.lower() == name), None)
