"""What is asked and kept of a question, by horizon: the state as it is, and as it should be."""

from __future__ import annotations

from assessment.domain.answered.assessment import AgreedValue
from assessment.domain.answered.entries import Answer
from assessment.domain.authored.framework import Horizon
from assessment.services.answering import Question


def asked_horizons(entry: Question) -> tuple[Horizon, ...]:
    """The horizons that are asked, as-is first."""
    is_asked = {Horizon.AS_IS: entry.asks_as_is, Horizon.TO_BE: entry.asks_to_be}
    return tuple(horizon for horizon in Horizon if is_asked[horizon])


def stored_answer(entry: Question, horizon: Horizon) -> Answer | None:
    """The stored answer of one person."""
    return entry.as_is if horizon is Horizon.AS_IS else entry.to_be


def answer_version(entry: Question, horizon: Horizon) -> int:
    """The version of that answer; 0 for nothing stored yet."""
    return entry.as_is_version if horizon is Horizon.AS_IS else entry.to_be_version


def stored_agreement(entry: Question, horizon: Horizon) -> AgreedValue | None:
    """The stored value that the room agreed on."""
    return entry.agreed if horizon is Horizon.AS_IS else entry.agreed_to_be


def agreement_version(entry: Question, horizon: Horizon) -> int:
    """The version of that value; 0 for nothing stored yet."""
    return entry.agreed_version if horizon is Horizon.AS_IS else entry.agreed_to_be_version
