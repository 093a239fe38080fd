"""What readers make of the questionnaires: whether six shuffled statements show their order, whether a statement tells
which process it is about, and whether two who know the same interview choose the same statement.

    python -m benchmarks.reading sheets FOLDER [FRAMEWORK]   write the sheets for the readers, shuffled by each seed
    python -m benchmarks.reading score FOLDER [FRAMEWORK]    read their answers; for the shipped one write reading.md

Each reader gets one sheet and nothing else of the framework, and leaves a file of the same name in FOLDER/answers:
item id to six letters, best last; number to process id; interview to the number of a statement, 0 to 5. Interviews are
written to FOLDER/interviews.json, item id to text, by somebody who knows the questions and has not seen the statements.
FOLDER/readers.txt says in one sentence who the readers were; the results begin with it.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import statistics
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from typing import Any

from assessment.catalogue import load_framework
from assessment.domain.agreement.measures import krippendorff_alpha
from assessment.domain.authored.framework import Framework, Item, ItemKind
from benchmarks.measuring import ROOT

SHIPPED = ROOT / "questionnaires" / "itsm-reference"
RESULTS = ROOT / "benchmarks" / "reading.md"
ORDER_SEEDS = (1, 2)
PROCESS_SEED = 3
INTERVIEW_SEED = 4
LETTERS = "abcdef"
CAVEATS = (
    "A question that was reworded is read again by somebody who has not seen it, and the answers are joined.",
    "Readers judge wording only: they did not work in the organisations described. Interviews are invented and",
    "shorter than a real talk, so people in a room will differ more than these figures say.",
)


def anchored_items(framework: Framework) -> tuple[Item, ...]:
    """Every item with six statements of its own, in the framework's order."""
    return tuple(item for item in framework.item_by_id.values() if item.kind is ItemKind.ANCHORED)


def shuffled(item: Item, seed: int) -> tuple[int, ...]:
    """Codes of the statements in the order the sheet of that seed shows them."""
    codes = list(range(len(item.statements)))
    random.Random(f"{seed} {item.id}").shuffle(codes)
    return tuple(codes)


def statements_hash(framework: Framework) -> str:
    """What readers saw, in 12 hexadecimal digits: another wording of a statement gives other digits."""
    texts = [[item.id, item.question, *item.statements] for item in anchored_items(framework)]
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()[:12]


def drawn_statements(framework: Framework) -> tuple[tuple[Item, str], ...]:
    """One statement of each item, both drawn by chance, in the order of the sheet on processes."""
    chance = random.Random(PROCESS_SEED)
    items = list(anchored_items(framework))
    chance.shuffle(items)
    return tuple((item, chance.choice(item.statements)) for item in items)


def swaps(order: tuple[int, ...]) -> int:
    """Neighbours to swap until the order is right: 0 is right, 15 is backwards for six.

    >>> swaps((0, 1, 2)), swaps((0, 2, 1)), swaps((2, 1, 0))
    (0, 1, 3)
    """
    return sum(first > second for first, second in combinations(order, 2))


def write_sheets(framework: Framework, folder: Path) -> None:
    """Write every sheet; a file of interviews that is there already gets its sheet as well."""
    (folder / "answers").mkdir(parents=True, exist_ok=True)
    items = anchored_items(framework)
    for seed in ORDER_SEEDS:
        order = {
            item.id: {
                "question": item.question,
                **{letter: item.statements[code] for letter, code in zip(LETTERS, shuffled(item, seed), strict=True)},
            }
            for item in items
        }
        _write(folder / f"order-{seed}.json", order)
    processes = {process.id: process.purpose for process in framework.processes}
    _write(folder / "process.json", {"processes": processes, "statements": dict(_blanked(framework))})
    _write(folder / "interviews-wanted.json", _wanted(framework))
    interviews = folder / "interviews.json"
    if interviews.is_file():
        heard = json.loads(interviews.read_text("utf-8"))
        sheet = {
            item.id: {
                "question": item.question,
                "interview": heard[item.id],
                "statements": {str(code): text for code, text in enumerate(item.statements)},
            }
            for item in items
            if item.id in heard
        }
        _write(folder / "interviews-sheet.json", sheet)


def _blanked(framework: Framework) -> Iterator[tuple[str, str]]:
    """One statement of each item by number, with the names of processes taken out."""
    names = "|".join(re.escape(process.name) for process in framework.processes)
    for number, (_, statement) in enumerate(drawn_statements(framework)):
        yield str(number), re.sub(names, "____", statement, flags=re.IGNORECASE)


