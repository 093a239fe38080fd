"""The largest assessment there can be, exported and imported, each in a process of its own that tells what it took.

500 people, 17 processes at full depth, every item answered as it is and as it should be, 5,000,000 characters of notes
in several scripts. `python -m benchmarks.exchange import FOLDER` is such a process: it works on the database and the
file in the folder and prints seconds and megabytes as JSON.
"""

from __future__ import annotations

import gzip
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assessment.catalogue import content_hash
from assessment.domain.answered.assessment import Assessment, Note, NoteKind, Rating, Respondent, Role
from assessment.domain.authored.framework import Depth, Horizon
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.export_format import to_export
from assessment.services.limits import RESPONDENT_LIMIT, TEXT_LIMIT
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import read_settings
from benchmarks.domain import framework
from benchmarks.measuring import ROOT, Measurement, measured
from tests.builders import DK, an_assessment, rated

IMPORT_SECONDS = 30
IMPORT_MEGABYTES = 512
NOTE_LENGTH = 1_000
SAID = ("Nobody owns it, and it shows. ", "Wir füllen sie erst später aus. ", "記録はあとから書く。", "Łódź 🙂 ")
ASSESSMENT_ID = "largest"
FILE_NAME = "largest.json"
COMMAND = (sys.executable, "-m", "benchmarks.exchange")


def largest_assessment() -> Assessment:
    """As much as an assessment takes; ids as the product makes them, each list sorted by its ids."""
    draw = random.Random(1)
    ids = sorted(f"{draw.getrandbits(64):016x}" for _ in range(RESPONDENT_LIMIT))
    roles = list(Role)
    people = tuple(Respondent(id=one, role=draw.choice(roles), name=f"Person {one[:4]}") for one in ids)
    places = sorted(
        (item.id, horizon)
        for process in framework().processes
        for horizon in Horizon
        for item in framework().items(process.id, Depth.FULL, horizon)
    )
    answers = (0, 1, 2, 3, 4, 5, DK)
    ratings: tuple[Rating, ...] = tuple(
        rated(item_id, draw.choice(answers), person.id, horizon) for person in people for item_id, horizon in places
    )
    asked = sorted({item_id for item_id, _ in places})
    notes = tuple(
        Note(respondent_id=person.id, item_id=item_id, kind=NoteKind.NOTE, text=_said(draw))
        for person in people
        for item_id in sorted(draw.sample(asked, TEXT_LIMIT // NOTE_LENGTH // RESPONDENT_LIMIT))
    )
    assessment = an_assessment(
        framework(), id=ASSESSMENT_ID, respondents=people, ratings=ratings, notes=notes, asks_to_be=True
    )
    pin = assessment.header.framework.model_copy(update={"content_hash": content_hash(framework())})
    return assessment.model_copy(update={"header": assessment.header.model_copy(update={"framework": pin})})


def _said(draw: random.Random) -> str:
    text = "".join(draw.choice(SAID) for _ in range(NOTE_LENGTH // 8))
    return text[:NOTE_LENGTH].strip()


def measure(folder: Path) -> list[Measurement]:
    """Import and export of the largest assessment, seconds and peak memory of each."""
    folder.mkdir()
    subprocess.run([*COMMAND, "write", str(folder)], cwd=ROOT, check=True)
    content = (folder / FILE_NAME).read_bytes()
    size = f"{RESPONDENT_LIMIT} people, {len(content) / 1e6:.0f} MB, {len(gzip.compress(content)) / 1e6:.1f} MB packed"
    import_seconds, import_megabytes = _in_child("import", folder)
    export_seconds, export_megabytes = _in_child("export", folder)
    return [
        measured(f"Import of the largest export ({size})", [import_seconds], bar=IMPORT_SECONDS, unit="s"),
        measured("Import of the largest export: memory", [import_megabytes], bar=IMPORT_MEGABYTES, unit="MB"),
        measured("Export of the largest assessment", [export_seconds], bar=None, unit="s"),
        measured("Export of the largest assessment: memory", [export_megabytes], bar=None, unit="MB"),
    ]


def _in_child(action: str, folder: Path) -> tuple[float, float]:
    """Seconds and megabytes of an action in a process of its own."""
    said = subprocess.run([*COMMAND, action, str(folder)], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    seconds, megabytes = json.loads(said.splitlines()[-1])
    return seconds, megabytes


def _write(folder: Path) -> None:
    (folder / FILE_NAME).write_text(to_export(largest_assessment()), encoding="utf-8")


def _import(folder: Path) -> None:
    with _opened(folder) as plumbline, _telling():
        plumbline.exchange.import_json(LOCAL_ACTOR, (folder / FILE_NAME).read_bytes(), FILE_NAME)


def _export(folder: Path) -> None:
    with _opened(folder) as plumbline, _telling():
        plumbline.exchange.export_file(LOCAL_ACTOR, ASSESSMENT_ID)


@contextmanager
def _opened(folder: Path) -> Iterator[Plumbline]:
    plumbline = open_plumbline(read_settings({"PLUMBLINE_DATA": str(folder)}))
    yield plumbline
    plumbline.close()


@contextmanager
def _telling() -> Iterator[None]:
    """Print the seconds of what is done inside, and the megabytes that the process grew by at most."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    start = time.perf_counter()
    yield
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([seconds, peak - pages * resource.getpagesize() / 2**20]))


if __name__ == "__main__":
    {"write": _write, "import": _import, "export": _export}[sys.argv[1]](Path(sys.argv[2]))
