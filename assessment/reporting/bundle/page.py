"""The file itself. A rule in its head forbids whatever is not its own style sheet: no script, no request, no form."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from datetime import date
from functools import partial

from markupsafe import Markup

from assessment.charts.drawing import track_svg
from assessment.domain.computed import Computed
from assessment.domain.layout.brand import HOUSE_BRAND, Brand, stamped_layout
from assessment.domain.layout.layout import FilePlace
from assessment.reporting.bundle.contents import Bundle, build_bundle
from assessment.reporting.bundle.stylesheet import style_sheet
from assessment.reporting.pdf.brand import content_type
from assessment.reporting.templates import templates
from assessment.views.model import Cell, LegendEntry, Mark, Track
from assessment.views.stamp import Stamp, stamp_text
from assessment.views.wording import bundle as words
from assessment.views.wording.numbers import written_in

KIND = "bundle"
TRACK_MM = 60.0
PIXELS_PER_MM = 96 / 25.4
SIGN_MM = 4.2


def bundle_bytes(computed: Computed, *, printed_on: date, product_version: str, brand: Brand = HOUSE_BRAND) -> bytes:
    """The bundle as UTF-8. The same assessment, day, version and layout give the same bytes."""
    stamp = Stamp(
        kind=KIND,
        snapshot_hash=computed.snapshot_hash,
        printed_on=printed_on,
        product_version=product_version,
        anchor=computed.anchor,
        layout=stamped_layout(brand),
    )
    with written_in(brand.layout.language):
        bundle = build_bundle(computed, printed_on=printed_on, layout=brand.layout)
    return _page(bundle, stamp, brand).encode()


def _page(bundle: Bundle, stamp: Stamp, brand: Brand) -> str:
    sheet = style_sheet(brand)
    return (
        templates()
        .get_template("bundle.html")
        .render(
            bundle=bundle,
            words=words,
            stamp=stamp_text(stamp),
            policy=_policy(sheet, has_logos=bool(brand.at(FilePlace.CLIENT_LOGO) or brand.at(FilePlace.OWN_LOGO))),
            sheet=Markup(sheet),  # noqa: S704 (tokens and a file of ours)
            sign=partial(_sign, brand.layout.accent),
            track=partial(_track, brand.layout.accent),
            logos=_logos(bundle, brand),
            classes=_classes,
        )
        .lstrip()
    )


def _policy(sheet: str, *, has_logos: bool) -> str:
    """Only this very style sheet, the fonts within it, and the logos within the page."""
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode("ascii")
    rules = (
        ("default-src", "'none'"),
        ("style-src", f"'sha256-{digest}'"),
        ("font-src", "data:"),
        *([("img-src", "data:")] if has_logos else []),
        ("base-uri", "'none'"),
        ("form-action", "'none'"),
    )
    return "; ".join(" ".join(rule) for rule in rules)


def _track(accent: str, drawn: Track, spoken: str) -> Markup:
    return track_svg(drawn, TRACK_MM, spoken, accent)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Logo:
    """A logo within the page: its content as an address, its size in pixels, and what it is."""

    address: str
    width: int
    height: int
    spoken: str


def _logos(bundle: Bundle, brand: Brand) -> tuple[_Logo, ...]:
    """The client's, then the consultant's. As images: nothing in them runs, whatever they hold."""
    placed = ((bundle.imprint.client_logo, FilePlace.CLIENT_LOGO), (bundle.imprint.own_logo, FilePlace.OWN_LOGO))
    return tuple(
        _Logo(
            address=f"data:{content_type(file)};base64,{base64.b64encode(file.content).decode('ascii')}",
            width=round(logo.width_mm * PIXELS_PER_MM),
            height=round(logo.height_mm * PIXELS_PER_MM),
            spoken=logo.spoken,
        )
        for logo, place in placed
        if logo is not None and (file := brand.at(place)) is not None
    )


def _sign(accent: str, drawn: Track, said: str) -> Markup:
    return track_svg(drawn, SIGN_MM, said, accent)


def _classes(drawn: Cell | LegendEntry) -> str:
    """The classes of a cell or swatch: its style and its marks."""
    return " ".join(filter(None, (drawn.style, *sorted(mark.value for mark in drawn.marks if mark is not Mark.CHIP))))
