"""Evidence of a question on its card: which way it speaks, and the files: handed in, refused in words, removed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.evidence import Speaks
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.evidence import NewFile, StoredFile
from assessment.services.plumbline import Plumbline
from tests.builders import an_evidence_file
from tests.ui.assessed import opened, words
from tests.ui.set_up import loaded
from tests.ui.talked_over import ACTIVITY, ANOTHER, SEEN, a_talked_over_one, item_key, questions, unfolded

PDF = b"%PDF-1.7 seen in March"


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def evidence_of(assessment_id: str, item_id: str = ACTIVITY) -> AppTest:
    return unfolded(questions(assessment_id), "notes", item_id)


def handed_in(plumbline: Plumbline, assessment_id: str) -> StoredFile:
    plumbline.evidence.attach(ME, assessment_id, ACTIVITY, NewFile(name="log.pdf", content=PDF))
    (stored,) = plumbline.evidence.files(ME, assessment_id, ACTIVITY)
    return stored


def test_which_way_written_evidence_speaks_is_kept_and_can_be_taken_back(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    key = item_key(ACTIVITY, "evidence:speaks")
    test = evidence_of(assessment_id)
    assert test.button_group(key=key).value is None
    test.button_group(key=key).set_value(Speaks.AGAINST).run()
    wanted = SEEN.model_copy(update={"speaks": Speaks.AGAINST})
    assert wanted in loaded(plumbline, assessment_id).notes
    test.text_area(key=item_key(ACTIVITY, "evidence")).set_value("Log of April.").run()
    reworded = wanted.model_copy(update={"text": "Log of April."})
    assert reworded in loaded(plumbline, assessment_id).notes
    assert test.button_group(key=key).value == Speaks.AGAINST
    test.button_group(key=key).set_value(None).run()
    assert reworded.model_copy(update={"speaks": None}) in loaded(plumbline, assessment_id).notes
    with pytest.raises(KeyError):
        evidence_of(assessment_id, ANOTHER).button_group(key=item_key(ANOTHER, "evidence:speaks"))


def test_a_file_is_handed_in_and_listed_and_another_kind_is_refused_in_words(
    plumbline: Plumbline,
) -> None:
    assessment_id = a_talked_over_one(plumbline)
    test = evidence_of(assessment_id)
    test.file_uploader[0].upload("../log\u202e.PDF", PDF, "text/html").run()
    (file,) = loaded(plumbline, assessment_id).evidence_files
    assert (file.name, file.kind, file.item_id, file.size_count) == ("log.PDF", "application/pdf", ACTIVITY, len(PDF))
    said = words(test)
    assert "log.PDF" in said
    assert re.search(r"PDF · 22\W*(?:nbsp;)?bytes · SHA-256 [0-9a-f]{12}", said)
    assert test.file_uploader[0].value is None
    assert "with note, evidence, 1 file and flag." in said
    test.file_uploader[0].upload("other.pdf", b"MZ\x90\x00", "application/pdf").run()
    assert "none of the kinds that are kept" in words(test)
    assert loaded(plumbline, assessment_id).evidence_files == (file,)


def test_a_file_says_which_way_it_speaks_and_goes_once_what_changed_since_was_seen(
    plumbline: Plumbline,
) -> None:
    assessment_id = a_talked_over_one(plumbline)
    stored = handed_in(plumbline, assessment_id)
    key = item_key(ACTIVITY, f"file-{stored.file.id}")
    test = evidence_of(assessment_id)
    test.button_group(key=key).set_value(Speaks.FOR).run()
    assert [one.speaks for one in loaded(plumbline, assessment_id).evidence_files] == [Speaks.FOR]
    plumbline.evidence.change(ME, assessment_id, stored.file.id, Speaks.AGAINST, None)
    test.button(key=f"{key}:remove").click().run()
    assert [one.speaks for one in loaded(plumbline, assessment_id).evidence_files] == [Speaks.AGAINST]
    assert "was changed by somebody else meanwhile" in words(test)
    test.button(key=f"{key}:remove").click().run()
    assert loaded(plumbline, assessment_id).evidence_files == ()
    assert "log.pdf" not in words(test)


def test_a_closed_assessment_shows_files_whose_content_is_elsewhere_and_takes_none(
    plumbline: Plumbline,
) -> None:
    assessment_id = a_talked_over_one(plumbline, evidence_files=(an_evidence_file(ACTIVITY),))
    plumbline.assessments.validate(ME, assessment_id)
    test = evidence_of(assessment_id)
    assert re.search(
        r"log.pdf.*PDF · 2\W*(?:nbsp;)?kB · SHA-256 abababababab · content not here", words(test), re.DOTALL
    )
    assert (len(test.get("download_button")), len(test.file_uploader)) == (0, 0)
    assert test.button_group(key=item_key(ACTIVITY, "file-file-1")).disabled
