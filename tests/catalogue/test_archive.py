"""An uploaded archive is checked like a folder; danger is refused before unpacking; nothing is left behind."""

from __future__ import annotations

import io
import random
import stat
import struct
import tempfile
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from assessment.catalogue import archive, check_framework, content_hash, load_framework
from assessment.catalogue.archive import (
    ARCHIVE_SIZE_LIMIT,
    COMPARED_PAIR_LIMIT,
    ENTRY_LIMIT,
    NAME_LIMIT,
    PART_LIMIT,
    UNPACKED_SIZE_LIMIT,
    YAML_SIZE_LIMIT,
    CheckedArchive,
    check_archive,
    packed,
    pair_count,
)
from assessment.domain.authored.parts import Part
from tests.catalogue.folders import change, replace, write_folder

PLANNING = "processes/planning.yaml"
SHIPPED = Path(__file__).resolve().parents[2] / "questionnaires" / "itsm-reference"
Entries = dict[str, bytes | str]
LINK_MODE = (stat.S_IFLNK | 0o777) << 16


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "mine")


@pytest.fixture(autouse=True)
def unpacking_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "unpacking"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


def zipped(entries: Entries, *, modes: dict[str, int] | None = None) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in entries.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = (modes or {}).get(name, 0)
            written.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def entries_of(folder: Path, prefix: str = "mine/") -> Entries:
    return {prefix + path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.yaml"))}


def remark(length: int) -> str:
    """One YAML comment of that length, which packs no better than text does."""
    return "# " + random.Random(1).randbytes(length // 2).hex()[: length - 2]


def refusal(content: bytes, name: str = "mine.zip") -> str:
    checked = check_archive(content, name)
    assert checked.framework is None
    assert len(checked.faults) == 1, [str(finding) for finding in checked.faults]
    return str(checked.faults[0])


def test_a_packed_folder_checks_as_the_same_framework(folder: Path) -> None:
    checked = check_archive(packed(folder), "mine.zip")
    assert checked.faults == ()
    assert checked.framework is not None
    assert content_hash(checked.framework) == content_hash(load_framework(folder))


def test_packing_twice_gives_the_same_bytes(folder: Path) -> None:
    first = packed(folder)
    (folder / PLANNING).touch()
    assert packed(folder) == first


@pytest.mark.parametrize("prefix", ["", "mine/", "download-main/questionnaires/mine/"])
def test_the_framework_is_found_wherever_it_lies_in_the_archive(folder: Path, prefix: str) -> None:
    assert check_archive(zipped(entries_of(folder, prefix)), "mine.zip").framework is not None


def test_what_else_lies_in_the_folder_is_left_alone(folder: Path) -> None:
    entries = entries_of(folder) | {
        "mine/README.md": "x",
        "__MACOSX/mine/._framework.yaml": b"\x00",
        "mine/.DS_Store": b"",
    }
    assert check_archive(zipped(entries), "mine.zip").faults == ()


def test_the_faults_of_an_archive_are_those_of_its_folder(folder: Path) -> None:
    replace(folder, PLANNING, "why: It matters.", "why: No")
    change(folder, "scenarios.yaml", lambda values: values.update(stories=1))
    checked = check_archive(packed(folder), "mine.zip")
    assert checked.framework is None
    assert checked.faults == check_framework(folder)
    assert {finding.file for finding in checked.faults} == {PLANNING, "scenarios.yaml"}
    assert all(finding.line for finding in checked.faults)


def test_broken_yaml_is_named_by_file_and_line(folder: Path) -> None:
    path = folder / PLANNING
    path.write_text(path.read_text() + "x: [1\n")
    assert refusal(packed(folder)).startswith(f"{PLANNING}:")


def test_prose_does_not_keep_a_framework_from_its_preview(folder: Path) -> None:
    replace(folder, PLANNING, "why: It matters.", f"why: {'word ' * 31}end.")
    checked = check_archive(packed(folder), "mine.zip")
    assert checked.framework is not None
    assert [finding.file for finding in checked.prose] == [PLANNING]
    assert "sentence of 32 words" in checked.prose[0].reason


def test_what_is_not_written_yet_is_listed_and_is_no_fault(folder: Path) -> None:
    checked = check_archive(packed(folder), "mine.zip")
    assert checked.faults == ()
    assert ("planning", Part.GUIDE) in [(missing.process_id, missing.part) for missing in checked.missing]


def test_nothing_is_left_behind(folder: Path, unpacking_place: Path) -> None:
    check_archive(packed(folder), "mine.zip")
    check_archive(zipped(entries_of(folder) | {"mine/processes/planning.yaml": "x: [1"}), "mine.zip")
    assert list(unpacking_place.iterdir()) == []


def test_a_zip_bomb_is_refused_before_it_is_unpacked(folder: Path) -> None:
    bomb = zipped(entries_of(folder) | {"mine/bomb.yaml": b"0" * (UNPACKED_SIZE_LIMIT + 1)})
    assert len(bomb) < ARCHIVE_SIZE_LIMIT
    tracemalloc.start()
    start = time.perf_counter()
    assert "unpacks to" in refusal(bomb)
    assert time.perf_counter() - start < 1
    assert tracemalloc.get_traced_memory()[1] < UNPACKED_SIZE_LIMIT / 2
    tracemalloc.stop()


def test_a_bomb_of_a_ratio_that_text_never_has_is_refused(folder: Path) -> None:
    assert "packed more than" in refusal(zipped(entries_of(folder) | {"mine/notes.txt": b"0" * 5_000_000}))


def test_an_archive_that_lies_about_its_sizes_is_read_no_further_than_it_says(folder: Path) -> None:
    content = bytearray(zipped(entries_of(folder) | {"mine/processes/liar.yaml": b"0" * 900_000}))
    directory = content.rindex(b"mine/processes/liar.yaml")
    struct.pack_into("<I", content, directory - 46 + 24, 10)
    assert "liar.yaml: is damaged" in refusal(bytes(content))


def test_more_yaml_than_is_read_is_refused(folder: Path) -> None:
    line = remark(400_000)
    count = YAML_SIZE_LIMIT // len(line) + 1
    many: Entries = {f"mine/processes/more-{number}.yaml": line for number in range(count)}
    assert "bytes of YAML" in refusal(zipped(entries_of(folder) | many))


def test_a_file_over_the_readers_limit_is_named(folder: Path) -> None:
    large = remark(1_000_001)
    assert refusal(zipped(entries_of(folder) | {"mine/glossary.yaml": large})).startswith(
        "glossary.yaml: is larger than"
    )


def test_too_many_entries_are_refused(folder: Path) -> None:
    many: Entries = {f"mine/processes/p{number}.txt": b"" for number in range(ENTRY_LIMIT)}
    assert "entries, at most" in refusal(zipped(entries_of(folder) | many))


def test_a_large_upload_is_refused_unread() -> None:
    assert "is larger than" in refusal(b"PK" + b"\x00" * ARCHIVE_SIZE_LIMIT)


@pytest.mark.parametrize(
    "name",
    [
        "../framework.yaml",
        "mine/../../etc/passwd.yaml",
        "/etc/framework.yaml",
        "C:/framework.yaml",
        "mine\\..\\framework.yaml",
        "mine/frame\nwork.yaml",
    ],
)
def test_an_entry_that_points_elsewhere_is_refused_and_written_nowhere(
    folder: Path, tmp_path: Path, unpacking_place: Path, name: str
) -> None:
    before = sorted(tmp_path.rglob("*"))
    content = zipped(entries_of(folder) | {name: "id: evil"})
    reason = refusal(content)
    assert "points outside" in reason or "cannot have" in reason
    assert "\n" not in reason
    assert sorted(tmp_path.rglob("*")) == before


def test_a_symbolic_link_is_refused(folder: Path) -> None:
    entries = entries_of(folder) | {"mine/processes/link.yaml": "/etc/passwd"}
    content = zipped(entries, modes={"mine/processes/link.yaml": LINK_MODE})
    assert "link.yaml: is a link or a device" in refusal(content)


def test_a_name_written_twice_is_refused(folder: Path) -> None:
    entries = entries_of(folder)
    assert "twice" in refusal(zipped(entries | {"mine//framework.yaml": "id: other"}))
    assert "twice" in refusal(zipped(entries | {"mine/Framework.YAML": "id: other"}))


def test_a_name_too_long_for_a_disk_is_refused(folder: Path) -> None:
    assert "characters" in refusal(zipped(entries_of(folder) | {f"mine/{'x' * NAME_LIMIT}.yaml": "a: 1"}))


def test_an_encrypted_entry_is_refused(folder: Path) -> None:
    content = bytearray(zipped(entries_of(folder) | {"mine/secret.yaml": "a: 1"}))
    directory = content.rindex(b"mine/secret.yaml")
    content[directory - 46 + 8] |= 1
    assert "password" in refusal(bytes(content))


def test_a_file_ending_in_yml_is_told_its_name(folder: Path) -> None:
    entries = entries_of(folder)
    entries["mine/processes/planning.yml"] = entries.pop("mine/processes/planning.yaml")
    assert "name it 'planning.yaml'" in refusal(zipped(entries))


def test_no_framework_or_two_are_refused_in_words(folder: Path) -> None:
    assert "holds no framework.yaml" in refusal(zipped({"mine/glossary.yaml": "terms: []"}))
    assert "holds 2 files" in refusal(zipped(entries_of(folder) | {"other/framework.yaml": "id: other"}))


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x05\x06" + b"\x00" * 3], ids=["empty", "text", "cut"])
def test_a_file_that_is_no_archive_is_refused(content: bytes) -> None:
    assert "is not a .zip file" in refusal(content)


def test_a_hostile_name_of_the_upload_is_shown_short_and_visible() -> None:
    reason = refusal(b"", name="a\x00\u202e" + "b" * 500)
    assert "\x00" not in reason
    assert "\u202e" not in reason
    assert len(reason) < 200


def test_damaged_archives_never_raise(folder: Path) -> None:
    content = packed(folder)
    for place in range(0, len(content), max(1, len(content) // 150)):
        for damaged in (content[:place], content[:place] + bytes([content[place] ^ 0x5A]) + content[place + 1 :]):
            assert isinstance(check_archive(damaged, "mine.zip"), CheckedArchive)


def test_a_file_of_endless_small_values_is_refused_at_once(folder: Path) -> None:
    values = "a: [" + ",".join(str(number % 10) for number in range(PART_LIMIT)) + "]"
    start = time.perf_counter()
    assert "more values than are read" in refusal(zipped(entries_of(folder) | {"mine/processes/more.yaml": values}))
    assert time.perf_counter() - start < 1


def test_a_framework_too_large_to_compare_says_so_and_is_shown(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rest = {"deliverable": "D.", "owner_role": "R", "effort": "S", "evidence": "E."}
    actions = [{"to": letter, "text": f"Do {letter} now.", **rest} for letter in ("P-", "P+", "L-", "L+", "F")]
    change(folder, PLANNING, lambda values: values.update(attributes=[{"attribute": "delivery", "actions": actions}]))
    monkeypatch.setattr(archive, "COMPARED_PAIR_LIMIT", 9)
    checked = check_archive(packed(folder), "mine.zip")
    assert checked.framework is not None
    assert pair_count(checked.framework) == 10
    assert "more statements and actions than can be compared" in checked.prose[0].reason
    assert checked.figures is None


def test_the_limits_leave_room_for_the_shipped_framework_twice_over() -> None:
    content = packed(SHIPPED)
    checked = check_archive(content, "itsm-reference.zip")
    assert checked.framework is not None
    assert checked.faults == ()
    assert len(content) < ARCHIVE_SIZE_LIMIT / 2
    assert pair_count(checked.framework) < COMPARED_PAIR_LIMIT / 2
    files = [path.read_bytes() for path in SHIPPED.rglob("*.yaml")]
    assert sum(map(len, files)) < YAML_SIZE_LIMIT / 2
    assert sum(file.count(mark) for file in files for mark in (b"\n", b",", b"[", b"{")) < PART_LIMIT / 2
