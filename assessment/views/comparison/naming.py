"""Names of processes, attributes, groups and questions that one of two assessments may have alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.domain.authored.framework import Framework
from assessment.domain.comparing.compared import Compared
from assessment.domain.computed import Computed


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """The frameworks of both sides; what both have is named as the later one names it."""

    framework: Framework
    before_framework: Framework

    def process(self, process_id: str) -> str:
        """The name of a process of either side; its id where only a plan or an older one of a row still has it."""
        process = self._of_process(process_id).process_by_id.get(process_id)
        return process_id if process is None else process.name

    def group(self, process_id: str) -> str:
        """The name of the group of a process of either side."""
        return self._of_process(process_id).group_by_process[process_id].name

    def item(self, item_id: str) -> str:
        """The name of a question of either side."""
        framework = self.framework if item_id in self.framework.item_by_id else self.before_framework
        return framework.item_by_id[item_id].name

    def processes(self, process_ids: Iterable[str]) -> list[str]:
        """The names of processes of either side."""
        return [self.process(process_id) for process_id in process_ids]

    def items(self, item_ids: Iterable[str]) -> list[str]:
        """The names of questions of either side."""
        return [self.item(item_id) for item_id in item_ids]

    def _of_process(self, process_id: str) -> Framework:
        return self.framework if process_id in self.framework.process_by_id else self.before_framework


def naming_of(computed: Computed, compared: Compared) -> Naming:
    """The names of a comparison that stands beside an assessment."""
    return Naming(framework=computed.framework, before_framework=compared.before_framework)
