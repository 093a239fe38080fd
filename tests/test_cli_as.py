"""`--as E-MAIL`: a command with what an account may do, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assessment.cli import COMMANDS, main
from assessment.cli_actor import FOR_ACCOUNTS
from assessment.domain.access.account import Scope
from assessment.domain.access.permissions import AccessRole
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.authority import Actor
from assessment.services.plumbline import open_plumbline
from assessment.settings import read_settings
from tests.builders import rated, tiny_framework
from tests.services.access import let_in
from tests.services.conftest import begun
from tests.services.folders import distinct, write_framework

ANALYST, READER, RESPONDENT, GONE = (Actor(id=name, name=name) for name in ("ana", "rea", "res", "gone"))


@pytest.fixture(scope="module")
def ids(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """One's own assessment, and another one, with accounts of several access roles on the first."""
    folder = tmp_path_factory.mktemp("as")
    with pytest.MonkeyPatch.context() as patch:
        _settings(patch, folder)
        write_framework(distinct(tiny_framework()), folder / "questionnaires")
        plumbline = open_plumbline(read_settings())
        own, other = begun(plumbline), begun(plumbline)
        plumbline.answering.save(ME, own, rated("planning.deliver-1", 2))
        let_in(plumbline, ANALYST, Scope(role=AccessRole.ANALYST, assessment_id=own))
        let_in(plumbline, READER, Scope(role=AccessRole.READER, assessment_id=own))
        let_in(plumbline, RESPONDENT, Scope(role=AccessRole.RESPONDENT, assessment_id=own, respondent_id="r1"))
        let_in(plumbline, GONE, Scope(role=AccessRole.ADMINISTRATOR))
        with plumbline._store.writing(actor_id=ME.id, operation="accounts.test") as writer:
            account = writer.access_writer.account(GONE.id)
            assert account is not None
            writer.access_writer.change_account(replace(account, is_disabled=True))
        plumbline.close()
    return str(folder), f"{own} {other}"


def _settings(patch: pytest.MonkeyPatch, folder: Path) -> None:
    patch.setenv("PLUMBLINE_DATA", str(folder / "data"))
    patch.setenv("PLUMBLINE_QUESTIONNAIRES", str(folder / "questionnaires"))
    patch.delenv("PLUMBLINE_DATABASE_URL", raising=False)


@pytest.fixture
def own(ids: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> str:
    _settings(monkeypatch, Path(ids[0]))
    return ids[1].split()[0]


@pytest.fixture
def other(ids: tuple[str, str]) -> str:
    return ids[1].split()[1]


def status(actor: Actor | str, *arguments: str) -> int:
    return main(["--as", actor if isinstance(actor, str) else f"{actor.id}@example.org", *arguments])


def test_each_access_role_runs_what_is_theirs_on_what_is_theirs(own: str, other: str, tmp_path: Path) -> None:
    data, slides = str(tmp_path / "a.json"), str(tmp_path / "a.zip")
    for arguments, wanted in (
        (("score", own), (0, 0, 1)),
        (("score", other), (1, 1, 1)),
        (("missing", own), (0, 1, 1)),
        (("journal", own), (0, 1, 1)),
        (("journal",), (1, 1, 1)),
        (("export", own, "-o", data), (0, 1, 1)),
        (("export", own, "-o", slides), (0, 0, 1)),
        (("list",), (0, 0, 0)),
    ):
        assert tuple(status(actor, *arguments) for actor in (ANALYST, READER, RESPONDENT)) == wanted, arguments


def test_without_it_everything_is_open_and_lists_are_whole(
    own: str, other: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", other]) == 0
    assert main(["missing", own]) == 0
    capsys.readouterr()
    assert main(["list"]) == 0
    assert {own, other} <= set(capsys.readouterr().out.split())
    assert status(READER, "list") == 0
    listed = capsys.readouterr().out.split()
    assert own in listed
    assert other not in listed


def test_an_account_that_is_disabled_or_not_there_runs_nothing(own: str, capsys: pytest.CaptureFixture[str]) -> None:
    for actor in (GONE, "nobody@example.org", ""):
        assert status(actor, "score", own) == 1
        assert "no account that may sign in has the address" in capsys.readouterr().err


def test_what_is_for_the_machine_is_refused_before_it_begins(own: str, tmp_path: Path) -> None:
    target = tmp_path / "backup.db"
    assert status(ANALYST, "backup", str(target)) == 1
    assert not target.exists()
    assert status(ANALYST, "accounts", "list") == 1
    for_machine = {command.name for command in COMMANDS} - FOR_ACCOUNTS
    assert {"accounts", "backup", "restore", "check-database"} <= for_machine
    assert {command.name for command in COMMANDS} >= FOR_ACCOUNTS
