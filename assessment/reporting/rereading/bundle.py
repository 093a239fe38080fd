"""What a bundle says: each cell by its row and column, every other text by what stands above it.

Of the markup, too, whatever is no plain text says something: a shape of a drawing, a script that somebody put in.
"""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser

from assessment.domain.rereading import Place, PlaceKind
from assessment.reporting.rereading.archives import Refused

Attributes = Sequence[tuple[str, str | None]]
HEAD = "head"
_PLAIN = frozenset(
    (
        *("a", "article", "b", "bdi", "body", "br", "caption", "dd", "details", "div", "dl", "dt", "footer", "h1"),
        *("h2", "h3", "h4", "header", "html", "head", "li", "main", "nav", "p", "section", "span", "summary", "table"),
        *("tbody", "td", "th", "thead", "title", "tr", "ul"),
    )
)
_SILENT = frozenset(("id", "class", "role", "scope", "lang", "dir", "colspan", "title", "href", "aria-label", "xmlns"))


class _Walker(HTMLParser):
    """Gathers what is said under the nearest id, and in each cell. Tags count as said: a drawing is made of them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.keywords = ""
        self.said: dict[tuple[str, ...], list[str]] = {}
        self._above = HEAD
        self._row = ""
        self._place: tuple[str, ...] = (HEAD,)

    def handle_starttag(self, tag: str, attributes: Attributes) -> None:
        values = dict(attributes)
        if tag == "meta" and values.get("name") == "keywords":
            self.keywords = values.get("content") or ""
        if tag == "tr":
            self._row = values.get("data-row") or ""
        if tag == "td" and "data-column" in values:
            self._place = (self._above, self._row, values["data-column"] or "")
        elif values.get("id") or tag == "body":
            self._above = values.get("id") or tag
            self._place = (self._above,)
        told = [f"{name}={value}" for name, value in attributes if name not in _SILENT and not name.startswith("data-")]
        if tag not in _PLAIN or told:
            self._say(" ".join((f"<{tag}>", *told)))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "tr", "table"):
            self._place = (self._above,)

    def handle_data(self, data: str) -> None:
        self._say(data)

    def _say(self, text: str) -> None:
        if text.strip():
            self.said.setdefault(self._place, []).append(" ".join(text.split()))


def read_bundle(content: bytes) -> tuple[str, tuple[Place, ...]]:
    """The keywords and what is said, place by place."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused("it is none of the kinds of file that leave the house") from error
    if "<html" not in text[:2_000].lower():
        raise Refused("it is none of the kinds of file that leave the house")
    walker = _Walker()
    walker.feed(text)
    walker.close()
    places = (
        Place(kind=PlaceKind.PART, parts=parts, text=" ".join(texts), is_running=len(parts) == 1)
        for parts, texts in walker.said.items()
    )
    return walker.keywords, tuple(places)
