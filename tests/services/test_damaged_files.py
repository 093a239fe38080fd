"""Database files with bytes turned at random: each is refused in words or healthy; no traceback, nothing it holds."""

from __future__ import annotations

import os
import random
from contextlib import closing
from pathlib import Path

import pytest

from assessment.errors import AssessmentError
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import open_plumbline
from assessment.settings import Settings
from tests.durability.setting import settings_in

FILE_COUNT = int(os.environ.get("PLUMBLINE_DAMAGED", "10"))
BYTE_COUNT = 20


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, bytes]:
    """The sample in a database, as its id and the bytes of the file."""
    folder = tmp_path_factory.mktemp("whole")
    with closing(open_plumbline(settings_in(folder))) as plumbline:
        sample_id = plumbline.assessments.ensure_sample(ME)
    return sample_id, (folder / "plumbline.db").read_bytes()


def used(settings: Settings, sample_id: str) -> None:
    """Open it and read everything there is to read, then save."""
    with closing(open_plumbline(settings)) as plumbline:
        plumbline.assessments.list_assessments(ME)
        assessment = plumbline.assessments.load(ME, sample_id)
        plumbline.results.read(ME, sample_id)
        plumbline.exchange.export_json(ME, sample_id)
        plumbline.bin.everything(ME)
        plumbline.organisations.list_organisations(ME)
        plumbline.answering.save(ME, sample_id, assessment.ratings[0])


def said_of(settings: Settings, sample_id: str) -> str:
    """What somebody is told who uses it; "healthy" where nothing is."""
    try:
        used(settings, sample_id)
    except AssessmentError as error:
        return str(error)
    return "healthy"


@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("number", range(FILE_COUNT))
def test_a_file_with_bytes_turned_is_refused_in_words_or_healthy(
    tmp_path: Path, whole: tuple[str, bytes], number: int, capfd: pytest.CaptureFixture[str]
) -> None:
    sample_id, before = whole
    draw = random.Random(number)
    content = bytearray(before)
    first = draw.randrange(len(content)) if number % 2 else 0  # all over the file, or close together
    reach = 4096 if number % 2 else len(content)
    for _ in range(BYTE_COUNT):
        content[(first + draw.randrange(reach)) % len(content)] ^= draw.randrange(1, 256)
    (tmp_path / "plumbline.db").write_bytes(content)
    said = said_of(settings_in(tmp_path), sample_id)
    assert said == "healthy" or said.startswith(("The database cannot be used: ", "The framework of this assessment"))
    assert "is safe" not in said
    assert "Tamarind" not in said
    captured = "".join(capfd.readouterr())
    assert "Traceback" not in captured
    assert "Tamarind" not in captured


def test_a_file_that_was_not_touched_is_healthy(tmp_path: Path, whole: tuple[str, bytes]) -> None:
    (tmp_path / "plumbline.db").write_bytes(whole[1])
    assert said_of(settings_in(tmp_path), whole[0]) == "healthy"
