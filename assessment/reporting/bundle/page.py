"""The file itself. A rule in its head forbids whatever is not its own style sheet: no script, no request, no form."""

from __future__ import annotations

import base64
import hashlib
from datetime import date

from markupsafe import Markup

from assessment.charts.drawing import track_svg
from assessment.domain.computed import Computed
from assessment.reporting.bundle.contents import Bundle, build_bundle
from assessment.reporting.bundle.stylesheet import style_sheet
from assessment.reporting.templates import templates
from assessment.views.model import Cell, LegendEntry, Mark, Track
from assessment.views.stamp import Stamp, stamp_text
from assessment.views.wording import bundle as words

KIND = "bundle"
TRACK_MM = 60.0


def bundle_bytes(computed: Computed, *, printed_on: date, product_version: str) -> bytes:
    """The bundle as UTF-8. The same assessment, day and version give the same bytes."""
    stamp = Stamp(
        kind=KIND, snapshot_hash=computed.snapshot_hash, printed_on=printed_on, product_version=product_version
    )
    return _page(build_bundle(computed, printed_on=printed_on), stamp).encode()


def _page(bundle: Bundle, stamp: Stamp) -> str:
    sheet = style_sheet()
    return (
        templates()
        .get_template("bundle.html")
        .render(
            bundle=bundle,
            words=words,
            stamp=stamp_text(stamp),
            policy=_policy(sheet),
            sheet=Markup(sheet),  # noqa: S704 (tokens and a file of ours)
            track=_track,
            classes=_classes,
        )
        .lstrip()
    )


def _policy(sheet: str) -> str:
    """Only this very style sheet and the fonts within it."""
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode("ascii")
    rules = (
        ("default-src", "'none'"),
        ("style-src", f"'sha256-{digest}'"),
        ("font-src", "data:"),
        ("base-uri", "'none'"),
        ("form-action", "'none'"),
    )
    return "; ".join(" ".join(rule) for rule in rules)


def _track(drawn: Track, spoken: str) -> Markup:
    return track_svg(drawn, TRACK_MM, spoken)


def _classes(drawn: Cell | LegendEntry) -> str:
    """The classes of a cell or swatch: its style and its marks."""
    return " ".join(filter(None, (drawn.style, *sorted(mark.value for mark in drawn.marks if mark is not Mark.CHIP))))
