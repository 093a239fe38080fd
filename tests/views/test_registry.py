"""Every view in the registry is made from a computed assessment alone, whatever is answered in it."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import partial
from typing import get_type_hints

import pytest

from assessment.domain.computed import Computed
from assessment.views.model import Kind, View
from assessment.views.registry import VIEWS
from tests.builders import an_assessment
from tests.computing import nothing_answered
from tests.views.plans import FRAMEWORK, Given, given, standing

MADE = (
    given(standing({"planning": 1, "building": 2, "releasing": 0})),
    given(an_assessment(FRAMEWORK)),
    given(an_assessment(FRAMEWORK, scope=())),
)


def function_of(make: Callable[[Computed], View]) -> Callable[..., View]:
    return make.func if isinstance(make, partial) else make


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_function_takes_a_computed_assessment_and_gives_a_view(name: str) -> None:
    parameters = inspect.signature(VIEWS[name]).parameters
    required = [own for own, parameter in parameters.items() if parameter.default is inspect.Parameter.empty]
    hints = get_type_hints(function_of(VIEWS[name]))
    assert required == ["computed"]
    assert next(iter(parameters)) == "computed"
    assert hints["computed"] is Computed
    assert issubclass(hints["return"], View)


@pytest.mark.parametrize("whole", MADE, ids=["levels", "nothing answered", "nothing in scope"])
@pytest.mark.parametrize("name", VIEWS)
def test_a_view_says_its_question_and_finding_and_its_rows_fit_their_columns(name: str, whole: Given) -> None:
    view = VIEWS[name](whole)
    assert view.id == {"heatmap": "heatmap-as-is"}.get(name, name)
    assert view.question
    assert view.finding
    for table in view.tables:
        assert table.title
        assert table.rows or table.empty
        ids = [column.id for column in table.columns]
        assert len(set(ids)) == len(ids)
        assert all(len(row.cells) == len(ids) for row in table.rows)
        assert len({row.id for row in table.rows}) == len(table.rows)
    assert len({table.id for table in view.tables}) == len(view.tables)
    assert len({fact.id for fact in view.facts}) == len(view.facts)


def test_each_name_gives_a_view_of_its_own() -> None:
    whole = nothing_answered()
    ids = [make(whole).id for make in VIEWS.values()]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("whole", MADE)
def test_every_column_says_what_it_is_and_every_meaning_is_words(name: str, whole: Computed) -> None:
    for table in VIEWS[name](whole).tables:
        for column in table.columns:
            assert isinstance(column.meaning, str)
            assert column.name or column.kind is Kind.TRACK, column.id
            assert column.meaning[:1] in {"", column.meaning[:1].upper()}
