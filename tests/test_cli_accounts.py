"""On the command line whoever is at the machine sees to accounts, and needs none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assessment.cli import main
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import read_settings
from assessment.views.wording import accounts as words
from tests.builders import tiny_framework
from tests.services.accounts import FAST, HOME, PASSWORD, empty_file, made
from tests.services.conftest import begun
from tests.services.folders import distinct, write_framework

ANNA, BEN = "anna@example.org", "ben@example.org"
LINK = re.compile(r"https://team\.example/invitation/([\w-]{43})$", re.MULTILINE)


@contextmanager
def plumbline() -> Iterator[Plumbline]:
    opened = open_plumbline(read_settings(), passwords=FAST)
    try:
        yield opened
    finally:
        opened.close()


@pytest.fixture(autouse=True)
def assessment_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An installation with one assessment and an administrator."""
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("PLUMBLINE_QUESTIONNAIRES", str(tmp_path / "questionnaires"))
    monkeypatch.setenv("PLUMBLINE_BASE_URL", "https://team.example")
    monkeypatch.delenv("PLUMBLINE_DATABASE_URL", raising=False)
    write_framework(distinct(tiny_framework()), tmp_path / "questionnaires")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "plumbline.db").write_bytes(empty_file())
    with plumbline() as opened:
        made(opened, ANNA)
        return begun(opened)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(capsys)


class Run:
    """Runs commands of accounts."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> str:
        """What a command prints that does what it should."""
        assert main(["accounts", *arguments]) == 0
        return self._capsys.readouterr().out

    def refused(self, *arguments: str) -> str:
        """What a command says that is refused."""
        assert main(["accounts", *arguments]) == 1
        told = self._capsys.readouterr()
        assert told.out == ""
        return told.err


def row(printed: str, email: str) -> str:
    return next(line for line in printed.splitlines() if email in line)


def test_who_is_invited_takes_the_link_up_and_stands_in_the_list(run: Run, assessment_id: str) -> None:
    printed = run("invite", BEN, "--role", "analyst", "--of", assessment_id)
    assert words.LINK_ONCE in printed
    token = LINK.findall(printed)[0]
    assert re.search(rf"{BEN}\s+Analyst of First round\s+", run("links"))
    with plumbline() as opened:
        opened.accounts.accept(token, "Ben", PASSWORD, HOME)
    listed = run("list")
    assert listed.startswith("2 accounts")
    assert re.search(rf"Ben\s+{BEN}\s+Analyst of First round\s+May sign in", listed)
    assert re.search(rf"Anna\s+{ANNA}\s+Administrator\s+May sign in", listed)
    assert run("links").strip() == words.NO_LINKS


def test_access_roles_are_granted_and_revoked_of_everything_organisations_and_one_person(
    run: Run, assessment_id: str
) -> None:
    assert "Administrator and Reader, of everything" in row(run("grant", ANNA, "--role", "reader"), ANNA)
    assert "Facilitator of Invented Ltd" in run("grant", ANNA, "--role", "facilitator", "--of", "Invented Ltd")
    own = ("--role", "respondent", "--of", assessment_id, "--respondent", "r1")
    assert "Respondent of First round" in run("grant", ANNA.upper(), *own)
    assert "Respondent" not in run("revoke", ANNA, *own)
    assert "Reader" not in run("revoke", ANNA, "--role", "reader")
    assert "Facilitator" not in run("revoke", ANNA, "--role", "facilitator", "--of", "Invented Ltd")


def test_an_account_is_disabled_enabled_signed_out_and_removed(run: Run) -> None:
    with plumbline() as opened:
        ben = made(opened, BEN)
    assert run("end-sign-ins", BEN).strip() == "1 sign-in ended."
    assert run("end-sign-ins", BEN).strip() == "There was no sign-in to end."
    assert words.DISABLED in row(run("disable", BEN), BEN)
    assert words.ENABLED in row(run("enable", ben.account_id), BEN)
    assert BEN not in run("remove", BEN)


def test_a_new_password_comes_by_a_link_that_can_be_withdrawn(run: Run) -> None:
    token = LINK.findall(run("renew-password", ANNA))[0]
    with plumbline() as opened:
        assert opened.accounts.invited(token).name == "Anna"
    line = row(run("links"), ANNA)
    assert "A new password" in line
    assert run("withdraw", line.split()[-1]).strip() == words.DONE
    assert run("links").strip() == words.NO_LINKS


def test_the_first_link_is_given_while_there_is_no_account(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("first-link").strip() == words.HAS_ACCOUNTS
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path / "new"))
    assert run("list").strip() == words.EMPTY
    assert len(LINK.findall(run("first-link"))) == 1
    monkeypatch.delenv("PLUMBLINE_BASE_URL")
    printed = run("first-link")
    assert printed.startswith("/invitation/")
    assert "Put the address that people open before it." in printed


REFUSED: tuple[tuple[tuple[str, ...], str], ...] = (
    (("invite",), "accounts invite: it does not say which. Write the e-mail address"),
    (("invite", BEN), "accounts invite: it does not say which access role."),
    (("invite", BEN, "--role", "reader", "--of", "x"), "accounts invite: there is no 'x'."),
    (("invite", BEN, "--role", "respondent"), "accounts invite: a respondent, and nobody else,"),
    (("invite", "x", "--role", "reader"), "E-mail address: it is not one."),
    (("invite", ANNA, "--role", "reader"), "E-mail address: it has an account already."),
    (("disable",), "accounts disable: it does not say which."),
    (("disable", BEN), f"accounts disable: there is no account '{BEN}'."),
    (("disable", ANNA), "Account: it is the last administrator that can sign in."),
    (("revoke", ANNA, "--role", "reader"), f"accounts revoke: {ANNA} is not Reader, of everything."),
    (("withdraw",), "accounts withdraw: it does not say which. Write the id, as `accounts links` prints it."),
    (("withdraw", "x"), "accounts withdraw: there is no link 'x'."),
)


def test_what_cannot_be_done_is_said_and_changes_nothing(run: Run) -> None:
    before = run("list") + run("links")
    for arguments, sentence in REFUSED:
        assert run.refused(*arguments).startswith(f"plumbline: {sentence}")
    assert run("list") + run("links") == before
