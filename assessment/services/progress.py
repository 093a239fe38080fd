"""How far a respondent is, and where to go on."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.authored.framework import Horizon, Item
from assessment.store import AnsweredPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessProgress:
    """One process: how many answers are asked and given, and the first item still without one."""

    process_id: str
    asked_count: int
    answered_count: int
    next_item_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Each process of which the respondent is asked anything. `resume` is (process id, item id); None: all answered."""

    processes: tuple[ProcessProgress, ...]
    resume: tuple[str, str] | None


def progress_of(
    asked: tuple[tuple[str, tuple[tuple[Item, Horizon], ...]], ...], answered: tuple[AnsweredPlace, ...]
) -> Progress:
    """Progress from what is asked, process by process, and what is answered.

    One resumes at the first open item after the latest answer, in the order of the questionnaire, and from the start
    when there is none after it (**own rule**).
    """
    version_by_place = {(place.item_id, place.horizon): place.version for place in answered}
    processes = tuple(_process(process_id, places, version_by_place) for process_id, places in asked if places)
    line = [(process_id, item, horizon) for process_id, places in asked for item, horizon in places]
    versions = [version_by_place.get((item.id, str(horizon)), 0) for _, item, horizon in line]
    latest = max(range(len(line)), key=lambda index: (versions[index], index), default=0) if any(versions) else -1
    order = [*range(latest + 1, len(line)), *range(latest + 1)]
    resume = next(((line[index][0], line[index][1].id) for index in order if not versions[index]), None)
    return Progress(processes=processes, resume=resume)


def _process(
    process_id: str, places: tuple[tuple[Item, Horizon], ...], version_by_place: dict[tuple[str, str], int]
) -> ProcessProgress:
    missing = [item.id for item, horizon in places if (item.id, str(horizon)) not in version_by_place]
    return ProcessProgress(
        process_id=process_id,
        asked_count=len(places),
        answered_count=len(places) - len(missing),
        next_item_id=missing[0] if missing else None,
    )
