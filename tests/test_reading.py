"""The sheets for readers hide what they are to find, and their answers are counted as they are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assessment.domain.authored.framework import Framework, Item
from benchmarks.reading import ORDER_SEEDS, anchored_items, drawn_statements, score, shuffled, swaps, write_sheets
from tests.builders import tiny_framework
from tests.services.folders import distinct

LETTERS = "abcdef"


@pytest.fixture
def framework() -> Framework:
    return distinct(tiny_framework())


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def best_answer(item: Item, seed: int) -> str:
    """The letters of a reader who sees the order."""
    codes = shuffled(item, seed)
    return "".join(LETTERS[codes.index(code)] for code in range(6))


def answered(framework: Framework, folder: Path, **changes: str) -> Path:
    """Sheets with the answers of readers who make no mistake but those in `changes`, by item id, in the first order."""
    write_sheets(framework, folder)
    answers = folder / "answers"
    for seed in ORDER_SEEDS:
        orders = {item.id: best_answer(item, seed) for item in anchored_items(framework)}
        (answers / f"order-{seed}.json").write_text(json.dumps(orders | (changes if seed == ORDER_SEEDS[0] else {})))
    found = {str(number): item.process_id for number, (item, _) in enumerate(drawn_statements(framework))}
    (answers / "process.json").write_text(json.dumps(found))
    (folder / "readers.txt").write_text("Three invented readers read.")
    return folder


def test_a_sheet_shuffles_and_says_nothing_of_the_order(framework: Framework, tmp_path: Path) -> None:
    write_sheets(framework, tmp_path)
    orders = {shuffled(item, seed) for item in anchored_items(framework) for seed in ORDER_SEEDS}
    assert len(orders) > 10
    sheet = read(tmp_path / "order-1.json")
    item = anchored_items(framework)[0]
    assert sorted(sheet[item.id]) == [*LETTERS, "question"]
    assert sorted(sheet[item.id][letter] for letter in LETTERS) == sorted(item.statements)


def test_process_names_are_blanked(framework: Framework, tmp_path: Path) -> None:
    write_sheets(framework, tmp_path)
    statements = read(tmp_path / "process.json")["statements"].values()
    assert len(statements) == len(anchored_items(framework))
    assert not any(process.name in text for process in framework.processes for text in statements)
    for text, (item, statement) in zip(statements, drawn_statements(framework), strict=True):
        assert text.replace("____", framework.process_by_id[item.process_id].name) == statement


def test_readers_without_a_mistake_get_everything(framework: Framework, tmp_path: Path) -> None:
    results = score(framework, answered(framework, tmp_path))
    assert results.count("24 of 24 exactly, 0 with one swap, 0 with more |") == 2
    assert "| 24 of 24 |" in results
    assert "Three invented readers read." in results


def test_a_mistake_is_named_with_its_swaps(framework: Framework, tmp_path: Path) -> None:
    item = anchored_items(framework)[0]
    right = best_answer(item, ORDER_SEEDS[0])
    results = score(framework, answered(framework, tmp_path, **{item.id: right[::-1]}))
    assert f"23 of 24 exactly, 0 with one swap, 1 with more: {item.id} (15)" in results


@pytest.mark.parametrize(("order", "count"), [((0, 1, 2), 0), ((1, 0, 2), 1), ((2, 0, 1), 2), ((2, 1, 0), 3)])
def test_swaps_are_of_neighbours(order: tuple[int, ...], count: int) -> None:
    assert swaps(order) == count


def test_interviews_are_compared_reader_by_reader(framework: Framework, tmp_path: Path) -> None:
    folder = answered(framework, tmp_path)
    wanted = list(read(folder / "interviews-wanted.json"))
    (folder / "interviews.json").write_text(json.dumps(dict.fromkeys(wanted, "We do.")))
    write_sheets(framework, folder)
    assert list(read(folder / "interviews-sheet.json")) == [
        item.id for item in anchored_items(framework) if item.id in wanted
    ]
    first = dict.fromkeys(wanted, 3)
    second = {**first, wanted[0]: 5}
    for name, chosen in (("x", first), ("y", second)):
        (folder / "answers" / f"interviews-sheet-{name}.json").write_text(json.dumps(chosen))
    results = score(framework, folder)
    assert f"the same in {len(wanted) - 1} of {len(wanted)} pairs, within one in {len(wanted) - 1}" in results
    assert f"further apart: {wanted[0]}" in results
