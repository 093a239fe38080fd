"""Versions of before are found by id and number alone, and what is damaged or something else is refused in words."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from assessment.catalogue import earlier, earlier_framework, framework_to_json
from assessment.errors import FrameworkInvalid
from tests.builders import tiny_framework

FRAMEWORK = tiny_framework()


def kept(folder: Path, content: bytes, version: str = "1.0.0") -> Path:
    (folder / "earlier").mkdir()
    (folder / "earlier" / f"{version}.json.gz").write_bytes(content)
    return folder


def test_a_version_that_is_kept_is_found_and_no_other(tmp_path: Path) -> None:
    folder = kept(tmp_path, gzip.compress(framework_to_json(FRAMEWORK).encode()))
    assert earlier_framework(folder, "tiny", "1.0.0") == FRAMEWORK
    for version in ("1.0.1", "", "*", "../earlier/1.0.0", "1.0.0.json.gz"):
        assert earlier_framework(folder, "tiny", version) is None


@pytest.mark.parametrize(
    "content", [b"no gzip", gzip.compress(b"x" * 1000)[:-9], gzip.compress(b"\xff")], ids=["none", "cut", "letters"]
)
def test_what_is_damaged_is_named(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(FrameworkInvalid, match=r"earlier/1\.0\.0\.json\.gz: cannot be unpacked"):
        earlier_framework(kept(tmp_path, content), "tiny", "1.0.0")


def test_what_is_another_version_or_framework_than_its_name_says_is_refused(tmp_path: Path) -> None:
    folder = kept(tmp_path, gzip.compress(framework_to_json(FRAMEWORK).encode()), "0.9.0")
    with pytest.raises(FrameworkInvalid, match=r"holds tiny 1\.0\.0"):
        earlier_framework(folder, "tiny", "0.9.0")


def test_no_more_is_unpacked_than_any_framework_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(earlier, "CARRIED_SIZE_LIMIT", 100)
    with pytest.raises(FrameworkInvalid, match="has more than 100 characters"):
        earlier_framework(kept(tmp_path, gzip.compress(b"x" * 1000)), "tiny", "1.0.0")
