"""A framework is checked without being kept, and an installed one is given out to begin from."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from assessment.catalogue import content_hash
from assessment.domain.authored.framework import Framework
from assessment.errors import NotAvailable
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from assessment.settings import Settings
from tests.builders import fields_of
from tests.services.folders import write_framework


def test_a_downloaded_framework_comes_back_clean_and_the_same(plumbline: Plumbline, framework: Framework) -> None:
    content = plumbline.frameworks.archive(LOCAL_ACTOR, "tiny")
    checked = plumbline.frameworks.check_archive(LOCAL_ACTOR, content, "tiny.zip")
    assert checked.faults == ()
    assert checked.framework is not None
    assert content_hash(checked.framework) == content_hash(framework)


def test_a_download_holds_the_readable_files_and_nothing_else(plumbline: Plumbline, settings: Settings) -> None:
    folder = settings.questionnaires_folder / "tiny"
    (folder / "README.md").write_text("How to go on.")
    (folder / "sample.json").write_text("{}")
    with zipfile.ZipFile(io.BytesIO(plumbline.frameworks.archive(LOCAL_ACTOR, "tiny"))) as archive:
        names = set(archive.namelist())
    assert {"tiny/framework.yaml", "tiny/processes/planning.yaml", "tiny/README.md"} <= names
    assert "tiny/AUTHORING.md" in names
    assert "tiny/sample.json" not in names


def test_a_folder_named_unlike_its_framework_is_found_by_the_frameworks_id(
    plumbline: Plumbline, settings: Settings
) -> None:
    folder = settings.questionnaires_folder
    (folder / "tiny").rename(folder / "renamed")
    assert plumbline.frameworks.archive(LOCAL_ACTOR, "tiny")
    assert plumbline.frameworks.get(LOCAL_ACTOR, "tiny").id == "tiny"


@pytest.mark.parametrize("framework_id", ["absent", "..", "", "../questionnaires/tiny", "/etc"])
def test_what_is_not_installed_is_not_given_out(plumbline: Plumbline, framework_id: str) -> None:
    with pytest.raises(NotAvailable):
        plumbline.frameworks.archive(LOCAL_ACTOR, framework_id)


def test_checking_stores_nothing(
    plumbline: Plumbline, framework: Framework, settings: Settings, tmp_path: Path
) -> None:
    other = Framework(**{**fields_of(framework), "id": "other"})
    write_framework(other, tmp_path / "elsewhere")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path in (tmp_path / "elsewhere").rglob("*.yaml"):
            archive.write(path, path.relative_to(tmp_path / "elsewhere"))
    before = sorted(settings.questionnaires_folder.rglob("*"))
    assert plumbline.frameworks.check_archive(LOCAL_ACTOR, buffer.getvalue(), "other.zip").framework is not None
    assert sorted(settings.questionnaires_folder.rglob("*")) == before
    assert [known.id for known in plumbline.frameworks.installed(LOCAL_ACTOR)] == ["tiny"]
    with pytest.raises(NotAvailable):
        plumbline.frameworks.get(LOCAL_ACTOR, "other")


def test_a_changed_file_is_checked_anew(plumbline: Plumbline, settings: Settings) -> None:
    frameworks = plumbline.frameworks
    assert frameworks.check_archive(LOCAL_ACTOR, frameworks.archive(LOCAL_ACTOR, "tiny"), "tiny.zip").faults == ()
    path = settings.questionnaires_folder / "tiny" / "glossary.yaml"
    sound = path.read_text()
    with zipfile.ZipFile(io.BytesIO(frameworks.archive(LOCAL_ACTOR, "tiny"))) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    entries["tiny/glossary.yaml"] = sound.replace('"terms"', '"words"').encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    faults = frameworks.check_archive(LOCAL_ACTOR, buffer.getvalue(), "tiny.zip").faults
    assert {finding.file for finding in faults} == {"glossary.yaml"}
