"""Maturity against importance on paper, as SVG: the places of its view, an em being the size of the letters."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from assessment.charts.tokens import FONT_FAMILY, LIGHT, SEMIBOLD_WEIGHT
from assessment.views.importance import ImportanceView, NamedDot
from assessment.views.lanes import SPACE

EM_MM = 2.83
"""Eight points."""
ROW_EM = 1.75
LEFT_MM, BELOW_MM, RIGHT_MM = 17.0, 5.0, 1.5
"""Room for the names of bands, for the scale of scores, and for the last figure of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plot:
    """Millimetres for places across from 0 to 100 and for rows from the top."""

    width: float
    row: float

    def x(self, across: float) -> float:
        return LEFT_MM + (self.width - LEFT_MM - RIGHT_MM) * across / 100

    def y(self, row: float) -> float:
        return self.row * row


def importance_svg(view: ImportanceView, width_mm: float, accent: str = LIGHT.accent) -> Markup:
    """The chart as inline SVG; its finding and what it measures are its title, for those who listen."""
    plot = _Plot(width=width_mm, row=ROW_EM * EM_MM)
    height = plot.y(view.row_count) + BELOW_MM
    drawn = "".join((_corner(view, plot), _bands(view, plot), _scale(view, plot)))
    dots = "".join(_dot(dot, plot, accent) for dot in view.dots)
    return Markup(  # noqa: S704 (numbers and tokens only; every text is escaped)
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width_mm:.2f}mm" height="{height:.2f}mm" '
        f'viewBox="0 0 {width_mm:.2f} {height:.2f}" font-family="{FONT_FAMILY}" font-size="{EM_MM}">'
        f"<title>{escape(view.finding)} {escape(view.measure)}</title>{drawn}{dots}</svg>"
    )


def _corner(view: ImportanceView, plot: _Plot) -> str:
    left, right = plot.x(0), plot.x(view.corner_across)
    return (
        f'<rect x="{left:.2f}" y="0.2" width="{right - left:.2f}" height="{plot.y(1 + view.corner_row_count):.2f}" '
        f'fill="{LIGHT.panel}" stroke="{LIGHT.edge}" stroke-width="0.3" stroke-dasharray="1.4 0.8"/>'
        f'<text x="{left + 1.2:.2f}" y="{plot.y(0.5) + 0.3 * EM_MM:.2f}" font-weight="{SEMIBOLD_WEIGHT}" '
        f'fill="{LIGHT.ink}">{escape(view.corner)}</text>'
    )


def _bands(view: ImportanceView, plot: _Plot) -> str:
    return "".join(
        f'<text x="{LEFT_MM - 1.5:.2f}" y="{plot.y(band.first + band.row_count / 2) + 0.3 * EM_MM:.2f}" '
        f'text-anchor="end" fill="{LIGHT.ink}">{escape(band.name)}</text>'
        f'<rect x="{LEFT_MM:.2f}" y="{plot.y(band.first + band.row_count):.2f}" '
        f'width="{plot.x(100) - LEFT_MM:.2f}" height="0.15" fill="{LIGHT.line}"/>'
        for band in view.bands
    )


def _scale(view: ImportanceView, plot: _Plot) -> str:
    last = view.score_ticks[-1]
    lines = "".join(
        f'<rect x="{plot.x(100 * tick / last) - 0.06:.2f}" y="0" width="0.12" '
        f'height="{plot.y(view.row_count):.2f}" fill="{LIGHT.line}"/>'
        f'<text x="{plot.x(100 * tick / last):.2f}" y="{plot.y(view.row_count) + 1.4 * EM_MM:.2f}" '
        f'text-anchor="middle" fill="{LIGHT.quiet_ink}">{tick}</text>'
        for tick in view.score_ticks
    )
    name = (
        f'<text x="{LEFT_MM - 1.5:.2f}" y="{plot.y(view.row_count) + 1.4 * EM_MM:.2f}" text-anchor="end" '
        f'fill="{LIGHT.quiet_ink}">{escape(view.score_axis)}</text>'
    )
    return f"{lines}{name}"


def _dot(dot: NamedDot, plot: _Plot, accent: str) -> str:
    x, y = plot.x(dot.across), plot.y(dot.row + 0.5)
    radius, ring = dot.radius * EM_MM, dot.ring * EM_MM
    fill = LIGHT.ground if dot.is_hollow else accent
    around = (
        f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius + ring / 2:.2f}" fill="none" stroke="{LIGHT.ink}" '
        f'stroke-width="{ring:.2f}"/>'
        if ring
        else ""
    )
    beside = radius + ring + SPACE * EM_MM
    anchor, at = ("end", x - beside) if dot.is_left else ("start", x + beside)
    weight = f' font-weight="{SEMIBOLD_WEIGHT}"' if dot.is_weak else ""
    return (
        f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius:.2f}" fill="{fill}" stroke="{accent}" stroke-width="0.2"/>'
        f'{around}<text x="{at:.2f}" y="{y + 0.32 * EM_MM:.2f}" text-anchor="{anchor}"{weight} '
        f'fill="{LIGHT.ink}">{escape(dot.label)}</text>'
    )
