"""Layouts of the installation: how what leaves the house looks, saved by name, with logos, fonts and templates.

A file that is offered is looked at by the process that prints, whose memory and time are limited; only what it found
harmless and could print is kept.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from assessment.catalogue import layout_folders, layout_from_yaml, layout_to_yaml
from assessment.domain.layout.brand import HOUSE_BRAND, Brand, BrandFile
from assessment.domain.layout.layout import (
    HOUSE_ID,
    HOUSE_LAYOUT,
    FilePlace,
    Layout,
    LayoutFile,
    pale_colours,
    unknown_sections,
)
from assessment.domain.layout.sheet import SHEET_NAME, LayoutSheet, sheet_file_name, sheet_of
from assessment.errors import Conflict, InvalidInput, NotAvailable, ReportFailed
from assessment.reporting.branding.offering import Offered, read_answer
from assessment.reporting.branding.refusing import Refused
from assessment.reporting.stages import unheard
from assessment.reporting.worker import Order, Printable, PrintingWorker
from assessment.services.authority import SHARED, Permission, Permit, Subject, operation
from assessment.services.layout_archives import FILE_LIMIT, FolderFile, packed, unpacked
from assessment.services.repository import Repository
from assessment.services.validation import checked, validated
from assessment.store import OutdatedLayout, Reader, StoredLayout, folded
from assessment.views.layouts import layout_difference, layout_preview
from assessment.views.paper import Paper
from assessment.views.report_kinds import CHOOSABLE
from assessment.views.wording import layouts as words
from assessment.views.wording.numbers import LANGUAGES

__all__ = ["LayoutService", "OfferedLayout", "StoredLayout", "brand_of", "read_layout_folder"]
LAYOUT_LIMIT = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedLayout:
    """A layout that the folder of a framework carries: `id` says where, `name` what it is called."""

    id: str
    name: str


class LayoutService:
    """Layouts: list, make, change, remove; out to a folder and in again."""

    def __init__(self, repository: Repository, worker: PrintingWorker) -> None:
        self.rights = repository.rights
        self._repository = repository
        self._worker = worker

    @operation("layouts.list", Permission.READ, on=Subject.SHARED)
    def list_layouts(self, permit: Permit) -> tuple[StoredLayout, ...]:
        """Every layout, by name; the house's own look is not among them."""
        del permit
        with self._repository.store.reading() as reader:
            return reader.layouts()

    @operation("layouts.read", Permission.READ, on=Subject.SHARED)
    def read(self, permit: Permit, layout_id: str) -> StoredLayout:
        """One layout. Raises NotAvailable."""
        del permit
        with self._repository.store.reading() as reader:
            return _stored(reader, layout_id)

    @operation("layouts.find", Permission.READ, on=Subject.SHARED)
    def find(self, permit: Permit, name: str) -> StoredLayout:
        """The layout of a name, in whatever spelling, or of an id. InvalidInput says which there are."""
        del permit
        with self._repository.store.reading() as reader:
            layouts = reader.layouts()
        for one in layouts:
            if one.layout.id == name or folded(one.layout.name) == folded(name):
                return one
        names = words.names(tuple(one.layout.name for one in layouts))
        raise InvalidInput("Layout", f"there is none called '{name[:80]}'", names)

    @operation("layouts.brand", Permission.READ, on=Subject.SHARED)
    def brand(self, permit: Permit, layout_id: str) -> Brand:
        """One layout with the contents of its files, as printers take it. Raises NotAvailable."""
        del permit
        with self._repository.store.reading() as reader:
            return brand_of(reader, layout_id)

    @operation("layouts.preview", Permission.READ, on=Subject.SHARED)
    def preview(self, permit: Permit, layout_id: str) -> str:
        """A picture, as SVG, of the head of a page that a layout prints. Raises NotAvailable."""
        del permit
        from assessment.reporting.branding.preview import preview_svg

        with self._repository.store.reading() as reader:
            brand = brand_of(reader, layout_id)
        return preview_svg(brand, layout_preview(brand.layout))

    @operation("layouts.create", Permission.EDIT, on=Subject.INSTALLATION)
    def create(self, permit: Permit, name: str) -> str:
        """A new layout that looks as the house does; returns its id. InvalidInput when another one has the name."""
        layout = checked(Layout, **(dict(HOUSE_LAYOUT) | {"id": _new_id(), "name": name}))
        self._put(permit, layout, 0)
        return layout.id

    @operation("layouts.save", Permission.EDIT, on=Subject.INSTALLATION)
    def save(self, permit: Permit, layout: Layout, *, expected_version: int | None = None) -> int:
        """Store what a layout is now, its files as they are; returns its version.

        Raises
        ------
        InvalidInput
            A colour is too pale (the sentence names the nearest that would do), a section or language is unknown, or
            another layout has the name.
        Conflict
            It was changed since `expected_version`.
        """
        return self._put(permit, _sound(layout), expected_version, keep_files=True)

    @operation("layouts.put-file", Permission.EDIT, on=Subject.INSTALLATION)
    def put_file(
        self,
        permit: Permit,
        layout_id: str,
        place: FilePlace,
        name: str,
        content: bytes,
        *,
        expected_version: int | None = None,
    ) -> int:
        """Look at a file and make it the layout's; returns the layout's version. InvalidInput says what is wrong."""
        file = self._checked_file(place, name, content)
        with self._repository.store.reading() as reader:
            layout = _stored(reader, layout_id).layout
        changed = _changed(layout, place, file)
        added = (BrandFile(place=place, file=file, content=content),)
        return self._put(permit, changed, expected_version, files=added)

    @operation("layouts.remove-file", Permission.EDIT, on=Subject.INSTALLATION)
    def remove_file(
        self, permit: Permit, layout_id: str, place: FilePlace, *, expected_version: int | None = None
    ) -> int:
        """Take a file out of a layout; returns the layout's version."""
        with self._repository.store.reading() as reader:
            layout = _stored(reader, layout_id).layout
        return self._put(permit, layout.with_file(place, None), expected_version)

    @operation("layouts.remove", Permission.REMOVE, on=Subject.INSTALLATION)
    def remove(self, permit: Permit, layout_id: str, *, expected_version: int | None = None) -> None:
        """Remove a layout and its files for good; files printed with it stay as they are."""
        with self._repository.writing(permit) as writer, _conflicts_told():
            if not writer.layout_writer.remove(layout_id, expected_version=expected_version):
                raise NotAvailable("This layout")

    @operation("layouts.export", Permission.READ, on=Subject.SHARED)
    def export(self, permit: Permit, layout_id: str) -> tuple[FolderFile, ...]:
        """A layout as the files of a folder: `layout.yaml` first, then those it names."""
        del permit
        return self._export(layout_id)

    @operation("layouts.archive", Permission.READ, on=Subject.SHARED)
    def archive(self, permit: Permit, layout_id: str) -> bytes:
        """The files of a layout in one .zip, as `import_archive` reads it."""
        del permit
        return packed(self._export(layout_id))

    def _export(self, layout_id: str) -> tuple[FolderFile, ...]:
        with self._repository.store.reading() as reader:
            brand = brand_of(reader, layout_id)
        sheet = FolderFile(name=SHEET_NAME, content=layout_to_yaml(sheet_of(brand.layout)))
        files = (FolderFile(name=sheet_file_name(one.place, one.file), content=one.content) for one in brand.files)
        return (sheet, *files)

    @operation("layouts.import", Permission.EDIT, on=Subject.INSTALLATION)
    def import_files(self, permit: Permit, files: tuple[FolderFile, ...]) -> str:
        """A new layout from the files of a folder, each looked at; returns its id. InvalidInput changes nothing."""
        return self._import(permit, files)

    @operation("layouts.import-archive", Permission.EDIT, on=Subject.INSTALLATION)
    def import_archive(self, permit: Permit, content: bytes, name: str) -> str:
        """A new layout from a .zip; returns its id. InvalidInput changes nothing."""
        return self._import(permit, unpacked(content, name))

    def _import(self, permit: Permit, files: tuple[FolderFile, ...]) -> str:
        by_name = {one.name: one.content for one in files}
        sheet = layout_from_yaml(_named(by_name, SHEET_NAME))
        found = []
        for place in FilePlace:
            name = sheet.file_name(place)
            if name is not None:
                content = _named(by_name, name)
                found.append(BrandFile(place=place, file=self._checked_file(place, name, content), content=content))
        layout = _sound(_from_sheet(sheet, tuple(found)))
        self._put(permit, layout, 0, files=tuple(found))
        return layout.id

    @operation("layouts.offered", Permission.READ, on=Subject.SHARED)
    def offered(self, permit: Permit) -> tuple[OfferedLayout, ...]:
        """The layouts that the folders of installed frameworks carry and that can be read, by name."""
        del permit
        found = []
        for folder_id, folder in self._offered_folders():
            with suppress(InvalidInput, OSError):
                sheet = layout_from_yaml((folder / SHEET_NAME).read_bytes())
                found.append(OfferedLayout(id=folder_id, name=sheet.name))
        return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.id)))

    @operation("layouts.take", Permission.EDIT, on=Subject.INSTALLATION)
    def take(self, permit: Permit, offered_id: str) -> str:
        """Bring a layout that a framework's folder carries into the installation; returns its id here."""
        folder = dict(self._offered_folders()).get(offered_id)
        if folder is None:
            raise NotAvailable("This layout")
        return self._import(permit, read_layout_folder(folder))

    def _offered_folders(self) -> Iterator[tuple[str, Path]]:
        for framework_folder in self._repository.framework_folders():
            for folder in layout_folders(framework_folder):
                yield f"{framework_folder.name}/{folder.name}", folder

    def _put(
        self,
        permit: Permit,
        layout: Layout,
        expected_version: int | None,
        *,
        files: tuple[BrandFile, ...] = (),
        keep_files: bool = False,
    ) -> int:
        """Store a layout. With `keep_files` its files are those that are stored, whatever it says of them itself."""
        with self._repository.writing(permit) as writer, _conflicts_told():
            stored = writer.layout(layout.id)
            if keep_files:
                if stored is None:
                    raise NotAvailable("This layout")
                layout = Layout.model_validate(
                    dict(layout) | {place.field: stored.layout.file(place) for place in FilePlace}
                )
            if stored is None and len(writer.layouts()) >= LAYOUT_LIMIT:
                raise InvalidInput("Layout", f"there are {LAYOUT_LIMIT} already", "Remove one that is not needed.")
            return writer.layout_writer.put(layout, files, expected_version=expected_version)

    def _checked_file(self, place: FilePlace, name: str, content: bytes) -> LayoutFile:
        where = words.file_at(place, name)
        if len(content) > FILE_LIMIT:
            reason = f"it has {len(content):,} bytes, at most {FILE_LIMIT:,} are allowed"
            raise InvalidInput(where, reason, "Choose a smaller file.")
        offered = Offered(place=place, name=name, content=content)
        order = Order(printable=Printable.LAYOUT_FILE, document=offered, paper=Paper.A4)
        try:
            return read_answer(self._worker.render(order, unheard))
        except Refused as error:
            raise InvalidInput(where, error.reason, error.remedy) from error
        except ReportFailed as error:
            raise InvalidInput(where, "it takes too much to look at", "Simplify it, or choose another one.") from error


