"""The cells of a ZIP of CSV files."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from zipfile import ZipFile

from assessment.domain.rereading import Place, PlaceKind
from assessment.reporting.rereading.archives import opened


def read_csv_files(content: bytes) -> tuple[str, tuple[Place, ...]]:
    """The comment of the ZIP and every cell of its files."""
    with opened(content) as archive:
        return archive.comment.decode("utf-8", errors="replace"), tuple(_cells(archive))


def _cells(archive: ZipFile) -> Iterator[Place]:
    csv.field_size_limit(sys.maxsize)
    for name in archive.namelist():
        text = archive.read(name).decode("utf-8-sig")
        for number, row in enumerate(csv.reader(io.StringIO(text, newline="")), start=1):
            for column, value in enumerate(row, start=1):
                yield Place(kind=PlaceKind.ROW, parts=(name, str(number), str(column)), text=value)
