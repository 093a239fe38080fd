"""The routes, asked as a server asks them: what they answer while the database is open, and while it is not."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from typing import Any

import pytest
from starlette.applications import Starlette

from assessment.services import summaries
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import close_current, current, open_current
from assessment.web.lifespan import lifespan, prepare
from assessment.web.routes import ROUTES
from tests.builders import tiny_framework
from tests.services.conftest import begun, counted
from tests.services.folders import distinct, write_framework


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder with a framework, for which nothing is open until a test opens it."""
    write_framework(distinct(tiny_framework()), tmp_path / "questionnaires")
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path))
    monkeypatch.setenv("PLUMBLINE_QUESTIONNAIRES", str(tmp_path / "questionnaires"))
    yield tmp_path
    close_current()


async def asked(path: str) -> tuple[int, dict[str, Any]]:
    """Status and JSON of what the routes answer."""
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}
    await Starlette(routes=ROUTES)(scope, receive, send)
    return sent[0]["status"], json.loads(b"".join(message.get("body", b"") for message in sent[1:]))


def health() -> tuple[int, dict[str, Any]]:
    return asyncio.run(asked("/health"))


def with_sample(folder: Path, content: bytes) -> None:
    """Let this installation have a sample."""
    sample = folder / "questionnaires" / "itsm-reference" / "sample.json"
    sample.parent.mkdir()
    sample.write_bytes(content)


async def health_while_serving() -> tuple[int, dict[str, Any]]:
    async with lifespan(None):
        return await asked("/health")


def test_health_is_200_and_tells_no_number_of_what_is_there() -> None:
    begun(open_current())
    assert health() == (200, {"status": "ok"})


def test_health_is_503_while_the_database_is_not_open_and_the_reason_is_for_the_log_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert health() == (503, {"status": "unavailable"})
    assert "it is not open" in capsys.readouterr().out


def test_health_is_503_when_the_database_fails() -> None:
    open_current()._store.close()
    assert health() == (503, {"status": "unavailable"})


def test_the_app_opens_the_database_loads_the_sample_and_closes_it_again(folder: Path) -> None:
    source_id = begun(open_current())
    with_sample(folder, current().exchange.export_json(LOCAL_ACTOR, source_id))
    current().assessments.remove(LOCAL_ACTOR, source_id)
    close_current()
    assert asyncio.run(health_while_serving()) == (200, {"status": "ok"})
    assert health()[0] == 503
    assert open_current().assessments.header(LOCAL_ACTOR, source_id).id == source_id


def test_a_faulty_sample_keeps_nobody_from_their_own_assessments(folder: Path) -> None:
    with_sample(folder, b"{}")
    begun(open_current())
    close_current()
    assert asyncio.run(health_while_serving()) == (200, {"status": "ok"})


def test_warming_up_makes_the_lines_of_the_list_that_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    plumbline = open_current()
    begun(plumbline)
    monkeypatch.setattr(plumbline, "warm_up", lambda: None)
    calls = counted(monkeypatch, (summaries, "summarise"))
    prepare(plumbline)
    plumbline.assessments.list_assessments(LOCAL_ACTOR)
    assert calls == {"summarise": 1}
    plumbline.close()
    prepare(plumbline)  # too late: nobody is told but the log


def test_what_prints_is_warmed_later_and_keeps_no_server_from_ending(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Timer] = []

    def timer(*arguments: Any) -> Timer:
        made.append(Timer(*arguments))
        return made[-1]

    async def served_and_ended() -> bool:
        async with lifespan(Starlette()):
            await asyncio.sleep(0)  # what is done beside serving begins
            return made[0].is_alive()

    monkeypatch.setattr("assessment.web.lifespan.Timer", timer)
    assert asyncio.run(served_and_ended())
    (warming,) = made
    warming.join(2)
    assert not warming.is_alive()
    assert warming.daemon
    assert warming.function is prepare
    assert 1 < warming.interval < 60
