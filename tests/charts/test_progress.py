"""The picture of progress holds what its table holds: what is done of each wave, and what was due."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.charts.progress import progress
from assessment.charts.theme import Theme
from assessment.charts.tokens import DARK, LIGHT
from assessment.views.board.progress import progress_view
from tests.domain.planning.test_running import SETTINGS, done, the_plan
from tests.views.test_board import APRIL


def drawn(theme: Theme = Theme.LIGHT, **changes: Any) -> dict[str, Any]:
    spec: dict[str, Any] = progress(progress_view(the_plan(done("planning", 2), **changes), APRIL), theme).to_dict()
    return spec


def test_each_wave_has_its_share_done_and_due_in_percent() -> None:
    rows = drawn()["datasets"]["waves"]
    assert [(row["wave"], row["done"], row["due"], row["whole"]) for row in rows] == [
        ("Wave 1 (Jan 2026 to Mar 2026)", pytest.approx(200 / 3), 100.0, 100),
        ("Wave 2 (Apr 2026 to Jun 2026)", 0.0, 0.0, 100),
    ]
    assert rows[0]["spoken"] == "Wave 1 (Jan 2026 to Mar 2026): 66 % done, 100 % was due"


def test_all_bars_are_on_one_scale_from_0_to_100_and_named_by_the_finding() -> None:
    spec = drawn()
    assert {tuple(one["encoding"]["x"]["scale"]["domain"]) for one in spec["layer"]} == {(0, 100)}
    title = spec["title"]["text"]
    assert " ".join([title] if isinstance(title, str) else title) == (
        progress_view(the_plan(done("planning", 2)), APRIL).finding
    )


def test_without_a_day_there_is_no_line_of_what_was_due() -> None:
    spec = drawn(settings=SETTINGS.model_copy(update={"start": None}))
    assert [row["due"] for row in spec["datasets"]["waves"]] == [None, None]
    assert spec["layer"][2]["transform"] == [{"filter": "isValid(datum.due)"}]


@pytest.mark.parametrize(("theme", "palette"), [(Theme.LIGHT, LIGHT), (Theme.DARK, DARK)])
def test_what_is_done_is_filled_in_the_accent_of_the_theme(theme: Theme, palette: Any) -> None:
    assert drawn(theme)["layer"][1]["mark"]["fill"] == palette.accent
