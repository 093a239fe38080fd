"""What became of an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from assessment.domain.answered.entries import AnswerKind
from assessment.domain.answered.kept_out import KeptOut
from assessment.domain.authored.framework import Horizon


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerThen:
    """An answer as the journal has it: of its reason the words only where they still stand beside an answer.

    `reason_kept_out` is what is kept of a reason, whether its words still stand somewhere or not.
    """

    kind: AnswerKind
    code: int | None
    reason: str | None = None
    reason_kept_out: KeptOut | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerChange:
    """One change of a person's answer, or of the room's value (`is_agreed`); None where nothing was or is."""

    at: datetime
    horizon: Horizon
    is_agreed: bool
    before: AnswerThen | None
    after: AnswerThen | None
