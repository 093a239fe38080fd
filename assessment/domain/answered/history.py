"""What became of an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from assessment.domain.answered.entries import Answer
from assessment.domain.authored.framework import Horizon


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerChange:
    """One change of a person's answer, or of the room's value (`is_agreed`); None where nothing was or is."""

    at: datetime
    horizon: Horizon
    is_agreed: bool
    before: Answer | None
    after: Answer | None
