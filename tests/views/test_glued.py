"""No sentence of a view has glued or doubled punctuation, whatever ends the texts that people wrote; a name that runs
from right to left is isolated in a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from pydantic import BaseModel

from assessment.domain.answered.assessment import Assessment
from assessment.domain.computed import Computed
from assessment.views.method import method_view
from assessment.views.process import process_view
from assessment.views.registry import VIEWS
from assessment.views.wording.directions import FIRST_STRONG_ISOLATE, POP_ISOLATE
from tests.computing import computed, mixed, nothing_answered, the_sample
from tests.questionnaires import shipped
from tests.reporting.generated import DAY, generated_assessment

GLUED = re.compile(r"[.;:,?]\.(?!\w)|[.,:;?];|[;:,],|\w [,.;:?](?!\d)|  |\( | \)|\(\)|“[^”]*$|^[^“]*”")
ARABIC = "\u0627\u0644\u0631\u064a\u0627\u0636"
WRITTEN = frozenset(
    ["organisation", "unit", "name", "sponsor", "rationale", "approver", "tool", "interface", "reason", "note", "text"]
)


def rewritten(assessment: Assessment, change: Callable[[str], str]) -> Assessment:
    """The same assessment with every text that somebody wrote changed."""

    def walked(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(walked(own) for own in value)
        if not isinstance(value, BaseModel):
            return value
        own = {key: walked(getattr(value, key)) for key in type(value).model_fields}
        written = {key: change(text) for key, text in own.items() if key in WRITTEN and isinstance(text, str)}
        return value.model_copy(update=own | written)

    result: Assessment = walked(assessment)
    return result


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for own in value:
            yield from texts(own)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def said(whole: Computed) -> set[str]:
    """Every text of every view of an assessment."""
    views: list[object] = [view(whole) for view in VIEWS.values()]
    views += [process_view(whole, process.process_id, with_range=False) for process in whole.result.processes]
    return {text for view in (*views, method_view(whole, "1.0.0", DAY)) for text in texts(view)}


def generated() -> Computed:
    framework = shipped.framework()
    return computed(framework, generated_assessment(framework))


@pytest.mark.parametrize("ending", ["", ".", "?"])
def test_no_sentence_is_glued_whatever_ends_what_people_wrote(ending: str) -> None:
    own = generated()
    whole = computed(own.framework, rewritten(own.assessment, lambda text: text.rstrip(".") + ending))
    assert sorted(text for text in said(whole) if GLUED.search(text)) == []


@pytest.mark.parametrize("make", [the_sample, mixed, nothing_answered])
def test_no_sentence_of_other_assessments_is_glued(make: Callable[[], Computed]) -> None:
    assert sorted(text for text in said(make()) if GLUED.search(text)) == []


@pytest.mark.parametrize("text", ["It ends..", "one; two.;", "a ,b", "two  spaces", "an “open quote"])
def test_what_is_glued_is_seen(text: str) -> None:
    assert GLUED.search(text)


def test_a_name_from_right_to_left_keeps_its_numbers_with_their_nouns() -> None:
    own = generated()
    whole = computed(own.framework, rewritten(own.assessment, lambda _: ARABIC))
    isolated = f"{FIRST_STRONG_ISOLATE}{ARABIC}{POP_ISOLATE}"
    mixed_texts = [text for text in said(whole) if ARABIC in text and re.search(r"[A-Za-z0-9]", text)]
    assert mixed_texts
    assert [text for text in mixed_texts if ARABIC in text.replace(isolated, "")] == []
