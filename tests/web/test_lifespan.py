"""The app comes up with a database that cannot be used, says why, and goes on when it can; it copies a good one."""

from __future__ import annotations

import asyncio
import logging
from contextlib import closing
from pathlib import Path

import pytest

from assessment.errors import StoreUnavailable
from assessment.services import plumbline as services
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import current, open_plumbline
from assessment.web import lifespan as starting
from assessment.web.lifespan import REQUESTS, copy_database, keep_out, lifespan
from tests.durability.setting import settings_in


def test_a_damaged_database_is_told_on_every_page_and_opened_once_it_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path))
    monkeypatch.setattr(services, "SECONDS_BETWEEN_TRIES", 0.0)
    file = tmp_path / "plumbline.db"
    file.write_bytes(b"Dear diary, " * 1000)

    async def serve() -> None:
        async with lifespan(object()):
            with pytest.raises(StoreUnavailable, match="damaged or is no database"):
                current()
            file.unlink()
            assert current().assessments.count(LOCAL_ACTOR) == 0

    asyncio.run(serve())
    assert "Traceback" not in "".join(capfd.readouterr())
    with pytest.raises(StoreUnavailable, match="it is not open"):
        current()


def test_no_address_that_was_asked_for_is_logged_even_where_something_turns_that_log_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path))
    requests = logging.getLogger(REQUESTS)

    async def serve() -> None:
        async with lifespan(object()):
            requests.setLevel(logging.INFO)
            requests.addHandler(caplog.handler)
            requests.info('%s - "%s %s HTTP/%s" %d', "192.0.2.1:50000", "GET", "/invitation/secret", "1.1", 200)

    try:
        asyncio.run(serve())
    finally:
        requests.removeHandler(caplog.handler)
        requests.removeFilter(keep_out)
    assert "secret" not in caplog.text


def test_a_database_that_can_be_used_later_begins_as_at_any_other_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path))
    monkeypatch.setattr(services, "SECONDS_BETWEEN_TRIES", 0.0)
    monkeypatch.setattr(starting, "RETRY_SECONDS", 0.02)
    file = tmp_path / "plumbline.db"
    file.write_bytes(b"Dear diary, " * 1000)

    async def serve() -> None:
        async with lifespan(object()):
            await asyncio.sleep(0.1)
            file.unlink()
            for _ in range(200):
                if [*(tmp_path / "backups").glob("plumbline-daily-*.db")]:
                    break
                await asyncio.sleep(0.1)
            assert current().assessments.count(LOCAL_ACTOR) == 1

    asyncio.run(serve())
    assert [*(tmp_path / "backups").glob("plumbline-daily-*.db")]


def test_the_copy_of_the_day_lies_in_the_folder_of_backups(tmp_path: Path) -> None:
    with closing(open_plumbline(settings_in(tmp_path))) as plumbline:
        copy_database(plumbline)
        (copy,) = (tmp_path / "backups").iterdir()
        assert copy.name.startswith("plumbline-daily-")
        copy_database(plumbline)
        assert [*(tmp_path / "backups").iterdir()] == [copy]
