"""The text of a PDF, page by page."""

from __future__ import annotations

import io

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from assessment.domain.rereading import Place, PlaceKind
from assessment.reporting.rereading.archives import Refused

PAGE_LIMIT = 1_000


def read_pdf(content: bytes) -> tuple[str, tuple[Place, ...]]:
    """The keywords and the words of each page."""
    try:
        document = PdfReader(io.BytesIO(content))
        if len(document.pages) > PAGE_LIMIT:
            raise Refused("it has more pages than any report")
        about = document.metadata
        keywords = str(about.get("/Keywords", "")) if about is not None else ""
        places = tuple(
            Place(kind=PlaceKind.PAGE, parts=(str(number),), text=page.extract_text(), is_running=True)
            for number, page in enumerate(document.pages, start=1)
        )
    except PyPdfError as error:
        raise Refused("it is damaged") from error
    return keywords, places
