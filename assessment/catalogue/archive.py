"""A framework folder in a .zip: unpacked under limits, checked, and gone again.

An upload may be hostile. Names and sizes are judged before anything is unpacked; only YAML files are, each to a place
this module composes itself, under a folder that is removed afterwards; and reading stops at the limits whatever the
archive says about itself. What is refused is a finding like any other, so an author reads one kind of list.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from assessment.catalogue.checking import in_order
from assessment.catalogue.linting import lint
from assessment.catalogue.loading import HEADER_FILE, PROCESS_FOLDER, LoadedFolder, read_folder
from assessment.catalogue.prose import own_texts, prose_figures, prose_places
from assessment.catalogue.reading import SIZE_LIMIT
from assessment.domain.authored.framework import Framework
from assessment.domain.authored.parts import MissingPart, ProseFigures, missing_parts
from assessment.errors import Finding, FrameworkInvalid

ARCHIVE_SIZE_LIMIT = 5_000_000
ENTRY_LIMIT = 300
UNPACKED_SIZE_LIMIT = 20_000_000
YAML_SIZE_LIMIT = 2_500_000
PART_LIMIT = 100_000  # lines, commas and brackets: what bounds the number of values before they are parsed
RATIO_LIMIT = 100
COMPARED_PAIR_LIMIT = 1_000_000
NAME_LIMIT = 200
_SHOWN_CHARACTERS = 80
_COMPRESSIONS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_IGNORED_PARTS = frozenset({"__MACOSX", ".git", ".DS_Store"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedArchive:
    """What a check found.

    `faults` keep the framework from being used, and then there is no `framework`; `prose` (what reads badly) and
    `missing` do not. Findings are sorted by file and line. `figures` measure the prose of what is not too long to
    compare.
    """

    framework: Framework | None
    faults: tuple[Finding, ...] = ()
    prose: tuple[Finding, ...] = ()
    missing: tuple[MissingPart, ...] = ()
    figures: ProseFigures | None = None


def check_archive(content: bytes, name: str) -> CheckedArchive:
    """Check a .zip of one framework folder; never raises for what is in it, and leaves nothing behind."""
    try:
        with unpacked(content, name) as folder:
            loaded = read_folder(folder)
            faults = lint(loaded)
    except FrameworkInvalid as error:
        return CheckedArchive(framework=None, faults=in_order(error.findings))
    if faults:
        return CheckedArchive(framework=None, faults=in_order(faults))
    return _read_closely(loaded)


def _read_closely(loaded: LoadedFolder) -> CheckedArchive:
    """The check of a framework that can be used: how it reads, and what it lacks."""
    framework = loaded.framework()
    missing = missing_parts(framework)
    if pair_count(framework) > COMPARED_PAIR_LIMIT:
        reason = "has more statements and actions than can be compared here; check it on the command line"
        return CheckedArchive(framework=framework, prose=(_finding(HEADER_FILE, reason),), missing=missing)
    prose = loaded.located(prose_places(framework, loaded.files))
    return CheckedArchive(framework=framework, prose=in_order(prose), missing=missing, figures=prose_figures(framework))


def pair_count(framework: Framework) -> int:
    """How many pairs of texts the comparison of prose has to look at."""
    counts = Counter(own.attribute_id for own in own_texts(framework))
    return sum(count * (count - 1) // 2 for count in counts.values())


@contextmanager
def unpacked(content: bytes, name: str) -> Iterator[Path]:
    """The YAML files of a zipped framework folder, in a temporary folder. Raises FrameworkInvalid if refused."""
    if len(content) > ARCHIVE_SIZE_LIMIT:
        raise _refused(name, f"is larger than {ARCHIVE_SIZE_LIMIT:,} bytes; zip the framework folder alone")
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise _refused(name, "is not a .zip file that can be read; zip the framework folder again") from error
    with archive, TemporaryDirectory(prefix="plumbline-check-") as temporary:
        entries = _accepted(archive.infolist(), name)
        _unpack(archive, _placed(entries, name), Path(temporary), name)
        yield Path(temporary)


def _accepted(entries: list[zipfile.ZipInfo], name: str) -> tuple[zipfile.ZipInfo, ...]:
    """The files of an archive whose entries are all harmless by what they say of themselves."""
    if len(entries) > ENTRY_LIMIT:
        raise _refused(
            name, f"holds {len(entries):,} entries, at most {ENTRY_LIMIT} are read; zip the framework folder alone"
        )
    findings = [_finding(_shown(entry.filename), reason) for entry in entries if (reason := _danger(entry))]
    names = Counter(str(PurePosixPath(entry.filename)).lower() for entry in entries)
    doubles = [found for found, count in names.items() if count > 1]
    findings += [_finding(_shown(double), "is in the archive twice") for double in doubles]
    size = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if size > UNPACKED_SIZE_LIMIT:
        findings.append(_finding(_shown(name), f"unpacks to {size:,} bytes, at most {UNPACKED_SIZE_LIMIT:,} are read"))
    elif size > RATIO_LIMIT * max(packed, 1):
        findings.append(_finding(_shown(name), f"is packed more than {RATIO_LIMIT} times over, which text never is"))
    if findings:
        raise FrameworkInvalid(tuple(findings))
    return tuple(entry for entry in entries if not entry.is_dir())


def _danger(entry: zipfile.ZipInfo) -> str | None:
    """Why an entry may not be unpacked; None if it may."""
    path = PurePosixPath(entry.filename)
    mode = entry.external_attr >> 16
    if "\\" in entry.filename or "\x00" in entry.orig_filename or not entry.filename.isprintable():
        return "has a name with characters that a file name cannot have"
    if len(entry.filename) > NAME_LIMIT:
        return f"has a name of more than {NAME_LIMIT} characters"
    if path.is_absolute() or ".." in path.parts or ":" in entry.filename:
        return "points outside the folder"
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "is a link or a device, not a file; put the file itself into the archive"
    if entry.flag_bits & 0x1:
        return "is protected by a password; zip the folder without one"
    if entry.compress_type not in _COMPRESSIONS:
        return "is packed in a way that is not read; make an ordinary .zip"
    return None


def _placed(entries: tuple[zipfile.ZipInfo, ...], name: str) -> dict[str, zipfile.ZipInfo]:
    """The entries of the one framework in the archive, by their path in its folder."""
    paths = {PurePosixPath(entry.filename): entry for entry in entries if not _is_ignored(entry)}
    roots = [path.parent for path in paths if path.name == HEADER_FILE]
    if not roots:
        raise _refused(name, f"holds no {HEADER_FILE}; zip the folder that holds it")
    if len(roots) > 1:
        raise _refused(name, f"holds {len(roots)} files named {HEADER_FILE}; zip one framework folder")
    placed: dict[str, zipfile.ZipInfo] = {}
    findings: list[Finding] = []
    for path, entry in paths.items():
        if not path.is_relative_to(roots[0]):
            continue
        inner = path.relative_to(roots[0])
        if path.suffix.lower() in (".yml", ".yaml") and path.suffix != ".yaml":
            findings.append(
                _finding(_shown(str(inner)), f"ends in '{path.suffix}'; name it '{_shown(path.stem)}.yaml'")
            )
        elif path.suffix == ".yaml" and inner.parent in (PurePosixPath("."), PurePosixPath(PROCESS_FOLDER)):
            placed[str(inner)] = entry
    if findings:
        raise FrameworkInvalid(tuple(findings))
    return placed


def _is_ignored(entry: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(entry.filename).parts
    return bool(_IGNORED_PARTS.intersection(parts)) or parts[-1].startswith("._")


def _unpack(archive: zipfile.ZipFile, placed: dict[str, zipfile.ZipInfo], folder: Path, name: str) -> None:
    (folder / PROCESS_FOLDER).mkdir()
    left, parts = YAML_SIZE_LIMIT, 0
    for inner, entry in placed.items():
        try:
            with archive.open(entry) as packed:
                # one byte more than a file may have, so that the reader sees that it is too large
                text = packed.read(min(left, SIZE_LIMIT) + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError) as error:
            raise _refused(inner, "is damaged; zip the folder again") from error
        left -= len(text)
        parts += sum(text.count(mark) for mark in (b"\n", b",", b"[", b"{"))
        if left < 0:
            raise _refused(name, f"holds more than {YAML_SIZE_LIMIT:,} bytes of YAML; that is more than is read")
        if parts > PART_LIMIT:
            raise _refused(name, "holds more values than are read; that is many times what a framework needs")
        (folder / inner).write_bytes(text)


def _finding(file: str, reason: str) -> Finding:
    return Finding(file=file, line=None, reason=reason)


def _refused(file: str, reason: str) -> FrameworkInvalid:
    return FrameworkInvalid((_finding(_shown(file), reason),))


def _shown(name: str) -> str:
    """A name from outside for a message: short, and no character that cannot be seen."""
    seen = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in name)
    return seen if len(seen) <= _SHOWN_CHARACTERS else f"{seen[:_SHOWN_CHARACTERS]}…"


def packed(folder: Path, guide: Path | None = None) -> bytes:
    """A framework folder as a .zip to begin from: its YAML and Markdown files; the same bytes each time.

    `guide` says how to write one; it travels along as AUTHORING.md.
    """
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        own = sorted([*folder.rglob("*.yaml"), *folder.glob("*.md")])
        names = {path.relative_to(folder).as_posix(): path for path in own}
        if guide is not None and guide.is_file():
            names["AUTHORING.md"] = guide
        for name, path in names.items():
            # ZipInfo's own date is 1980 and constant, unlike the file's
            entry = zipfile.ZipInfo(str(PurePosixPath(folder.name) / name))
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
