"""Makes reports/templates/deck.pptx, the deck's own template, again: theme, master and the two layouts it needs.

A template of one's own needs the layouts `Cover` and `Message`; what each placeholder is for is told by its name, see
docs/deck.md. Run it with the tokens changed, and look at what it made.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.util import Emu, Inches

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assessment.charts.tokens import FONT_FAMILY, LIGHT, LIGHT_STEPS  # noqa: E402 (the root is no package)

OUTPUT = ROOT / "reports" / "templates" / "deck.pptx"
WIDTH, HEIGHT = 13.333, 7.5
MARGIN = 0.6
SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
COLOURS = {
    "dk1": LIGHT.ink,
    "lt1": LIGHT.ground,
    "dk2": LIGHT.quiet_ink,
    "lt2": LIGHT.panel,
    "accent1": LIGHT.accent,
    "accent2": LIGHT_STEPS["rating-3"].fill,
    "accent3": LIGHT_STEPS["gap-3"].fill,
    "accent4": LIGHT_STEPS["gap-4"].fill,
    "accent5": LIGHT_STEPS["above-2"].fill,
    "accent6": LIGHT.good,
    "hlink": LIGHT.accent,
    "folHlink": LIGHT.quiet_ink,
}
STAMP = (1980, 1, 1, 0, 0, 0)


def shape(number: int, name: str, kind: str, box: tuple[float, float, float, float], **look: object) -> str:
    """One placeholder: its name says what it is for, `kind` is its `p:ph`, `box` left, top, width, height in inches."""
    left, top, width, height = (int(Inches(place)) for place in box)
    size, colour, bold = look.get("size", 12), look.get("colour", "tx1"), int(bool(look.get("bold")))
    anchor, align, prompt = look.get("anchor", "t"), look.get("align", "l"), escape(str(look.get("prompt", name)))
    levels = "".join(
        f'<a:lvl{level}pPr marL="0" indent="0" algn="{align}"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{int(float(str(size)) * 100)}" b="{bold}">'
        f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
        f"</a:defRPr></a:lvl{level}pPr>"
        for level in range(1, 3)
    )
    field = look.get("field")
    run = (
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'
        if field
        else f'<a:r><a:rPr lang="en-GB"/><a:t>{prompt}</a:t></a:r>'
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{escape(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>"
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm></p:spPr>'
        f'<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:normAutofit/></a:bodyPr>'
        f"<a:lstStyle>{levels}</a:lstStyle><a:p>{run}</a:p></p:txBody></p:sp>"
    )


def rule(number: int, name: str, box: tuple[float, float, float, float], colour: str) -> str:
    """A filled strip of the master or a layout."""
    left, top, width, height = (int(Inches(place)) for place in box)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
        f"<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def tree(*shapes: str) -> str:
    """The shapes of a master or a layout."""
    head = (
        '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
    )
    return f"<p:spTree {SPACES}>{head}{''.join(shapes)}</p:spTree>"


def foot() -> tuple[str, ...]:
    """What stands at the foot of each slide."""
    top, height, quiet = 7.06, 0.24, {"size": 9, "colour": "tx2", "anchor": "ctr"}
    return (
        shape(11, "Organisation", 'type="ftr" sz="quarter" idx="20"', (MARGIN, top, 4.2, height), **quiet),
        shape(12, "Date", 'type="dt" sz="quarter" idx="21"', (4.95, top, 1.6, height), **quiet),
        shape(13, "Confidentiality", 'type="body" sz="quarter" idx="22"', (6.65, top, 2.0, height), **quiet),
        shape(14, "Snapshot", 'type="body" sz="quarter" idx="23"', (8.75, top, 2.1, height), **quiet),
        shape(15, "Consultant-logo", 'type="pic" sz="quarter" idx="31"', (10.95, 6.98, 1.2, 0.36)),
        shape(
            16, "Number", 'type="sldNum" sz="quarter" idx="24"', (12.23, top, 0.5, height), **quiet, align="r", field=1
        ),
    )


COVER = tree(
    rule(2, "Strip", (0, 0, 0.22, HEIGHT), "accent1"),
    shape(3, "Title", 'type="title"', (1.2, 2.1, 10.9, 1.5), size=40, bold=1, anchor="b", prompt="Organisation"),
    shape(4, "Section", 'type="body" sz="quarter" idx="10"', (1.2, 1.55, 10.9, 0.4), size=14, colour="accent1"),
    shape(5, "Content", 'type="body" idx="11"', (1.2, 3.8, 10.9, 2.6), size=18),
    shape(6, "Caption", 'type="body" sz="quarter" idx="12"', (1.2, 6.45, 10.9, 0.4), size=11, colour="tx2"),
    shape(7, "Client-logo", 'type="pic" sz="quarter" idx="30"', (1.2, 0.5, 2.4, 0.75)),
    shape(8, "Consultant-logo", 'type="pic" sz="quarter" idx="31"', (10.33, 0.5, 2.4, 0.75)),
    *(part for part in foot() if "Consultant" not in part),
)
MESSAGE = tree(
    shape(3, "Title", 'type="title"', (MARGIN, 0.6, 10.3, 0.84), size=24, bold=1, prompt="The message of the slide"),
    shape(4, "Section", 'type="body" sz="quarter" idx="10"', (MARGIN, 0.33, 10.3, 0.22), size=11, colour="accent1"),
    shape(5, "Content", 'type="body" idx="11"', (MARGIN, 1.6, 12.13, 4.8), size=14),
    shape(
        6,
        "Caption",
        'type="body" sz="quarter" idx="12"',
        (MARGIN, 6.46, 12.13, 0.44),
        size=10,
        colour="tx2",
        anchor="b",
    ),
    shape(7, "Client-logo", 'type="pic" sz="quarter" idx="30"', (11.16, 0.36, 1.57, 0.47)),
    rule(8, "Rule", (MARGIN, 6.96, 12.13, 0.01), "bg2"),
    *foot(),
)
MASTER = tree(
    shape(2, "Title", 'type="title"', (MARGIN, 0.6, 10.3, 0.84), size=24, bold=1),
    shape(3, "Content", 'type="body" idx="1"', (MARGIN, 1.6, 12.13, 4.8), size=14),
    shape(4, "Date", 'type="dt" sz="half" idx="2"', (4.95, 7.06, 1.6, 0.24), size=9, colour="tx2"),
    shape(5, "Organisation", 'type="ftr" sz="quarter" idx="3"', (MARGIN, 7.06, 4.2, 0.24), size=9, colour="tx2"),
    shape(6, "Number", 'type="sldNum" sz="quarter" idx="4"', (12.23, 7.06, 0.5, 0.24), size=9, colour="tx2", field=1),
)


def theme(blob: bytes) -> bytes:
    """The theme with the product's colours and typeface."""
    text = blob.decode("utf-8")
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{colour.removeprefix("#")}"/></a:{name}>' for name, colour in COLOURS.items()
    )
    text = re.sub(
        r"<a:clrScheme .*?</a:clrScheme>", f'<a:clrScheme name="Plumbline">{colours}</a:clrScheme>', text, flags=re.S
    )
    text = re.sub(r'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*', rf"\g<1>{FONT_FAMILY}", text)
    return re.sub(r'(<a:theme [^>]*name=")[^"]*', r"\g<1>Plumbline", text).encode("utf-8")


