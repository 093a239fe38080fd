"""Layouts of the installation, and the contents of their files, kept once by hash while a layout names them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from assessment.domain.layout.brand import BrandFile
from assessment.domain.layout.layout import FilePlace, Layout
from assessment.errors import InvalidInput
from assessment.store.contents import content_of_layout
from assessment.store.dialects import insert_if_absent
from assessment.store.journal import STORE_CHAIN
from assessment.store.organisations import folded
from assessment.store.outdated import OutdatedLayout
from assessment.store.recorder import Recorder
from assessment.store.sections import table_of
from assessment.store.tables import LayoutFileRow, LayoutRow

LAYOUT = table_of(LayoutRow)
LAYOUT_FILE = table_of(LayoutFileRow)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredLayout:
    """A layout with its version, which only grows, and the time of its last change."""

    layout: Layout
    version: int
    updated_at: datetime


def read_layouts(connection: Connection) -> tuple[StoredLayout, ...]:
    """Every layout, by name."""
    rows = connection.execute(select(LAYOUT.c.content, LAYOUT.c.version, LAYOUT.c.updated_at)).all()
    found = (
        StoredLayout(layout=Layout.model_validate_json(content), version=version, updated_at=at)
        for content, version, at in rows
    )
    return tuple(sorted(found, key=lambda stored: (folded(stored.layout.name), stored.layout.id)))


def read_layout(connection: Connection, layout_id: str) -> StoredLayout | None:
    """One layout; None if there is none of that id."""
    row = connection.execute(select(LAYOUT).where(LAYOUT.c.id == layout_id)).mappings().one_or_none()
    if row is None:
        return None
    layout = Layout.model_validate_json(row["content"])
    return StoredLayout(layout=layout, version=row["version"], updated_at=row["updated_at"])


def read_layout_files(connection: Connection, layout: Layout) -> tuple[BrandFile, ...]:
    """The files of a layout with their contents, in the order of their places."""
    columns = LAYOUT_FILE.c
    query = select(columns.content_hash, columns.content).where(columns.content_hash.in_(layout.content_hashes))
    contents = {row.content_hash: row.content for row in connection.execute(query)}
    return tuple(
        BrandFile(place=place, file=file, content=contents[file.content_hash])
        for place in FilePlace
        if (file := layout.file(place)) is not None
    )


class LayoutWriter:
    """Writes layouts within one transaction; each change is an entry in the journal of the store."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def put(self, layout: Layout, files: Iterable[BrandFile] = (), *, expected_version: int | None = None) -> int:
        """Store a layout and the contents of its new files; returns its version.

        `expected_version` is the version the change was made from, 0 for a new one; any other that is stored and
        differs raises OutdatedLayout. InvalidInput when another one has the name, in whatever spelling.
        """
        self._recorder.open(STORE_CHAIN)  # layouts have no chain of their own: their writers take turns
        stored = read_layout(self._connection, layout.id)
        if stored is not None and stored.layout == layout:
            return stored.version
        present = 0 if stored is None else stored.version
        if expected_version is not None and expected_version != present:
            theirs = None if stored is None else stored.layout
            raise OutdatedLayout(theirs=theirs, yours=layout, version=present)
        for one in files:
            row = {"content_hash": one.file.content_hash, "content": one.content}
            insert_if_absent(self._connection, LAYOUT_FILE, row)
        self._write(layout, present + 1, is_new=stored is None)
        before = None if stored is None else content_of_layout(stored.layout)
        self._recorder.record(None, f"layout {layout.id}", before, content_of_layout(layout))
        self._remove_unused_files()
        return present + 1

    def remove(self, layout_id: str, *, expected_version: int | None = None) -> bool:
        """Remove a layout and the files that no other one has; whether there was one."""
        self._recorder.open(STORE_CHAIN)
        stored = read_layout(self._connection, layout_id)
        if stored is None:
            return False
        if expected_version is not None and expected_version != stored.version:
            raise OutdatedLayout(theirs=stored.layout, yours=None, version=stored.version)
        self._connection.execute(delete(LAYOUT).where(LAYOUT.c.id == layout_id))
        self._recorder.record(None, f"layout {layout_id}", content_of_layout(stored.layout), None)
        self._remove_unused_files()
        return True

    def _write(self, layout: Layout, version: int, *, is_new: bool) -> None:
        row = {
            "id": layout.id,
            "version": version,
            "updated_at": self._recorder.now,
            "folded_name": folded(layout.name),
            "content": layout.model_dump_json(),
        }
        changing = update(LAYOUT).where(LAYOUT.c.id == layout.id).values(**row)
        try:
            self._connection.execute(insert(LAYOUT).values(**row) if is_new else changing)
        except IntegrityError as error:
            reason = f"there is another one called '{layout.name}'"
            raise InvalidInput("Layout", reason, "Give it another name.") from error

    def _remove_unused_files(self) -> None:
        used = {one for stored in read_layouts(self._connection) for one in stored.layout.content_hashes}
        kept = set(self._connection.scalars(select(LAYOUT_FILE.c.content_hash)))
        self._connection.execute(delete(LAYOUT_FILE).where(LAYOUT_FILE.c.content_hash.in_(kept - used)))
