"""The page across units on a real database: what it shows is the portfolio, what is brought is what the store holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from assessment.views.portfolio.across import across_view
from assessment.views.wording.pages import portfolio as page_words
from tests.services.places import A_BENCHMARK
from tests.ui.assessed import an_answered_one, an_empty_one, opened, page, words


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def test_without_an_assessment_and_with_one_it_says_what_to_do(plumbline: Plumbline) -> None:
    assert page_words.NONE_YET in words(page("portfolio"))
    an_empty_one(plumbline)
    said = words(page("portfolio"))
    assert page_words.TOO_FEW in said
    assert "One assessment is no comparison" in said


def test_two_units_stand_side_by_side_by_name_or_by_letter_and_a_benchmark_is_brought(plumbline: Plumbline) -> None:
    first = an_answered_one(plumbline)
    header = plumbline.assessments.header(LOCAL_ACTOR, first)
    second = plumbline.assessments.copy(LOCAL_ACTOR, first, "Second unit", header.assessed_on, True)
    chosen = plumbline.portfolio.organisations(LOCAL_ACTOR)[0].id
    test = page("portfolio")
    portfolio = plumbline.portfolio.read(LOCAL_ACTOR, chosen)
    view = across_view(portfolio)
    said = words(test)
    assert view.finding in said
    for table in view.tables[1:]:  # the first is the picture, which the finding stands over
        assert table.title in said
    assert {"Second unit", header.name} <= {cell for shown in test.table for cell in shown.value.to_numpy().ravel()}
    assert second in {line.assessment_id for line in portfolio.units}
    test.toggle(key="portfolio:letters").set_value(True).run()
    assert not test.exception
    shown = {cell for one in test.table for cell in one.value.to_numpy().ravel()}
    assert {"Unit A", "Unit B"} <= shown
    assert "Second unit" not in repr(shown)
    uploader = test.file_uploader[0]
    uploader.set_value(("others.csv", A_BENCHMARK.replace(b"planning", b"nothing"), "text/csv")).run()
    assert "line 2: no unit has a process 'nothing'" in words(test)
    assert plumbline.portfolio.benchmark(LOCAL_ACTOR, chosen) is None
    test.file_uploader[0].set_value(("others.csv", A_BENCHMARK, "text/csv")).run()
    stored = plumbline.portfolio.benchmark(LOCAL_ACTOR, chosen)
    assert stored is not None
    assert "Invented survey, 2024" in repr([one.value.to_numpy().tolist() for one in test.table])
    test.button(key=f"portfolio:benchmark:{chosen}:out").click().run()
    assert plumbline.portfolio.benchmark(LOCAL_ACTOR, chosen) is None
