"""App, command line and backup use one SQLite file, and any of them may be killed: nothing acknowledged is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
KILL_COUNT = int(os.environ.get("PLUMBLINE_KILLS_TOGETHER", "6"))


def killed(folder: Path, count: int, *options: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.durability.together", str(folder), str(count), *options]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    outcome: dict[str, Any] = json.loads(said)
    return outcome


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_nothing_acknowledged_is_lost_when_any_of_them_is_killed(tmp_path: Path) -> None:
    outcome = killed(tmp_path, KILL_COUNT)
    assert (outcome["lost"], outcome["faults"], outcome["integrity"]) == ([], [], "ok")
    assert sum(outcome["kills"].values()) == KILL_COUNT
    assert outcome["acknowledged"]["app"] > KILL_COUNT
    assert outcome["acknowledged"]["command"] > 0
    assert outcome["copy_count"] > 0


def test_a_build_that_acknowledges_before_it_stores_is_caught_beside_others(tmp_path: Path) -> None:
    assert killed(tmp_path, 3, "--sabotaged")["lost"]
