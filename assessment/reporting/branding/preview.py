"""A small picture of the head of a page as a layout prints it: drawn here, every text escaped, nothing fetched.

Fonts and logos are in the picture itself, so that a browser shows it as an image, where nothing runs.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator

from markupsafe import escape

from assessment.charts.tokens import FONT_FALLBACK, LIGHT, REGULAR_WEIGHT, SEMIBOLD_WEIGHT
from assessment.domain.layout.brand import Brand
from assessment.domain.layout.layout import FilePlace
from assessment.reporting.pdf.brand import OWN_FAMILY, content_type, faces_of
from assessment.reporting.templates import FONTS_FOLDER
from assessment.views.layouts import Preview
from assessment.views.paper import MARGIN_MM, Paper

HEIGHT_MM = 118.0
FONT_LIMIT = 1_500_000
"""A larger font would be slow to send with every change; the picture then shows the house's."""
_BAR_MM = 70.0
_FIVE = 5.0


def preview_svg(brand: Brand, preview: Preview) -> str:
    """The picture, as wide as the layout's paper."""
    paper = Paper(brand.layout.paper)
    width, right = paper.width_mm, paper.width_mm - MARGIN_MM
    shapes = "".join((*_logos(brand, preview, right), *_texts(brand, preview, right), *_bars(brand, preview)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {HEIGHT_MM}" width="{width}mm" '
        f'height="{HEIGHT_MM}mm"><title>{escape(preview.spoken)}</title><style>{_fonts(brand)}</style>'
        f'<rect width="{width}" height="{HEIGHT_MM}" fill="{LIGHT.ground}" stroke="{LIGHT.line}"/>{shapes}</svg>'
    )


def _fonts(brand: Brand) -> str:
    own = brand.at(FilePlace.FONT)
    if own is not None and len(own.content) <= FONT_LIMIT:
        bold = brand.at(FilePlace.BOLD_FONT) or own
        faces = [
            (REGULAR_WEIGHT, content_type(own), own.content),
            (SEMIBOLD_WEIGHT, content_type(bold), bold.content),
        ]
    else:
        chosen = faces_of(brand.layout)[:4]
        faces = [
            (face.weight, "font/woff2", (FONTS_FOLDER / face.file).read_bytes())
            for face in chosen
            if face.print_family == chosen[1].print_family
        ]
    rules = "".join(
        f'@font-face{{font-family:"{OWN_FAMILY}";font-weight:{weight};src:url({_address(kind, content)})}}'
        for weight, kind, content in faces
    )
    return f'{rules}text{{font-family:"{OWN_FAMILY}",{FONT_FALLBACK}}}'


def _address(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{b64encode(content).decode()}"


def _logos(brand: Brand, preview: Preview, right: float) -> Iterator[str]:
    for placed, place in ((preview.client_logo, FilePlace.CLIENT_LOGO), (preview.own_logo, FilePlace.OWN_LOGO)):
        file = brand.at(place)
        if placed is None or file is None:
            continue
        x = MARGIN_MM if place is FilePlace.CLIENT_LOGO else right - placed.width_mm
        yield (
            f'<image x="{x:.2f}" y="{16 - placed.height_mm / 2:.2f}" width="{placed.width_mm}" '
            f'height="{placed.height_mm}" href="{_address(content_type(file), file.content)}"/>'
        )


def _texts(brand: Brand, preview: Preview, right: float) -> Iterator[str]:
    layout = brand.layout
    yield f'<rect x="{MARGIN_MM}" y="27" width="{right - MARGIN_MM}" height="1.2" fill="{layout.second}"/>'
    yield _text(MARGIN_MM, 41, 9, LIGHT.ink, preview.organisation, SEMIBOLD_WEIGHT)
    yield _text(MARGIN_MM, 49, 5, LIGHT.quiet_ink, preview.unit)
    yield _text(right, 49, 5, LIGHT.quiet_ink, preview.day, end=True)
    yield _text(MARGIN_MM, 62, 6, layout.accent, preview.title, SEMIBOLD_WEIGHT)
    yield _text(MARGIN_MM, 70, 5, LIGHT.ink, preview.finding)
    yield _text(MARGIN_MM, HEIGHT_MM - 6, 4, LIGHT.quiet_ink, preview.foot)


def _text(
    x: float, y: float, size: float, fill: str, text: str, weight: int = REGULAR_WEIGHT, *, end: bool = False
) -> str:
    anchor = ' text-anchor="end"' if end else ""
    return (
        f'<text x="{x:.2f}" y="{y:.2f}" font-size="{size}" font-weight="{weight}" fill="{fill}"{anchor}>'
        f"{escape(text)}</text>"
    )


def _bars(brand: Brand, preview: Preview) -> Iterator[str]:
    for number, bar in enumerate(preview.bars):
        y = 80 + 8 * number
        yield _text(MARGIN_MM, y + 3.6, 4.6, LIGHT.ink, bar.name)
        yield (
            f'<rect x="{MARGIN_MM + 30}" y="{y}" width="{_BAR_MM * bar.value / _FIVE:.2f}" height="4.4" '
            f'fill="{brand.layout.accent if number else brand.layout.second}"/>'
        )
        yield _text(MARGIN_MM + 34 + _BAR_MM * bar.value / _FIVE, y + 3.6, 4.6, LIGHT.ink, bar.text)
