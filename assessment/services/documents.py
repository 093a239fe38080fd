"""Files of an assessment beside the PDF: data, workbook, deck, bundle; each made when it is asked for.

All but the JSON are made of what a reader may see. The JSON is the facilitator's own, complete.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path

from assessment.domain.computed import Computed
from assessment.domain.layout.brand import Brand
from assessment.errors import InvalidInput
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.beside import Besides
from assessment.services.computing import Computing
from assessment.services.exchange import ExchangeService
from assessment.services.layouts import brand_of, require_look
from assessment.services.reports import product_version
from assessment.views.wording.files import file_stem


class FileFormat(StrEnum):
    """What a file is; the value is how its name ends."""

    JSON = "json"
    HTML = "html"
    WORKBOOK = "xlsx"
    CSV = "zip"
    DECK = "pptx"


KIND_FORMATS: Mapping[str, FileFormat] = {
    "bundle": FileFormat.HTML,
    "workbook": FileFormat.WORKBOOK,
    "csv": FileFormat.CSV,
    "deck": FileFormat.DECK,
}
"""The format of each kind that a stamp may name beside the kinds of PDF."""
_BRANDED = frozenset({FileFormat.HTML, FileFormat.DECK})
"""The formats that a layout gives a look: their printers take it with its files, as `brand`. The others are numbers."""
_COMPARED = frozenset({FileFormat.DECK, FileFormat.WORKBOOK, FileFormat.CSV})
"""The formats that say what moved since an earlier assessment."""
Printer = Callable[..., bytes]
"""Takes what a reader may see, `printed_on` and `product_version`; the same in, the same bytes out."""


class DocumentService:
    """What leaves the house beside the PDF, all of one snapshot."""

    def __init__(
        self,
        computing: Computing,
        exchange: ExchangeService,
        besides: Besides,
        *,
        today: Callable[[], date] = date.today,
    ) -> None:
        self.rights = computing.repository.rights
        self._computing = computing
        self._exchange = exchange
        self._besides = besides
        self._today = today

    @operation("documents.file", Permission.RESULTS, on=Subject.ASSESSMENT)
    def file(self, permit: Permit, assessment_id: str, format: FileFormat, layout_id: str | None = None) -> bytes:
        """The file of a format, made from the assessment as it is now, by a layout; the data need none.

        Raises NotAvailable for a layout that is not there.
        """
        if format is FileFormat.JSON:
            return self._exchange.export_json(permit.actor, assessment_id)  # which asks for more: it names people
        require_look(permit, layout_id)
        with self._computing.repository.store.reading() as reader:
            brand = brand_of(reader, layout_id)
        pair = self._besides.usual(permit, assessment_id) if format in _COMPARED else None
        computed = self._computing.compute(assessment_id).told if pair is None else self._besides.computed(pair)
        return printed(format, computed, brand, self._today(), product_version())


def format_of(path: Path) -> FileFormat:
    """The format that a file's name asks for. Raises InvalidInput for an ending that is none."""
    try:
        return FileFormat(path.suffix.removeprefix(".").lower())
    except ValueError:
        known = ", ".join(f".{one}" for one in FileFormat)
        raise InvalidInput(
            path.name, "its name does not say what to write", f"Let it end in one of: {known}."
        ) from None


def file_name(computed: Computed, format: FileFormat) -> str:
    """What the file is called."""
    return f"plumbline-{file_stem(computed.assessment.header)}.{format}"


def answers_file_name(computed: Computed) -> str:
    """What the workbook is called that answers are typed into."""
    return f"plumbline-{file_stem(computed.assessment.header)}-answers.{FileFormat.WORKBOOK}"


def printed(format: FileFormat, told: Computed, brand: Brand, printed_on: date, version: str) -> bytes:
    """A file of what a reader may see, by a layout, as a version of the product makes it on a day."""
    branded = {"brand": brand} if format in _BRANDED else {}
    return _printer(format)(told, printed_on=printed_on, product_version=version, **branded)


def _printer(format: FileFormat) -> Printer:
    """What makes files of a format; imported when it is first asked for."""
    if format is FileFormat.HTML:
        from assessment.reporting.bundle import bundle_bytes

        return bundle_bytes
    if format in (FileFormat.WORKBOOK, FileFormat.CSV):
        from assessment.reporting.workbook import csv_zip_bytes, workbook_bytes

        return workbook_bytes if format is FileFormat.WORKBOOK else csv_zip_bytes
    if format is FileFormat.DECK:
        from assessment.reporting.slides import deck_bytes

        return deck_bytes
    raise InvalidInput("File", f"there is no printer for .{format}", "Choose another format.")
