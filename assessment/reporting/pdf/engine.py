"""WeasyPrint as we use it: pages of our own templates, nothing fetched from outside, the rules read once a process."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from typing import Any
from xml.etree.ElementTree import Element

import weasyprint
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.html import UA, UA_COUNTER_STYLE
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from assessment.domain.layout.brand import HOUSE_BRAND, Brand
from assessment.domain.layout.layout import HOUSE_LAYOUT, Layout
from assessment.reporting.pdf.brand import content_type, faces_of
from assessment.reporting.pdf.stylesheet import token_rules, with_tokens
from assessment.reporting.templates import FONTS_FOLDER, TEMPLATE_FOLDER
from assessment.views.paper import Paper

OWN_SCHEME = "plumbline"
VARIANT = "pdf/ua-1"
_NOTE_RULE = re.compile(r"^::(?:foot)?note-.*$", re.MULTILINE)
_PAGE_LINE = re.compile(r"Page (\d+)$")


class BundledFetcher(URLFetcher):  # type: ignore[misc] # WeasyPrint ships no type information
    """Gives the product's own font files and those of a layout, and refuses every other address."""

    def __init__(self, brand: Brand = HOUSE_BRAND) -> None:
        super().__init__(allowed_protocols=(OWN_SCHEME,), allow_redirects=False)
        self._known = {f"{OWN_SCHEME}:{face.file}": FONTS_FOLDER / face.file for face in faces_of(brand.layout)}
        self._files = {f"{OWN_SCHEME}:{one.place.value}": one for one in brand.files}

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:  # noqa: ARG002 (signature of the base class)
        """The file of a known address.

        Raises ValueError, which WeasyPrint logs and passes over, for any other.
        """
        file = self._files.get(url)
        if file is not None:
            return URLFetcherResponse(url, body=file.content, headers={"Content-Type": content_type(file)})
        path = self._known.get(url)
        if path is None:
            raise ValueError("A report fetches nothing but its own fonts and logos.")
        return URLFetcherResponse(url, body=path.read_bytes(), headers={"Content-Type": "font/woff2"})


class OwnPage(HTML):  # type: ignore[misc] # WeasyPrint ships no type information
    """A page of our own templates, which are well-formed: read as XML, in a fiftieth of the HTML parser's time.

    Sets what WeasyPrint's own constructor sets; the pinned version makes that safe, and a test prints a page.
    """

    def __init__(self, root: Element, brand: Brand = HOUSE_BRAND) -> None:
        self.base_url = None
        self.url_fetcher = BundledFetcher(brand)
        self.media_type = "print"
        self.wrapper_element = weasyprint.cssselect2.ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:  # noqa: ARG002 (the base class's)
        return [_base_stylesheet()]


def laid_out(root: Element, paper: Paper, rules: str, brand: Brand = HOUSE_BRAND) -> Document:
    """The pages of an HTML element, with the tokens and these rules."""
    fonts, tokens = _tokens(paper, brand)
    sheets = [tokens, _sheet(rules, paper, brand)]
    return OwnPage(root, brand).render(font_config=fonts, stylesheets=sheets, pdf_variant=VARIANT)


def fonts_of(paper: Paper, brand: Brand = HOUSE_BRAND) -> FontConfiguration:
    """The fonts that pages on this paper are laid out with."""
    return _tokens(paper, brand)[0]


def sheet_rules(name: str, layout: Layout = HOUSE_LAYOUT) -> str:
    """The rules of a style sheet of the template folder, its tokens filled in."""
    return with_tokens((TEMPLATE_FOLDER / name).read_text(encoding="utf-8"), layout)


@contextmanager
def hearing_pages(on_page: Callable[[int], None]) -> Iterator[None]:
    """Pass on the number of each page that WeasyPrint says it lays out."""
    logger = logging.getLogger("weasyprint.progress")
    handler = _PageHandler(on_page)
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)


class _PageHandler(logging.Handler):
    """Finds the pages in WeasyPrint's log."""

    def __init__(self, on_page: Callable[[int], None]) -> None:
        super().__init__(logging.INFO)
        self._on_page = on_page

    def emit(self, record: logging.LogRecord) -> None:
        """Hear one line of the log; only those about pages are passed on."""
        found = _PAGE_LINE.search(record.getMessage())
        if found is not None:
            self._on_page(int(found.group(1)))


def base_rules() -> str:
    """WeasyPrint's own rules without those that give every element six boxes for notes and list markers.

    No page of ours has footnotes, and only list items have markers: five in six of the styles computed were for these.
    """
    return _NOTE_RULE.sub("", UA).replace("\n::marker", "\nli::marker")


@cache
def _base_stylesheet() -> CSS:
    return CSS(string=base_rules(), counter_style=UA_COUNTER_STYLE)


@lru_cache(maxsize=8)
def _tokens(paper: Paper, brand: Brand) -> tuple[FontConfiguration, CSS]:
    """The fonts, and the rules made of tokens, read once a process: half a second of each print otherwise."""
    fonts = FontConfiguration()
    rules = token_rules(f"{OWN_SCHEME}:", paper.css_size, brand)
    return fonts, CSS(string=rules, font_config=fonts, url_fetcher=BundledFetcher(brand))


@lru_cache(maxsize=16)
def _sheet(rules: str, paper: Paper, brand: Brand) -> CSS:
    return CSS(string=rules, font_config=_tokens(paper, brand)[0], url_fetcher=BundledFetcher(brand))
