"""Where in a framework the reader is. Ids of an uploaded framework are its author's: they are validated at each run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assessment.domain.authored.framework import Framework
from assessment.services.frameworks import PaperRequest
from assessment.ui import session
from assessment.ui.components.printing import chosen_key
from assessment.ui.components.scrolling import PAGE_HEAD, scroll_to
from assessment.views.frameworks.places import ProcessPart, Topic


def process_name(key: str) -> str:
    """What the process that is read goes by in the URL, under the prefix of a browser."""
    return f"{key}-process"


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """A framework, the prefix of everything remembered about reading it, and how its questionnaires are printed."""

    framework: Framework
    key: str
    begin_printing: Callable[[PaperRequest], str]

    @property
    def process_id(self) -> str | None:
        """The process that is open, None for the overview."""
        wanted = session.url_id(process_name(self.key))
        return wanted if wanted in self.framework.process_by_id else None

    @property
    def is_process_gone(self) -> bool:
        """Whether the URL leads to a process that the framework does not have."""
        return self.process_id is None and session.url_id(process_name(self.key)) is not None

    @property
    def topic(self) -> Topic:
        """The topic that is open, the processes unless another was chosen."""
        wanted = session.url_id(self._topic_name)
        return next((topic for topic in Topic if topic == wanted), Topic.PROCESSES)

    @property
    def part(self) -> ProcessPart:
        """The part of a process that is open, what it is about unless another was chosen."""
        wanted = session.url_id(self._part_name)
        return next((part for part in ProcessPart if part == wanted), ProcessPart.ABOUT)

    @property
    def item_id(self) -> str | None:
        """The item that a search led to, to be shown unfolded."""
        wanted = session.value(f"{self.key}:item")
        return wanted if wanted in self.framework.item_by_id else None

    @property
    def term(self) -> str | None:
        """The term that a search led to, to be shown on top of the glossary."""
        wanted = session.value(f"{self.key}:term")
        return None if wanted is None else str(wanted)

    @property
    def head_key(self) -> str:
        """Key of the head of a process, which is looked at first."""
        return f"{self.key}-process-head"

    @property
    def _topic_name(self) -> str:
        return f"{self.key}-view"

    @property
    def _part_name(self) -> str:
        return f"{self.key}-part"

    def item_key(self, item_id: str) -> str:
        """Key of a question; it is a CSS class as well."""
        return f"{self.key}-item-{item_id.replace('.', '--')}"

    def open_process(self, process_id: str, part: ProcessPart | None = None, item_id: str | None = None) -> None:
        """Callback: show a process, at a part and an item of it if they are given."""
        session.keep_in_url(process_name(self.key), process_id)
        session.put(f"{self.key}:item", item_id)
        self.open_topic(Topic.PROCESSES)
        if part is not None:
            self.open_part(part)
        scroll_to(self.head_key if item_id is None or part is ProcessPart.ACTIONS else self.item_key(item_id))

    def open_topic(self, topic: Topic) -> None:
        """Callback: show another topic, all of it."""
        session.keep_in_url(self._topic_name, None if topic is Topic.PROCESSES else topic.value)
        session.put(f"{self.key}:query", "")

    def choose_topic(self, topic: Topic) -> None:
        """Callback: show another topic from its beginning."""
        session.drop(f"{self.key}:term")
        self.open_topic(topic)

    def open_term(self, term: str) -> None:
        """Callback: show the glossary with this term on top."""
        session.put(f"{self.key}:term", term)
        self.open_topic(Topic.GLOSSARY)
        scroll_to(PAGE_HEAD)

    def open_part(self, part: ProcessPart) -> None:
        """Callback: show another part of the process."""
        session.keep_in_url(self._part_name, None if part is ProcessPart.ABOUT else part.value)

    def open_paper(self, process_id: str) -> None:
        """Callback: show what can be printed, with this process chosen."""
        session.put(chosen_key(self.key), [process_id])
        self.open_topic(Topic.PAPER)

    def close_process(self) -> None:
        """Callback: show all processes."""
        session.keep_in_url(process_name(self.key), None)
        session.put(f"{self.key}:item", None)
        scroll_to(PAGE_HEAD)
