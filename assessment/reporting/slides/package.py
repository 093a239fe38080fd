"""The same bytes for the same slides: one moment for every part, also of the workbooks behind the charts."""

from __future__ import annotations

import io
import re
import zipfile

MOMENT = (1980, 1, 1, 0, 0, 0)
_CREATED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def without_clock(content: bytes, moment: str) -> bytes:
    """A package (PPTX, XLSX) with `moment`, as `2026-03-01T00:00:00Z`, for every time it holds."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as read, zipfile.ZipFile(buffer, "w") as written:
        for entry in read.infolist():
            part = read.read(entry)
            if entry.filename.endswith(".xlsx"):
                part = without_clock(part, moment)
            elif entry.filename == "docProps/core.xml":
                part = _CREATED.sub(rb"\g<1>" + moment.encode(), part)
            info = zipfile.ZipInfo(entry.filename, date_time=MOMENT)
            info.external_attr = 0o600 << 16
            is_packed = entry.filename.endswith((".xlsx", ".png", ".jpg", ".jpeg"))
            info.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            written.writestr(info, part)
    return buffer.getvalue()
