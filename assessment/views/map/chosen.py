"""What is said of one process beside the map: where it stands, its leverage, what it blocks, its hand-offs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.domain.authored.content import EVERY_PROCESS
from assessment.domain.computed import Computed
from assessment.domain.rating.results import PriorityResult
from assessment.views.hand_offs import Shown, hand_off_list
from assessment.views.map.lines import Line
from assessment.views.model import Table
from assessment.views.names import extension_mark, process_name
from assessment.views.wording import process_map as words


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The chosen process: its lines and what they mean in words; `hand_offs` has a row for each of its linkages."""

    process_id: str
    name: str
    sentences: tuple[str, ...]
    lines: tuple[Line, ...]
    lines_legend: str
    hand_offs: Table


def chosen_process(computed: Computed, process_id: str, said: str, lines: tuple[Line, ...]) -> Chosen:
    """What is said of a process in scope; `said` is its box in words."""
    return Chosen(
        process_id=process_id,
        name=process_name(computed.framework, process_id),
        sentences=(said, *_sentences(computed, process_id, lines)),
        lines=lines,
        lines_legend=words.LINES if lines else "",
        hand_offs=hand_off_list(computed, Shown.ALL, process_id),
    )


def _sentences(computed: Computed, process_id: str, lines: Sequence[Line]) -> Iterator[str]:
    framework = computed.framework
    extension = extension_mark(framework, framework.process_by_id[process_id])
    if extension:
        yield words.sentence(extension)
    entries = {entry.process_id: entry for entry in computed.result.priorities}
    if process_id in entries:
        yield from _weight(computed, entries[process_id])
    yield _line_counts(process_id, lines)
    universal = sum(
        process_id in (one.from_process, one.to_process) for one in framework.universal if _is_of_one(one.to_process)
    ) + sum(process_id == one.from_process for one in framework.universal if not _is_of_one(one.to_process))
    if universal:
        yield words.reaches_all(universal)


def _is_of_one(process_id: str) -> bool:
    return process_id != EVERY_PROCESS


def _weight(computed: Computed, entry: PriorityResult) -> Iterator[str]:
    """Its leverage among all, what it blocks and what blocks it."""
    framework, priorities = computed.framework, computed.result.priorities
    place = 1 + sum(other.leverage_share > entry.leverage_share for other in priorities)
    yield words.leverage(entry.leverage_share, place, len(priorities))
    waiting = [process_name(framework, other) for other in blocked_processes(computed, entry.process_id)]
    yield words.blocks(waiting) if waiting else words.blocks_nobody()
    if entry.blocked_by:
        names = [process_name(framework, supplier) for supplier in entry.blocked_by]
        target_level = computed.result.process(entry.process_id).target.target_level
        yield words.blocked_by(names, target_level - 1)


def blocked_processes(computed: Computed, process_id: str) -> tuple[str, ...]:
    """Ids of the processes that cannot reach their target before this one rises, in the model's order."""
    waiting = {entry.process_id for entry in computed.result.priorities if process_id in entry.blocked_by}
    return tuple(process.process_id for process in computed.result.processes if process.process_id in waiting)


def _line_counts(process_id: str, lines: Sequence[Line]) -> str:
    if not lines:
        return words.NO_LINKAGES
    outward = sum(line.from_process == process_id for line in lines)
    return words.line_counts(outward, len(lines) - outward, sum(line.is_broken for line in lines))
