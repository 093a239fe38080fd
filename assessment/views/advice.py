"""What a framework advises before and in a step, and what may hinder it, in the words that every list of them uses."""

from __future__ import annotations

from assessment.domain.authored.content import Action, Preparation
from assessment.domain.authored.framework import Framework
from assessment.domain.planning.results import ActionKind, FirstAction, RiskKind, StepRisk
from assessment.views.model import Cell
from assessment.views.wording import steps as words


def advice_cells(framework: Framework, action: FirstAction, process_name: str | None = None) -> tuple[Cell, ...]:
    """What to do, what exists then, who does it, days of work, weeks it takes, how one sees it, what comes before.

    The advice to appoint an owner names the process where one is given. Raises ValueError for an action that the
    framework gives no advice on.
    """
    if action.kind is ActionKind.APPOINT_OWNER:
        return (
            Cell(text=words.APPOINT_ANY_OWNER if process_name is None else words.appoint_owner(process_name)),
            Cell(text=words.APPOINT_DELIVERABLE),
            Cell(text=words.APPOINT_ROLE),
            Cell(text=words.APPOINT_EFFORT),
            Cell(text=words.elapsed_text(words.APPOINT_WEEKS), value=words.APPOINT_WEEKS),
            Cell(text=words.APPOINT_EVIDENCE),
            Cell(text=""),
        )
    advised = _advised(framework, action)
    return (
        Cell(text=advised.text),
        Cell(text=advised.deliverable),
        Cell(text=advised.owner_role),
        Cell(text=words.EFFORTS[advised.effort]),
        Cell(text=words.elapsed_text(advised.elapsed_weeks), value=advised.elapsed_weeks),
        Cell(text=advised.evidence),
        Cell(text=(advised.prerequisite or "") if isinstance(advised, Action) else ""),
    )


def _advised(framework: Framework, action: FirstAction) -> Action | Preparation:
    """The action of a readiness question or of an attribute's library."""
    questions = {question.id: question.action for question in framework.readiness}
    found = action.action if action.kind is ActionKind.STEP else questions[action.question_id or ""]
    if found is None:
        raise ValueError(action.kind)
    return found


def risk_text(framework: Framework, risk: StepRisk) -> str:
    """A risk in one sentence."""
    if risk.kind is RiskKind.AUTHORITY:
        if risk.authority is None:
            raise ValueError(risk.kind)
        return words.authority_risk(risk.authority)
    return next(question.risk for question in framework.readiness if question.id == risk.question_id)
