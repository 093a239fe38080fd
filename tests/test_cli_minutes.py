"""`minutes` on the command line is for whoever leads: with names; `show ID minutes` tells a number."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessment.cli import main
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import open_plumbline
from assessment.settings import read_settings
from tests.sample_folder import copy_sample


@pytest.fixture(autouse=True)
def _own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path))
    monkeypatch.delenv("PLUMBLINE_DATABASE_URL", raising=False)


def test_minutes_name_who_was_there_and_what_is_shown_to_readers_does_not(capsys: pytest.CaptureFixture[str]) -> None:
    sample_id = copy_sample(read_settings().data_folder)
    assert main(["minutes", sample_id]) == 0
    whole = capsys.readouterr().out
    assert main(["show", sample_id, "minutes"]) == 0
    told = capsys.readouterr().out
    plumbline = open_plumbline(read_settings())
    try:
        loaded = plumbline.assessments.load(LOCAL_ACTOR, sample_id)
    finally:
        plumbline.close()
    there = {one for session in loaded.sessions for one in session.respondent_ids}
    owners = {one.owner for one in loaded.decisions}
    names = {person.name or "" for person in loaded.respondents if person.id in there} - owners
    assert len(names) > 5
    assert all(name in whole for name in names)
    assert not [name for name in names if name in told]
    for text in (whole, told):
        assert text.startswith("On record: 12 questions voted on, ")
        assert all(point.text in text for point in loaded.parked)
        assert all(decision.text in text for decision in loaded.decisions)
        assert "Fewer than 3 answered, or answered since: not shown" in text
        assert not [slot.note for slot in loaded.agenda if slot.note and slot.note in text]


def test_minutes_of_what_is_not_there_are_refused_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["minutes", "nothing"]) == 1
    assert "This assessment" in capsys.readouterr().err
