"""A ZIP measured before anything of it is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

MEMBER_LIMIT = 3_000
UNPACKED_BYTES = 300_000_000
RATIO_LIMIT = 400
SMALL_BYTES = 1_000_000
_KINDS = (("ppt/presentation.xml", "pptx"), ("xl/workbook.xml", "xlsx"))


class Refused(ValueError):
    """Raised on the way; its text is the reason."""


@contextmanager
def opened(content: bytes) -> Iterator[zipfile.ZipFile]:
    """The archive, once its list of members says that it is modest. Refused where it is not, or cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            unpacked = sum(member.file_size for member in members)
            is_modest = len(members) <= MEMBER_LIMIT and unpacked <= UNPACKED_BYTES
            if not is_modest or (unpacked > SMALL_BYTES and unpacked > RATIO_LIMIT * len(content)):
                raise Refused("unpacked it would be larger than any file that Plumbline writes")
            yield archive
    except (zipfile.BadZipFile, zlib.error) as error:
        raise Refused("it is damaged") from error


def kind_of_archive(content: bytes) -> str:
    """`pptx`, `xlsx`, or `zip` for any other."""
    with opened(content) as archive:
        names = set(archive.namelist())
    return next((kind for part, kind in _KINDS if part in names), "zip")
