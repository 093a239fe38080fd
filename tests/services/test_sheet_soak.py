"""What is written into a sheet comes back as it was; a damaged one is refused in words and changes nothing."""

from __future__ import annotations

import io
import os
import random
import resource
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from assessment.domain.answered.actions import ActionStatus, PlannedAction
from assessment.domain.answered.asking import everybody_asked
from assessment.domain.answered.assessment import Assessment, AssessmentState, NoteKind
from assessment.domain.answered.entries import AssessmentModel
from assessment.domain.answered.prints import on_paper
from assessment.domain.answered.read_back import Fate
from assessment.domain.authored.framework import Depth, Horizon
from assessment.domain.planning.register import is_default
from assessment.errors import ImportRefused
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.export_format import to_export
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.store.journal import STORE_CHAIN
from assessment.views.sheets.actions import actions_sheet
from assessment.views.sheets.model import Sheet
from tests.builders import rated, tiny_framework
from tests.services.conftest import begun, remove_for_good
from tests.services.filled_in import FORMATS, answers_of, answers_sheet_of, as_file, register_of, with_cells
from tests.services.folders import distinct, settings_in, write_framework
from tests.store.drawn import assessments

FRAMEWORK = distinct(tiny_framework())
COUNT = int(os.environ.get("PLUMBLINE_SOAK", "2"))
FUZZ_COUNT = int(os.environ.get("PLUMBLINE_FUZZ", "20"))
QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
SECONDS, MEMORY_KB = 5, 512_000


@pytest.fixture(scope="module")
def open_one(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plumbline]:
    """Plumbline on SQLite, one for all: nothing that is tested here leaves anything behind."""
    folder: Path = tmp_path_factory.mktemp("sheets")
    write_framework(FRAMEWORK, folder / "questionnaires")
    opened = open_plumbline(settings_in(folder))
    yield opened
    opened.close()


# --- import(export(x)) == x -------------------------------------------------------------------------------------------


def tidy(entry: Any) -> Any:
    """An entry as a sheet can hold it: texts without invisible characters."""
    values = {name: getattr(entry, name) for name in type(entry).model_fields}
    changed = {name: on_paper(value) or "x" for name, value in values.items() if isinstance(value, str)}
    if isinstance(values.get("answer"), AssessmentModel):
        changed["answer"] = tidy(values["answer"])
    kept = {name: value for name, value in changed.items() if type(values[name]) in (str, type(changed[name]))}
    return entry.model_copy(update=kept)


def typed_in(assessment: Assessment) -> Assessment:
    """The assessment as it may be typed into sheets: a draft, answers to what is asked, notes that wait for release."""
    asked = {
        (person_id, item.id, horizon)
        for person_id, _, places in everybody_asked(FRAMEWORK, assessment)
        for item, horizon in places
    }
    items = {(person_id, item_id) for person_id, item_id, _ in asked}
    header = assessment.header.model_copy(update={"state": AssessmentState.DRAFT})
    return assessment.model_copy(
        update={
            "header": header,
            "ratings": tuple(
                tidy(one) for one in assessment.ratings if (one.respondent_id, one.item_id, one.horizon) in asked
            ),
            "notes": tuple(
                tidy(one).model_copy(update={"is_released": False, "is_reworded": False})
                for one in assessment.notes
                if one.kind is NoteKind.NOTE and (one.respondent_id, one.item_id) in items
            ),
            "actions": tuple(done(tidy(one)) for one in assessment.actions if not is_default(one)),
            "evidence_files": (),
        }
    )


def done(action: PlannedAction) -> PlannedAction:
    """The action, done if it has a day on which it was; these days are over."""
    if action.done_on is None:
        return action
    return action.model_copy(update={"status": ActionStatus.DONE, "done_on": min(action.done_on, date(2026, 1, 1))})


def emptied(action: PlannedAction) -> PlannedAction:
    """An action before anything was filled in; what is struck is in no sheet."""
    nothing = dict.fromkeys(("owner", "start", "due", "status", "done_percent"))
    return action if action.is_struck else action.model_copy(update={**nothing, "note": "before"})


@pytest.mark.soak
@pytest.mark.parametrize("format", FORMATS)
@given(drawn=assessments(FRAMEWORK).filter(lambda drawn: drawn.header.id != STORE_CHAIN))
@settings(max_examples=COUNT, deadline=None, suppress_health_check=QUIET)
def test_what_is_read_back_is_what_was_written(open_one: Plumbline, format: str, drawn: Assessment) -> None:
    whole = typed_in(drawn)
    begun_with = {"ratings": (), "notes": (), "actions": tuple(map(emptied, whole.actions))}
    base = whole.model_copy(update=begun_with)
    own_id = open_one.exchange.import_json(ME, to_export(base).encode(), "base.json")
    try:
        for sheet in (register_filled_in(open_one, own_id, whole), answers_sheet_of(FRAMEWORK, whole)):
            content = as_file(sheet, format, base)
            run = open_one.sheets.preview(ME, own_id, content, f"sheet.{format}")
            assert run.of(Fate.REFUSED, Fate.CONFLICTING) == ()
            open_one.sheets.apply(ME, own_id, content, f"sheet.{format}", expected=run.token)
        stored = open_one.assessments.load(ME, own_id)
        assert (stored.ratings, stored.notes, stored.actions) == (whole.ratings, whole.notes, whole.actions)
        for again in (register_of(open_one, own_id), answers_of(open_one, own_id)):
            run = open_one.sheets.preview(ME, own_id, as_file(again, format, base), f"sheet.{format}")
            assert {line.fate for line in run.lines} <= {Fate.UNCHANGED}
    finally:
        remove_for_good(open_one, own_id)


