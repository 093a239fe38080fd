"""Nothing that was acknowledged is lost when the server is killed; a build that acknowledges too early is caught."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.durability.killing import kill_repeatedly

KILL_COUNT = int(os.environ.get("PLUMBLINE_KILLS", "10"))


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_no_acknowledged_answer_is_lost_when_the_server_is_killed(tmp_path: Path) -> None:
    outcome = kill_repeatedly(tmp_path, KILL_COUNT)
    assert outcome.lost == ()
    assert outcome.integrity == "ok"
    assert outcome.acknowledged_count > 5 * KILL_COUNT  # so many that kills fall among them, on a busy machine too


def test_a_build_that_acknowledges_before_it_stores_is_caught(tmp_path: Path) -> None:
    outcome = kill_repeatedly(tmp_path, 2, is_sabotaged=True)
    assert outcome.lost