def require_look(permit: Permit, layout_id: str | None) -> None:
    """NotAvailable for a layout where the actor sees none; the house's own look is everybody's."""
    if layout_id is not None and layout_id != HOUSE_ID and not permit.may(Permission.READ):
        permit.require_on(Permission.READ, SHARED)


def brand_of(reader: Reader, layout_id: str | None) -> Brand:
    """A layout with its files, by id; the house's own without one. Raises NotAvailable."""
    if layout_id is None or layout_id == HOUSE_ID:
        return HOUSE_BRAND
    layout = _stored(reader, layout_id).layout
    return Brand(layout=layout, files=reader.layout_files(layout))


def read_layout_folder(folder: Path) -> tuple[FolderFile, ...]:
    """The sheet of a folder and the files that it names, as they are. Raises InvalidInput for what cannot be read."""
    sheet_content = _read(folder / SHEET_NAME)
    sheet = layout_from_yaml(sheet_content)
    names = dict.fromkeys(filter(None, map(sheet.file_name, FilePlace)))
    files = (FolderFile(name=name, content=_read(folder / name)) for name in names)
    return (FolderFile(name=SHEET_NAME, content=sheet_content), *files)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(FILE_LIMIT + 1)
    except OSError as error:
        reason = f"it cannot be read ({error.strerror or 'unknown reason'})"
        raise InvalidInput(path.name, reason, f"Put it beside {SHEET_NAME}, or leave it out there.") from error


