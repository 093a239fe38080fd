"""Writes an invented framework as a folder of YAML files and plants defects in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from tests.builders import tiny_framework

Values = dict[str, Any]
_KEYS_BY_FILE = {
    "linkages.yaml": {"linkages": "linkages", "universal": "universal"},
    "transitions.yaml": {"transitions": "transitions"},
    "scenarios.yaml": {"scenarios": "scenarios"},
    "organisation.yaml": {name: name for name in ("technology", "sourcing", "readiness", "owner_checklist")},
    "glossary.yaml": {"terms": "glossary"},
}


def write_folder(folder: Path) -> Path:
    """A sound framework of three invented processes, as an author would keep it."""
    values = json.loads(tiny_framework().model_dump_json(exclude_none=True))
    for attribute in values["attributes"]:
        attribute["item"]["statements"] = [
            f"One sees {word}." for word in ("none", "one", "two", "three", "four", "all")
        ]
    for process in values.pop("processes"):
        for activity in process["activities"]:
            activity["question"] = f"How is {activity['id']} done in {process['id']}?"
        _write(folder / "processes" / f"{process['id']}.yaml", process)
    for name, keys in _KEYS_BY_FILE.items():
        _write(folder / name, {key: values.pop(source) for key, source in keys.items()})
    _write(folder / "framework.yaml", values)
    return folder


def change(folder: Path, name: str, edit: Callable[[Values], object]) -> None:
    """Edit the values of one file in place."""
    path = folder / name
    values = yaml.safe_load(path.read_text())
    edit(values)
    _write(path, values)


def replace(folder: Path, name: str, old: str, new: str) -> None:
    """Replace the first occurrence of a text in one file; the text must be there."""
    path = folder / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def _write(path: Path, values: Values) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(values, sort_keys=False, allow_unicode=True))
