"""`plan` on the command line prints what the pages show of steering a plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assessment.cli import main
from assessment.cli_text import view_text
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import open_plumbline
from assessment.settings import read_settings
from assessment.views.capacity import capacity_view
from assessment.views.choices import choices_view
from assessment.views.model import View
from assessment.views.order_change import order_change_view
from tests.sample_folder import copy_sample


@pytest.mark.parametrize(
    ("action", "view"),
    [
        ("order", lambda computed, _: order_change_view(computed)),
        ("wishes", lambda computed, _: choices_view(computed)),
        ("curve", capacity_view),
    ],
)
def test_an_action_prints_its_view(
    action: str,
    view: Callable[..., View],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path))
    monkeypatch.delenv("PLUMBLINE_DATABASE_URL", raising=False)
    sample_id = copy_sample(read_settings().data_folder)
    plumbline = open_plumbline(read_settings())
    computed = plumbline.results.read(LOCAL_ACTOR, sample_id)
    curve = plumbline.curves.read(LOCAL_ACTOR, sample_id) if action == "curve" else None
    plumbline.close()

    assert main(["plan", action, sample_id]) == 0

    assert capsys.readouterr().out.strip() == view_text(view(computed, curve)).strip()
