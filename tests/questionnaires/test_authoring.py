"""docs/authoring.md keeps its word: valid examples, a walk that ends without a finding, figures that are measured."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from pydantic import BaseModel, TypeAdapter

from assessment.catalogue import archive, load_framework, prose, prose_figures
from assessment.catalogue.archive import check_archive, packed
from assessment.catalogue.loading import HEADER_FILE, OTHER_FILES
from assessment.catalogue.reading import SIZE_LIMIT
from assessment.catalogue.schema import SCHEMA_MODELS
from assessment.domain.authored.content import FrameworkHeader, Process
from assessment.domain.authored.parts import SIMILARITY_LIMIT
from benchmarks.reading import RESULTS, statements_hash
from tests.questionnaires.shipped import FOLDER

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "authoring.md"
NEW_PROCESS = "processes/knowledge-management.yaml"
ADDED_LISTS = ("linkages.yaml", "transitions.yaml", "scenarios.yaml", "glossary.yaml")
Values = dict[str, Any]


@cache
def guide() -> str:
    return GUIDE.read_text(encoding="utf-8")


@cache
def examples() -> Mapping[str, tuple[str, ...]]:
    """The YAML blocks of the page by the file that their first line names."""
    found: dict[str, list[str]] = defaultdict(list)
    for block in re.findall(r"```yaml\n(.*?)```", guide(), re.DOTALL):
        first, rest = block.split("\n", 1)
        found[first.removeprefix("# ")].append(rest)
    return {name: tuple(blocks) for name, blocks in found.items()}


def model_of(name: str) -> type[BaseModel]:
    if name == HEADER_FILE:
        return FrameworkHeader
    return OTHER_FILES.get(name, Process)


def fields_of(model: type[BaseModel]) -> Iterator[tuple[type[BaseModel], str]]:
    """Every field an author can write in a file of this model, nested ones included."""
    for name, field in model.model_fields.items():
        yield model, name
        for inner in _models_in(field.annotation):
            yield from fields_of(inner)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


def own_framework(folder: Path) -> Path:
    """The walk of the page: a copy, renamed, with the process of the examples and what they add elsewhere."""
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("*.json"))
    header = folder / HEADER_FILE
    text = header.read_text().replace("id: itsm-reference", f"id: {folder.name}", 1)
    old = "processes: [operations-management, incident-management, problem-management]"
    assert old in text
    header.write_text(text.replace(old, old.replace("]", ", knowledge-management]")))
    (folder / NEW_PROCESS).write_text("\n".join(examples()[NEW_PROCESS]))
    for name in ADDED_LISTS:
        values = yaml.safe_load((folder / name).read_text())
        for key, entries in yaml.safe_load(examples()[name][0]).items():
            values[key] += entries
        (folder / name).write_text(yaml.safe_dump(values, allow_unicode=True))
    return folder


@pytest.mark.parametrize("name", sorted(examples()))
def test_each_example_is_valid_where_it_says_it_stands(name: str) -> None:
    fields = model_of(name).model_fields
    for block in examples()[name]:
        for key, value in yaml.safe_load(block).items():
            annotation: Any = fields[key].annotation
            inner = get_args(annotation)
            if isinstance(value, list) and inner:
                for entry in value:
                    TypeAdapter(inner[0]).validate_json(json.dumps(entry), strict=True)
            else:
                TypeAdapter(annotation).validate_json(json.dumps(value), strict=True)


def test_the_walk_of_the_page_ends_with_a_sound_framework_of_ones_own(tmp_path: Path) -> None:
    checked = check_archive(packed(own_framework(tmp_path / "service-desk-review")), "service-desk-review.zip")
    assert [str(finding) for finding in checked.faults] == []
    assert [str(finding) for finding in checked.prose] == []
    assert checked.framework is not None
    assert checked.framework.id == "service-desk-review"
    assert "knowledge-management.write-articles" in checked.framework.item_by_id
    assert {missing.process_id for missing in checked.missing} == {"knowledge-management"}


def test_a_process_taken_out_is_reported_wherever_something_still_points_to_it(tmp_path: Path) -> None:
    folder = own_framework(tmp_path / "smaller")
    (folder / "processes/cost-management.yaml").unlink()
    header = folder / HEADER_FILE
    header.write_text(header.read_text().replace("cost-management, ", ""))
    files = {finding.file for finding in check_archive(packed(folder), "smaller.zip").faults}
    assert {"linkages.yaml", "scenarios.yaml"} <= files


@pytest.mark.parametrize("file", sorted(SCHEMA_MODELS))
def test_every_field_an_author_can_write_is_explained(file: str) -> None:
    shown = "\n".join(block for blocks in examples().values() for block in blocks)
    explained = set(re.findall(r"`([a-z_]+)`", guide())) | set(re.findall(r"\b([a-z_]+):", shown))
    for model, name in fields_of(SCHEMA_MODELS[file]):
        assert name in explained, f"{model.__name__}.{name}"


def test_every_file_of_a_framework_is_explained() -> None:
    assert {HEADER_FILE, NEW_PROCESS, *OTHER_FILES} == set(examples())


def test_the_figures_of_the_rules_of_prose_are_those_of_the_shipped_framework() -> None:
    figures = prose_figures(load_framework(FOLDER))
    assert f"most alike pair {figures.most_alike_share:.2f}" in guide()
    assert f"mean {figures.mean_reading_ease:.0f} over {figures.statement_count} statements" in guide()
    assert figures.most_alike_share < SIMILARITY_LIMIT


def test_the_bounds_of_the_page_are_those_of_the_check() -> None:
    assert f"| length of a sentence | {prose.SENTENCE_WORD_LIMIT} words" in guide()
    assert f"| length of a statement | {prose.STATEMENT_WORD_LIMIT} words" in guide()
    assert f"within an attribute | {SIMILARITY_LIMIT} at most" in guide()
    for word in re.findall(r"\w[\w ]*", prose.VAGUE_WORDS.pattern.split("(")[1].split(")")[0]):
        assert word.removesuffix("ly").removesuffix("b") in guide(), word
    for name in prose.NAMES_OF_STANDARDS:
        assert name in guide()
    limits = (
        f"at most {archive.ENTRY_LIMIT} files, {archive.ARCHIVE_SIZE_LIMIT / 1e6:.0f} MB packed and "
        f"{archive.UNPACKED_SIZE_LIMIT / 1e6:.0f} MB unpacked, with {archive.YAML_SIZE_LIMIT / 1e6:g} MB of YAML"
    )
    assert limits in " ".join(guide().split())
    assert SIZE_LIMIT == 1_000_000
    assert "a file at most 1 MB" in guide()


def test_the_figures_of_the_readers_are_of_the_statements_that_are_shipped() -> None:
    framework = load_framework(FOLDER)
    seen = statements_hash(framework)
    assert f"statements {seen}" in RESULTS.read_text(), "let readers put the changed questions in order again"


def test_the_counts_of_the_shipped_folder_are_those_of_its_files() -> None:
    framework = load_framework(FOLDER)
    terms, entries = len(framework.glossary), sum(len(process.crosswalk) for process in framework.processes)
    assert f"| glossary | {terms} terms |" in (FOLDER / "README.md").read_text()
    changes = " ".join((FOLDER / "CHANGELOG.md").read_text().split())
    assert f"a glossary of {terms} terms" in changes
    assert f"a crosswalk of {entries} entries" in changes


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md"])
def test_the_shipped_folder_says_how_to_go_on_and_travels_with_its_copy(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(packed(FOLDER))) as copy:
        text = copy.read(f"itsm-reference/{name}").decode()
    assert len(text) > 500


def test_the_changelog_of_the_content_begins_with_the_version_that_is_shipped() -> None:
    text = (FOLDER / "CHANGELOG.md").read_text()
    versions = re.findall(r"^## (\d+\.\d+\.\d+)", text, re.MULTILINE)
    assert versions[0] == load_framework(FOLDER).version
