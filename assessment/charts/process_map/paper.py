"""The process map on paper, as SVG: the same places, letters and names, with hatches and dashes for a grey printer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from assessment.charts.process_map.names import box_lines, frame_lines
from assessment.charts.tokens import FONT_FAMILY, LIGHT, LIGHT_STEPS, SEMIBOLD_WEIGHT, ScaleStep
from assessment.views.map.places import Place
from assessment.views.map.process_map import Box, Frame, MapView
from assessment.views.model import Mark

LETTER_MM, NAME_MM, LINE_MM = 3.9, 2.83, 3.1
"""Height of the letter, of a name (8 points), and of a line of it."""
PAD_MM = 1.0
HATCH_STEP_MM, HATCH_COUNT = 1.6, 6
NO_STEP = ScaleStep(fill=LIGHT.ground, ink=LIGHT.ink)
OUT_STEP = ScaleStep(fill=LIGHT.panel, ink=LIGHT.quiet_ink)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """Millimetres for places from 0 to 100."""

    width: float
    height: float

    def box(self, place: Place) -> tuple[float, float, float, float]:
        """Left, top, width and height."""
        across, down = self.width / 100, self.height / 100
        return place.left * across, place.top * down, place.width * across, place.height * down


def map_svg(view: MapView, width_mm: float, row_mm: float) -> Markup:
    """The map as inline SVG; its finding and what it measures are its title, for those who listen."""
    sheet = _Sheet(width=width_mm, height=row_mm * view.row_count)
    drawn = "".join(
        (
            *(_frame(frame, view, sheet) for frame in view.frames),
            *(_box(box, sheet) for box in view.boxes),
        )
    )
    return Markup(  # noqa: S704 (numbers and tokens only; every text is escaped)
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{sheet.width:.2f}mm" height="{sheet.height:.2f}mm" '
        f'viewBox="0 0 {sheet.width:.2f} {sheet.height:.2f}" font-family="{FONT_FAMILY}">'
        f"<title>{escape(view.finding)} {escape(view.measure)}</title>{drawn}</svg>"
    )


def _frame(frame: Frame, view: MapView, sheet: _Sheet) -> str:
    left, top, width, height = sheet.box(frame.place)
    edge = f'stroke="{LIGHT.edge}" stroke-width="0.5"' if frame.is_hub else f'stroke="{LIGHT.line}" stroke-width="0.2"'
    lines = frame_lines(frame, view.column_count)
    return (
        f'<rect x="{left:.2f}" y="{top:.2f}" width="{width:.2f}" height="{height:.2f}" rx="1" fill="{LIGHT.panel}" '
        f"{edge}/>{_texts(lines, left + 2 * PAD_MM, top + PAD_MM, LIGHT.ink, is_bold=True)}"
    )


def _box(box: Box, sheet: _Sheet) -> str:
    left, top, width, height = sheet.box(box.place)
    step = OUT_STEP if box.is_out else LIGHT_STEPS.get(box.cell.style, NO_STEP)
    dash = ' stroke-dasharray="0.5 0.7"' if box.is_out else ""
    if Mark.DASHED in box.cell.marks:
        dash = ' stroke-dasharray="1.4 0.9"'
    stroke = LIGHT.ink if Mark.DASHED in box.cell.marks else LIGHT.edge
    line_width = 0.45 if Mark.DASHED in box.cell.marks else 0.2
    letter = (
        f'<text x="{left + PAD_MM:.2f}" y="{top + PAD_MM + 0.78 * LETTER_MM:.2f}" font-size="{LETTER_MM}" '
        f'font-weight="{SEMIBOLD_WEIGHT}" fill="{step.ink}">{escape(box.cell.text)}</text>'
    )
    hatch = _hatch(left + width, top, step.ink) if Mark.HATCHED in box.cell.marks else ""
    names = _texts(box_lines(box), left + PAD_MM, top + PAD_MM + LETTER_MM, step.ink)
    return (
        f'<rect x="{left:.2f}" y="{top:.2f}" width="{width:.2f}" height="{height:.2f}" rx="0.7" fill="{step.fill}" '
        f'stroke="{stroke}" stroke-width="{line_width}"{dash}/>{letter}{hatch}{names}'
    )


def _hatch(right: float, top: float, ink: str) -> str:
    """Strokes beside the letter, up to the right edge."""
    strokes = "".join(
        f"M{right - PAD_MM - HATCH_STEP_MM * (number + 1):.2f},{top + PAD_MM + 2.8:.2f}l1.2,-2.4"
        for number in range(HATCH_COUNT)
    )
    return f'<path d="{strokes}" stroke="{ink}" stroke-width="0.3" fill="none"/>'


def _texts(lines: Sequence[str], left: float, top: float, ink: str, *, is_bold: bool = False) -> str:
    weight = f' font-weight="{SEMIBOLD_WEIGHT}"' if is_bold else ""
    return "".join(
        f'<text x="{left:.2f}" y="{top + 0.8 * LINE_MM + number * LINE_MM:.2f}" font-size="{NAME_MM}"{weight} '
        f'fill="{ink}">{escape(line)}</text>'
        for number, line in enumerate(lines)
    )