def _named(files: dict[str, bytes], name: str) -> bytes:
    try:
        return files[name]
    except KeyError:
        raise InvalidInput(name, "it is missing", f"Put it beside {SHEET_NAME}, or leave it out there.") from None


def _from_sheet(sheet: LayoutSheet, files: tuple[BrandFile, ...]) -> Layout:
    fields = dict(sheet) | {place.field: None for place in FilePlace} | {one.place.field: one.file for one in files}
    return checked(Layout, **fields, id=_new_id())


def _changed(layout: Layout, place: FilePlace, file: LayoutFile) -> Layout:
    if place is FilePlace.BOLD_FONT and layout.font is None:
        raise InvalidInput(words.PLACES[place], "there is no font that it could belong to", "Choose a font first.")
    return layout.with_file(place, file)


def _sound(layout: Layout) -> Layout:
    """The layout, or InvalidInput for a rule that it breaks."""
    layout = validated(layout)
    for one in pale_colours(layout):
        raise InvalidInput(words.COLOURS[one.use], words.pale(one), words.nearest(one))
    unknown = unknown_sections(layout, (section.value for section in CHOOSABLE))
    if unknown:
        raise InvalidInput("Sections", words.unknown_sections(unknown), "Choose among those that are offered.")
    if layout.language not in LANGUAGES:
        raise InvalidInput("Language", f"numbers are not written in '{layout.language}'", "Choose one that is offered.")
    return layout


def _stored(reader: Reader, layout_id: str) -> StoredLayout:
    stored = reader.layout(layout_id)
    if stored is None:
        raise NotAvailable("This layout")
    return stored


@contextmanager
def _conflicts_told() -> Iterator[None]:
    try:
        yield
    except OutdatedLayout as error:
        theirs, yours = layout_difference(error.theirs, error.yours)
        name = (error.theirs or error.yours or HOUSE_LAYOUT).name
        raise Conflict(words.layout(name), theirs, yours, error.version) from error


def _new_id() -> str:
    return f"l-{secrets.token_hex(8)}"
