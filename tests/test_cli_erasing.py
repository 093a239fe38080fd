"""Erasing on the command line: shown first, done with --apply; a former hash and a claim are said in words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assessment.cli import main
from assessment.domain.answered.claim import ClaimDoubt, SignOffClaim
from assessment.views.claim import claim_text
from assessment.views.report_check import report_check_view
from assessment.views.stamp import Stamp
from assessment.views.wording import report_check as check_words

SAMPLE, NAME = "sample-tamarind-mutual", "Gunnar Feddersen"


def test_it_shows_where_somebody_is_named_and_erases_them_from_every_file_when_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path))
    assert main(["demo"]) == 0
    assert main(["erase-person", NAME]) == 0
    shown = capsys.readouterr().out
    assert "Named in 7 places" in shown
    assert "Nothing was erased." in shown
    assert NAME.encode() in (tmp_path / "plumbline.db").read_bytes()
    assert main(["erase-person", NAME, "--assessment", SAMPLE, "--apply"]) == 0
    assert "Erased from 7 places." in capsys.readouterr().out
    assert [path for path in tmp_path.rglob("*") if path.is_file() and NAME.encode() in path.read_bytes()] == []


def test_a_claimed_sign_off_is_said_with_who_when_and_why_not() -> None:
    claim = SignOffClaim(doubt=ClaimDoubt.FOREIGN, approver="Ann Example", signed_on=date(2026, 3, 12))
    assert claim_text(claim) == (
        "Said to be signed off by Ann Example on 12 March 2026; not confirmed: another installation signed the file."
    )
    assert claim_text(SignOffClaim(doubt=ClaimDoubt.UNSIGNED)) == (
        "Said to be signed off; not confirmed: the file carried no signature."
    )
    assert claim_text(SignOffClaim()) == ""


@pytest.mark.parametrize("is_former", [True, False])
def test_a_former_hash_is_said_in_a_sentence(is_former: bool) -> None:
    stamp = Stamp(kind="deck", snapshot_hash="0" * 64, printed_on=date(2026, 3, 12), product_version="0.1.0")
    view = report_check_view(stamp, "0.1.0", 3, (), is_identical=True, is_former=is_former)
    assert (check_words.FORMER in view.notes) is is_former
