"""Where in a framework the reader is. Ids of an uploaded framework are its author's: they are validated at each run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.framework import Framework
from assessment.domain.questionnaire import Process
from assessment.services.questionnaires import SheetRequest
from assessment.ui import session
from assessment.ui.components.printing import chosen_key


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
    def item_id(self) -> str | None:
        """The item that a search led to, to be shown unfolded."""
        wanted = session.value(f"{self.key}:item")
        return wanted if wanted in self.framework.item_by_id else None

    @property
    def _process_name(self) -> str:
        return f"{self.key}-process"

    def open_process(self, process_id: str, part: Part | None = None, item_id: str | None = None) -> None:
        """Callback: show a process, at a part and an item of it if they are given."""
        session.keep_in_url(self._process_name, process_id)
        session.put(f"{self.key}:view", View.PROCESSES)
        session.put(f"{self.key}:item", item_id)
        session.put(f"{self.key}:query", "")
        if part is not None:
            session.put(f"{self.key}:part", part)

    def open_view(self, view: View) -> None:
        """Callback: show another view, all of it."""
        session.put(f"{self.key}:view", view)
        session.put(f"{self.key}:query", "")

    def open_paper(self, process_id: str) -> None:
        """Callback: show what can be printed, with this process chosen."""
        session.put(chosen_key(self.key), [process_id])
        self.open_view(View.PAPER)

    def close_process(self) -> None:
        """Callback: show all processes."""
        session.keep_in_url(self._process_name, None)
        session.put(f"{self.key}:item", None)
