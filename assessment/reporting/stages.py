"""How printing tells how far it is: stages as facts; views say them in words."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol


class Stage(StrEnum):
    """What is being done."""

    WAITING = "waiting"
    PLANNING = "planning"
    MEASURING = "measuring"
    WRITING = "writing"
    LAYING_OUT = "laying-out"
    SAVING = "saving"
    READY = "ready"


class OnStage(Protocol):
    """Hears of each stage: the share done, 0 to 1, and the page it is at, where there is one."""

    def __call__(self, share: float, stage: Stage, page: int | None = None) -> None:
        """Hear of one stage."""


def unheard(share: float, stage: Stage, page: int | None = None) -> None:
    """Tells nobody."""
    del share, stage, page
