"""What the parser and the schema object to is said in words that tell an author what to do."""

from __future__ import annotations

import json
import re

import pytest

from assessment.catalogue.reading import parse_yaml
from assessment.catalogue.schema import schema_files
from assessment.catalogue.translating import FORMS, schema_fault
from assessment.domain.authored.content import (
    Activity,
    FrameworkModel,
    GlossaryFile,
    LevelName,
    Linkage,
    ScenarioProcess,
)
from assessment.errors import FrameworkInvalid

SYNTAX = {
    'a: "He said "hi" to us"\n': (1, "use the other quote"),
    "a: 'it's so'\nb: 1\n": (1, "use the other quote"),
    "a:\n  b: 1\n c: 2\n": (3, "the same column"),
    "a: 1\nb: Note: this\n": (2, "put a text with a colon in quotes"),
    "a: 1\n  b: 2\n": (2, "the same column"),
    'a: 1\nb: "open\nc: 2\nd: 3\n': (2, "never closed"),
    "a: [1\nb: 2\nc: 3\n": (1, "bracket that opens here"),
    "a: {b: 1\nc: 2\n": (1, "bracket that opens here"),
    "a: 1\nfoo\nb: 2\n": (2, "no colon"),
    "a:\n\t- b\n": (2, "not with a tab"),
    "a: 1\n\tb: 2\n": (2, "not with a tab"),
    "a: @you\n": (1, "begins with @"),
    "a: *bold* x\n": (1, "begins with * or &"),
    'a: "C:\\query"\n': (1, "backslash"),
    "a:\n  - b\n  c: 1\n": (3, "'- '"),
    "a: - b\n": (1, "a list on a line of its own"),
    "a: |x\n  t\n": (1, "begins with | or >"),
    "a: ]\n": (1, "begins with a bracket"),
    "a: 1\n---\nb: 1\n": (2, "one document"),
    "a: !x!y z\n": (1, "found undefined tag handle; check quotes"),
}


@pytest.mark.parametrize("text", SYNTAX)
def test_broken_yaml_is_said_with_a_remedy_at_the_line_to_look_at(text: str) -> None:
    line, remedy = SYNTAX[text]
    with pytest.raises(FrameworkInvalid) as caught:
        parse_yaml(text.encode(), "file.yaml")
    (finding,) = caught.value.findings
    assert finding.reason.startswith("is not valid YAML: ")
    assert remedy in finding.reason
    assert finding.line == line


LEVEL = {"level": 3, "name": "Managed", "meaning": "It is managed."}
SCHEMA: tuple[tuple[type[FrameworkModel], object, str], ...] = (
    (LevelName, LEVEL | {"level": "3"}, 'level must be a whole number without quotes or decimals, not "3"'),
    (LevelName, LEVEL | {"level": 2.5}, "level must be a whole number without quotes or decimals, not 2.5"),
    (LevelName, LEVEL | {"level": True}, "level must be a whole number without quotes or decimals, not true"),
    (LevelName, LEVEL | {"level": 7}, "level 7 is above 5"),
    (LevelName, LEVEL | {"name": 12}, "name must be text; put 12 in quotes"),
    (LevelName, LEVEL | {"name": True}, "name must be text; put true in quotes"),
    (LevelName, LEVEL | {"name": ["a"]}, "name must be text, not a list"),
    (LevelName, LEVEL | {"name": None}, "name has no value; write one"),
    (GlossaryFile, {"terms": None}, "terms has no value; write its entries, or []"),
    (GlossaryFile, {"terms": {"a": 1}}, "terms must be a list, not a block of keys"),
    (GlossaryFile, {"terms": ["step"]}, "terms.0 must be a block of lines 'key: value', not \"step\""),
    (GlossaryFile, ["step"], "the file must be a block of lines 'key: value', not a list"),
    (ScenarioProcess, {"process": "Big One", "pain": 1, "origin": "paper"}, "process 'Big One' has another form; use"),
    (ScenarioProcess, {"process": "a", "pain": 1, "origin": "own"}, "origin 'own' is none of 'paper' or 'extension'"),
)


def reasons(model: type[FrameworkModel], values: object) -> list[str]:
    with pytest.raises(ValueError) as caught:
        model.model_validate_json(json.dumps(values))
    return [reason for detail in caught.value.errors() if (reason := schema_fault(detail))]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("model", "values", "words"), SCHEMA, ids=[words for *_, words in SCHEMA])
def test_what_breaks_the_schema_is_said_in_words(model: type[FrameworkModel], values: object, words: str) -> None:
    (reason,) = reasons(model, values)
    assert reason.startswith(words)


def test_numbers_and_true_or_false_in_quotes_are_told_to_lose_them() -> None:
    assert 'weight must be a number without quotes, not "1"' in reasons(Activity, {"weight": "1"})
    assert 'is_hard must be true or false without quotes, not "yes"' in reasons(Linkage, {"is_hard": "yes"})


def test_every_form_an_id_or_a_number_must_have_is_explained() -> None:
    patterns = {json.loads(f'"{found}"') for text in schema_files().values() for found in _patterns(text)}
    assert patterns == set(FORMS)


def _patterns(text: str) -> list[str]:
    return re.findall(r'"pattern": "((?:[^"\\]|\\.)*)"', text)