def register_filled_in(plumbline: Plumbline, own_id: str, whole: Assessment) -> Sheet:
    """The register as it is written now, filled in with what another assessment holds."""
    computed = plumbline.results.compute(ME, own_id)
    wanted = actions_sheet(
        replace(computed, assessment=computed.assessment.model_copy(update={"actions": whole.actions}))
    )
    written = dict(zip(wanted.column("id"), register_of(plumbline, own_id).column("written"), strict=True))
    for place, action_id in enumerate(wanted.column("id")):
        wanted = with_cells(wanted, place, {"written": written[action_id]})
    return wanted


# --- damage -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def fuzzed_id(open_one: Plumbline) -> str:
    own_id = begun(open_one, respondent_ids=("r1",))
    for item in FRAMEWORK.items("planning", Depth.FULL, Horizon.AS_IS):
        open_one.answering.save(ME, own_id, rated(item.id, 2))
    return own_id


@pytest.fixture(scope="module")
def sound(open_one: Plumbline, fuzzed_id: str) -> dict[str, tuple[bytes, ...]]:
    """Sound files to damage, by format: the register and the answers, partly filled in."""
    assessment = open_one.assessments.load(ME, fuzzed_id)
    register = with_cells(register_of(open_one, fuzzed_id), 0, {"owner": "Ada", "note": "=1+1", "done": 40})
    answers = with_cells(answers_of(open_one, fuzzed_id), 0, {"answer": "F", "note": "Said"})
    return {format: tuple(as_file(one, format, assessment) for one in (register, answers)) for format in FORMATS}


def damaged(content: bytes, draw: random.Random) -> bytes:
    """The bytes with a few of them flipped, cut out, put in, doubled or cut off."""
    broken = bytearray(content)
    for _ in range(draw.randint(1, 4)):
        place = draw.randrange(len(broken) or 1)
        match draw.choice(("flip", "flip", "cut", "insert", "double", "truncate")):
            case "flip" if broken:
                broken[place] ^= 1 << draw.randrange(8)
            case "cut":
                del broken[place : place + draw.randint(1, 200)]
            case "insert":
                broken[place:place] = draw.randbytes(draw.randint(1, 20))
            case "double":
                broken[place:place] = broken[place : place + 120]
            case _:
                del broken[place:]
    return bytes(broken)


def repacked(content: bytes, draw: random.Random) -> bytes:
    """The workbook with one of its files damaged and packed again, so that its checks hold."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as out:
        chosen = draw.choice(archive.namelist())
        for name in archive.namelist():
            inner = archive.read(name)
            out.writestr(name, damaged(inner, draw) if name == chosen else inner)
    return written.getvalue()


WRONG = (b"", b"1e999", b"-1", b"9" * 400, b"NaN", b"2026-13-01", b"=1+1", b"\xf0\x9f\x92\xa9", b"TRUE", b"\xff")


def swapped(content: bytes, draw: random.Random) -> bytes:
    """The CSV file with cells of wrong types, or of other cells, in place of some."""
    lines = [line.split(b",") for line in content.split(b"\r\n")]
    for _ in range(draw.randint(1, 5)):
        row, other = draw.choice(lines), draw.choice(lines)
        row[draw.randrange(len(row))] = draw.choice((*WRONG, *other))
    return b"\r\n".join(b",".join(row) for row in lines)


@pytest.mark.soak
@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.timeout(36_000)
def test_a_damaged_sheet_is_refused_in_words_or_read_cell_by_cell(
    open_one: Plumbline, fuzzed_id: str, sound: dict[str, tuple[bytes, ...]], format: str
) -> None:
    revision = open_one.assessments.revision(ME, fuzzed_id)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for seed in range(FUZZ_COUNT):
        draw = random.Random(seed)
        way = draw.choice((damaged, repacked if format == "xlsx" else swapped))
        content = way(draw.choice(sound[format]), draw)
        begun_at = time.process_time()
        _hold_against(open_one, fuzzed_id, content, f"sheet.{format}")
        assert time.process_time() - begun_at < SECONDS, seed
    assert open_one.assessments.revision(ME, fuzzed_id) == revision
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory < MEMORY_KB


def _hold_against(plumbline: Plumbline, own_id: str, content: bytes, name: str) -> None:
    """Read a damaged file: it is refused in words, or each of its lines has a fate and what is refused a reason."""
    try:
        run = plumbline.sheets.preview(ME, own_id, content, name)
    except ImportRefused as error:
        said = str(error)
    else:
        said = "Nothing was changed."
        assert all(line.reason for line in run.of(Fate.REFUSED))
        if run.of(Fate.REFUSED, Fate.CONFLICTING):
            with pytest.raises(ImportRefused):
                plumbline.sheets.apply(ME, own_id, content, name, expected=run.token)
    assert said.endswith("Nothing was changed.")