def main() -> None:
    """Write the template."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Inches(WIDTH), Inches(HEIGHT)
    master = presentation.slide_master
    for layout in list(presentation.slide_layouts)[2:]:
        presentation.slide_layouts.remove(layout)
    for name, layout, content in zip(("Cover", "Message"), presentation.slide_layouts, (COVER, MESSAGE), strict=True):
        layout.name = name
        layout._element.attrib.pop("type", None)
        common = layout._element.cSld
        common.replace(common.spTree, etree.fromstring(content))
    common = master._element.cSld
    common.replace(common.spTree, etree.fromstring(MASTER))
    found = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    assert isinstance(found, Part)
    found._blob = theme(found.blob)
    bare(presentation)
    buffer = io.BytesIO()
    presentation.save(buffer)
    OUTPUT.write_bytes(without_clock(buffer.getvalue()))
    print(OUTPUT, Emu(presentation.slide_width).inches, OUTPUT.stat().st_size)


def bare(presentation: object) -> None:
    """Without the thumbnail and the printer's settings of the package it is made from."""
    package = presentation.part.package  # type: ignore[attr-defined]
    for owner in (package, presentation.part):  # type: ignore[attr-defined]
        rels = owner._rels
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(("/thumbnail", "/printerSettings"))]:
            rels.pop(key)


def without_clock(content: bytes) -> bytes:
    """The same package with one moment for all its parts, so that it is the same file each time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as read, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as written:
        for entry in read.infolist():
            info = zipfile.ZipInfo(entry.filename, date_time=STAMP)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            written.writestr(info, read.read(entry))
    return buffer.getvalue()


if __name__ == "__main__":
    main()
