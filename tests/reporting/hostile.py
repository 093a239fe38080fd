"""Assessments with one text in every place that somebody writes in, and texts that are hard on a file."""

from __future__ import annotations

from enum import Enum
from typing import Any

from pydantic import BaseModel

from assessment.domain.answered.actions import ActionKind, PlannedAction
from assessment.domain.answered.assessment import Assessment, CriticalService, Note, NoteKind, Target
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.answered.organisation import (
    LinkageRating,
    Owner,
    Sourcing,
    SourcingCandidate,
    SourcingNature,
    Technology,
    TransitionPlace,
)
from assessment.domain.answered.written import OURS
from assessment.domain.authored.framework import Framework
from tests.builders import an_assessment, answered

TEXTS = {
    "formula": '=HYPERLINK("http://127.0.0.1/x","click")',
    "plus": "+1+1",
    "minus": "-2+3",
    "at": "@SUM(A1:A9)",
    "tab": "\t=1+1",
    "return": "\r=1+1",
    "array": "{=1+1}",
    "apostrophe": "'=1+1",
    "rich": "<r><t>bold</t></r>",
    "escape": "_x0041_ and _x000D_",
    "html": "<script>alert(1)</script><img src=http://127.0.0.1/x>",
    "template": "{{7*7}} ${7*7}",
    "address": "http://127.0.0.1/a mailto:a@b.c internal:Sheet1!A1",
    "control": "bell\x07null\x00escape\x1b[31m line\nend\x7f",
    "rtl": "\u0627\u0644\u0631\u064a\u0627\u0636 \u202e reversed \u2066 isolated",
    "emoji": "\U0001f600\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f",
    "half": "half \ud800 of a letter",
    "no character": "no \ufffe character \uffff",
    "long": "W" * 40_000,
    "emojis": "\U0001f600" * 20_000,
    "number": "1e9",
    "true": "TRUE",
}
NAMES = (
    "Zażółć Gęślą Jaźń",
    "Αθανάσιος Παπαδόπουλος",
    "Nguyễn Thị Hồng Hạnh",
    "عبد الرحمن الفارسي",
    "山田 太郎",
    "Łódź Přerov Øystein",
)


def full_assessment(framework: Framework) -> Assessment:
    """Something in every place that somebody writes in."""
    answers = answered(framework, an_assessment(framework))
    transition, linkage = framework.transitions[0], framework.linkages[0]
    return answers.model_copy(
        update={
            "notes": tuple(
                Note(
                    respondent_id=f"r{number}",
                    item_id="planning.deliver-1",
                    kind=NoteKind.NOTE,
                    text="x",
                    is_released=True,
                )
                for number in (1, 2, 3)
            ),
            "targets": (Target(process_id="planning", level=4, rationale="x", approver="x"),),
            "owners": (Owner(process_id="planning", name="x", sponsor="x"),),
            "technology": (Technology(process_id="planning", tool="x", as_is=1, to_be=2),),
            "sourcing": (
                Sourcing(
                    process_id="planning",
                    mode_id=framework.sourcing[0].id,
                    nature=SourcingNature.CORE,
                    candidate=SourcingCandidate.INSOURCE,
                    interface="x",
                ),
            ),
            "critical_services": (CriticalService(id="s1", name="x", importance=5, process_ids=("planning",)),),
            "transitions": (TransitionPlace(transition_id=transition.id, as_is=1, to_be=2, note="x"),),
            "linkage_ratings": (
                LinkageRating(linkage_id=linkage.id, answer=Answer(kind=AnswerKind.RATED, code=1), note="x"),
            ),
            "actions": (
                PlannedAction(
                    id="own-1", process_id="planning", to_level=1, kind=ActionKind.FIRST, text="x", owner="x", note="x"
                ),
            ),
        }
    )


def with_text(value: Any, text: str) -> Any:
    """The same with one text in place of every text that somebody wrote; unchecked, as a stored one may be."""
    if isinstance(value, tuple):
        return tuple(with_text(own, text) for own in value)
    if not isinstance(value, BaseModel):
        return value
    fields = {name: getattr(value, name) for name in type(value).model_fields}
    for name, own in fields.items():
        is_ours = name in OURS or name.endswith(("_id", "_ids")) or name in ("scope", "currency")
        if is_ours:
            continue
        is_written = isinstance(own, str) and not isinstance(own, Enum)
        fields[name] = text if is_written else with_text(own, text)
    return type(value).model_construct(**fields)
