"""A room votes and is revealed, and the server is killed: no acknowledged vote is lost, no reveal is half taken in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
KILL_COUNT = int(os.environ.get("PLUMBLINE_VOTING_KILLS", "10"))


def killed(folder: Path, count: int, *options: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.durability.voting", str(folder), str(count), *options]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    outcome: dict[str, Any] = json.loads(said)
    return outcome


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_no_acknowledged_vote_is_lost_when_the_server_is_killed(tmp_path: Path) -> None:
    outcome = killed(tmp_path, KILL_COUNT)
    assert (outcome["lost"], outcome["faults"], outcome["integrity"]) == ([], [], "ok")
    assert outcome["acknowledged"] > 3 * KILL_COUNT
    assert outcome["taken"] > 0


def test_a_build_that_acknowledges_what_only_waits_is_caught(tmp_path: Path) -> None:
    assert killed(tmp_path, 2, "--sabotaged")["lost"]
