"""What a file offered for a layout is, by its content and not by its name; or why it is not taken.

A logo and a font are printed once: what would stop every report later is found here.
"""

from __future__ import annotations

import hashlib

from assessment.domain.layout.brand import Brand, BrandFile
from assessment.domain.layout.layout import HOUSE_LAYOUT, FileKind, FilePlace, LayoutFile, kinds_for
from assessment.errors import TemplateRefused
from assessment.reporting.branding import font, png, svg, template
from assessment.reporting.branding.offering import Offered, answer_for
from assessment.reporting.branding.refusing import Refused
from assessment.reporting.stages import OnStage, unheard
from assessment.views.paper import Paper
from assessment.views.wording import layout_files as words

PROPORTION_LIMIT = 20
NAME_LIMIT = 100
_BEGINNINGS = (
    (png.SIGNATURE, FileKind.PNG),
    (b"\x00\x01\x00\x00", FileKind.TTF),
    (b"true", FileKind.TTF),
    (b"OTTO", FileKind.OTF),
    (b"wOF2", FileKind.WOFF2),
    (b"PK\x03\x04", FileKind.PPTX),
)
_KNOWN_OTHERS = (
    (b"\xff\xd8\xff", words.JPEG),
    (b"GIF8", words.GIF),
    (b"%PDF", words.PDF),
    (b"RIFF", words.OTHER_PICTURE),
    (b"\x1f\x8b", words.PACKED),
    (b"wOFF", words.OLD_FONT),
    (b"ttcf", words.FONTS),
    (b"\xd0\xcf\x11\xe0", words.OLD_OFFICE),
)


def checked_file(offered: Offered) -> LayoutFile:
    """What the file is. Raises Refused; MemoryError and RecursionError are for whoever runs it within limits."""
    kind = _kind(offered)
    size: tuple[float, float] | None = None
    family = None
    if kind in (FileKind.SVG, FileKind.PNG):
        size = svg.svg_size(offered.content) if kind is FileKind.SVG else png.png_size(offered.content)
        if max(size) > PROPORTION_LIMIT * min(size):
            raise Refused(f"it is more than {PROPORTION_LIMIT} times as long as wide", "Crop it.")
    elif kind is FileKind.PPTX:
        template.require_template(offered.content)
    else:
        family = font.font_family(offered.content)
    return LayoutFile(
        kind=kind,
        name=_name(offered.name) or offered.place.value,
        size_count=len(offered.content),
        content_hash=hashlib.sha256(offered.content).hexdigest(),
        width=size and size[0],
        height=size and size[1],
        family=family,
    )


def print_once(offered: Offered, file: LayoutFile) -> None:
    """Print a page with a logo or a font. Raises Refused where it does not come out."""
    # each takes half a second to import
    from assessment.reporting.pdf.trial import trial_page
    from assessment.reporting.slides.template import open_template

    try:
        if file.kind is FileKind.PPTX:
            open_template(offered.content, file.name)
        else:
            trial_page(_brand_with(offered, file))
    except TemplateRefused as error:
        raise Refused(error.reason, words.OWN_TEMPLATE) from error
    except MemoryError:
        raise
    except Exception as error:  # whatever a printer raises on this file, it would raise every time
        raise Refused(words.not_printed(type(error).__name__), "Export it again, or as another kind.") from error


def _brand_with(offered: Offered, file: LayoutFile) -> Brand:
    """A brand of this file alone; a bold font is its own regular one too."""
    files: tuple[BrandFile, ...] = (BrandFile(place=offered.place, file=file, content=offered.content),)
    layout = HOUSE_LAYOUT
    if offered.place is FilePlace.BOLD_FONT:
        layout = layout.with_file(FilePlace.FONT, file)
        files = (BrandFile(place=FilePlace.FONT, file=file, content=offered.content), *files)
    return Brand(layout=layout.with_file(offered.place, file), files=files)


def check_in_worker(offered: Offered, paper: Paper, on_stage: OnStage = unheard) -> bytes:
    """What was found, as the process that prints answers; a file has no paper and no stages."""
    del paper, on_stage
    try:
        file = checked_file(offered)
        print_once(offered, file)
    except Refused as error:
        return answer_for(error)
    return answer_for(file)


def _kind(offered: Offered) -> FileKind:
    content = offered.content
    known = " or ".join(sorted(kind.upper() for kind in kinds_for(offered.place)))
    if not content:
        raise Refused("it is empty", f"Choose a {known} file.")
    for beginning, what in _KNOWN_OTHERS:
        if content.startswith(beginning):
            raise Refused(f"it is {what}", f"Save it as {known}.")
    kind = next((kind for beginning, kind in _BEGINNINGS if content.startswith(beginning)), None)
    if kind is None and content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        kind = FileKind.SVG
    if kind is None:
        raise Refused("it is of no kind that is known here", f"Choose a {known} file.")
    if kind not in kinds_for(offered.place):
        raise Refused(f"it is of the kind {kind.upper()}", f"Choose a {known} file.")
    return kind


def _name(name: str) -> str:
    """The last part of a path, on one line and without what nobody sees."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return " ".join("".join(letter for letter in last if letter.isprintable()).split())[-NAME_LIMIT:].strip()
