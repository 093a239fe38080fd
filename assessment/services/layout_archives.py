"""The folder of a layout as a .zip: made with the same bytes each time, and read within limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass

from assessment.errors import InvalidInput

FILE_LIMIT = 10_000_000
ENTRY_LIMIT = 20
UNPACKED_LIMIT = 30_000_000
_MOMENT = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderFile:
    """A file of a folder that a layout is written to or read from."""

    name: str
    content: bytes


def packed(files: tuple[FolderFile, ...]) -> bytes:
    """The files in one archive."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for file in files:
            archive.writestr(zipfile.ZipInfo(file.name, _MOMENT), file.content, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def unpacked(content: bytes, name: str) -> tuple[FolderFile, ...]:
    """The files of an archive, by the last part of their paths. InvalidInput for what is none, or too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [one for one in archive.infolist() if not one.is_dir()]
            if len(entries) > ENTRY_LIMIT or sum(one.file_size for one in entries) > UNPACKED_LIMIT:
                raise InvalidInput(name, "it holds more than a layout does", "Pack layout.yaml and its files alone.")
            return tuple(FolderFile(name=_last(one.filename), content=_read(archive, one)) for one in entries)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError, ValueError) as error:
        raise InvalidInput(name, "it is no .zip, or damaged", "Pack it again.") from error


def _last(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as file:
        return file.read(FILE_LIMIT + 1)
