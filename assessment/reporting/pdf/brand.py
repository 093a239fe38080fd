"""A layout on paper: its colours and font as style rules, its files under addresses of our own. No user text in CSS."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assessment.charts.tokens import FONT_FALLBACK, PRINT_FACES, PRINT_FAMILIES, FontFace, print_families
from assessment.domain.layout.brand import Brand, BrandFile
from assessment.domain.layout.layout import FileKind, FilePlace, Layout

OWN_FAMILY = "LayoutFont"
REGULAR, SEMIBOLD = 400, 600
_TYPES: Mapping[FileKind, str] = {
    FileKind.SVG: "image/svg+xml",
    FileKind.PNG: "image/png",
    FileKind.TTF: "font/ttf",
    FileKind.OTF: "font/otf",
    FileKind.WOFF2: "font/woff2",
}


def content_type(file: BrandFile) -> str:
    """The media type of a file of a brand that is printed."""
    return _TYPES[file.file.kind]


def faces_of(layout: Layout) -> tuple[FontFace, ...]:
    """The files of the families that a layout prints with: its own choice, and the house's for letters it lacks."""
    chosen = PRINT_FACES[layout.font_choice.value]
    house = PRINT_FACES[next(iter(PRINT_FACES))]
    return chosen if chosen == house else (*chosen, *house)


def family_list(layout: Layout) -> str:
    """The value of `font-family`: the layout's file, its choice, the house's, and any font that has the letter."""
    own = (OWN_FAMILY,) if layout.font is not None else ()
    names = dict.fromkeys((*own, *print_families(layout.font_choice.value), *PRINT_FAMILIES))
    return ", ".join((*(f'"{name}"' for name in names), FONT_FALLBACK))


def font_rules(brand: Brand, address: str) -> str:
    """A `@font-face` for each file; `address` is the prefix of their addresses."""
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url("{address}{file}"); }}'
        for family, weight, file in _faces(brand)
    )


def _faces(brand: Brand) -> Iterator[tuple[str, int, str]]:
    for face in faces_of(brand.layout):
        yield face.print_family, face.weight, face.file
    if brand.at(FilePlace.FONT) is not None:
        yield OWN_FAMILY, REGULAR, FilePlace.FONT.value
        bold = FilePlace.FONT if brand.at(FilePlace.BOLD_FONT) is None else FilePlace.BOLD_FONT
        yield OWN_FAMILY, SEMIBOLD, bold.value