def _wanted(framework: Framework) -> dict[str, str]:
    """The questions of two items of each process, for whoever writes the interviews."""
    chance = random.Random(INTERVIEW_SEED)
    return {
        item.id: item.question
        for process in framework.processes
        for item in chance.sample([one for one in anchored_items(framework) if one.process_id == process.id], 2)
    }


def score(framework: Framework, folder: Path) -> str:
    """The results as Markdown."""
    lines = [
        "# Read afresh",
        "",
        f"By `python -m benchmarks.reading`, {datetime.now(UTC):%Y-%m-%d}, on {framework.name} {framework.version}, "
        f"statements {statements_hash(framework)}. {(folder / 'readers.txt').read_text('utf-8').strip()}",
        "",
        "| what | outcome |",
        "|---|---|",
    ]
    answers = folder / "answers"
    for seed in ORDER_SEEDS:
        lines += _order_lines(framework, seed, _read(answers / f"order-{seed}.json"))
    lines += _process_lines(framework, _read(answers / "process.json"))
    lines += _interview_lines(framework, [_read(path) for path in sorted(answers.glob("interviews-sheet*.json"))])
    return "\n".join([*lines, "", *CAVEATS, ""])


def _order_lines(framework: Framework, seed: int, answers: Mapping[str, str]) -> Iterator[str]:
    found = {}
    for item in anchored_items(framework):
        shown = dict(zip(LETTERS, shuffled(item, seed), strict=True))
        found[item.id] = swaps(tuple(shown[letter] for letter in answers[item.id]))
    exact = sum(count == 0 for count in found.values())
    yield (
        f"| six shuffled statements put back in order, reader {seed} | {exact} of {len(found)} exactly, "
        f"{sum(count == 1 for count in found.values())} with one swap, "
        f"{sum(count > 1 for count in found.values())} with more{_named(found)} |"
    )


def _named(found: Mapping[str, int]) -> str:
    wrong = [f"{item_id} ({count})" for item_id, count in found.items() if count]
    return f": {', '.join(wrong)}" if wrong else ""


def _process_lines(framework: Framework, answers: Mapping[str, str]) -> Iterator[str]:
    items = [item for item, _ in drawn_statements(framework)]
    wrong = [
        f"{item.id} taken for {answers[str(number)]}"
        for number, item in enumerate(items)
        if answers[str(number)] != item.process_id
    ]
    yield (
        f"| one statement of each question, process names blanked, given to its process | "
        f"{len(items) - len(wrong)} of {len(items)}{': ' + ', '.join(wrong) if wrong else ''} |"
    )


def _interview_lines(framework: Framework, readers: list[Mapping[str, int]]) -> Iterator[str]:
    asked = [item.id for item in anchored_items(framework) if all(item.id in reader for reader in readers)]
    chosen = [[int(reader[item_id]) for reader in readers] for item_id in asked]
    gaps = [abs(first - second) for codes in chosen for first, second in combinations(codes, 2)]
    if not gaps:
        return
    alpha = krippendorff_alpha([[codes.count(code) for code in range(len(framework.scale))] for codes in chosen])
    apart = [item_id for item_id, codes in zip(asked, chosen, strict=True) if max(codes) - min(codes) > 1]
    yield (
        f"| {len(asked)} interviews, each read by {len(readers)}: the statement chosen | "
        f"the same in {sum(gap == 0 for gap in gaps)} of {len(gaps)} pairs, within one in {sum(g <= 1 for g in gaps)}, "
        f"mean distance {statistics.fmean(gaps):.2f}, Krippendorff's alpha (ordinal) "
        f"{'none' if alpha is None else format(alpha, '.2f')}{'; further apart: ' if apart else ''}{', '.join(apart)} |"
    )


def _read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def _write(path: Path, values: object) -> None:
    path.write_text(json.dumps(values, indent=1, ensure_ascii=False) + "\n", "utf-8")


def main(arguments: list[str]) -> None:
    """`sheets FOLDER` or `score FOLDER`, and the framework's folder where it is not the shipped one."""
    what, folder, *own = arguments
    framework = load_framework(Path(own[0]) if own else SHIPPED)
    if what == "sheets":
        write_sheets(framework, Path(folder))
        return
    results = score(framework, Path(folder))
    print(results)
    if not own:
        RESULTS.write_text(results, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
