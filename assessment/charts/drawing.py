"""Small drawings as SVG: the track of a table row. Only numbers and class names enter; no text of a user does."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from assessment.charts.tokens import FONT_FAMILY, LIGHT, LIGHT_STEPS, SEMIBOLD_WEIGHT
from assessment.views.model import Segment, Track

HEIGHT_MM = 3.4
BAR_HEIGHT_MM = 5.0
MARGIN_MM = 1.6
DOT_MM = 1.15


def track_svg(track: Track, width_mm: float, spoken: str, accent: str = LIGHT.accent) -> Markup:
    """A track as inline SVG of the given width in millimetres, with what it shows as its title.

    The title is the alternative text of the figure in a tagged PDF. `accent` colours what the track is about.
    """
    height = BAR_HEIGHT_MM if track.segments else HEIGHT_MM
    inner = width_mm - 2 * MARGIN_MM
    middle = height / 2
    shapes = "".join(
        (
            _ticks(track, inner, height),
            _bar(track, inner, middle),
            _fill(track, inner, height, accent),
            "".join(_segment(segment, width_mm, height) for segment in track.segments),
            _line(track, inner, middle),
            _diamond(track, inner, middle),
            _ring(track, inner, middle, accent),
            _dot(track, inner, middle, accent),
        )
    )
    return Markup(  # noqa: S704 (numbers and tokens only; the one text is escaped)
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width_mm:.2f}mm" height="{height:.2f}mm" '
        f'viewBox="0 0 {width_mm:.2f} {height:.2f}"><title>{escape(spoken)}</title>{shapes}</svg>'
    )


def axis_svg(labels: Sequence[str], width_mm: float) -> Markup:
    """Labels evenly over the width, the first and the last where a track of that width has its ends."""
    inner, height = width_mm - 2 * MARGIN_MM, 3.0
    said = "".join(
        f'<text x="{_x(100 * place / max(1, len(labels) - 1), inner):.2f}" y="2.4" text-anchor="middle" '
        f'font-size="2.82" font-family="{FONT_FAMILY}" fill="{LIGHT.quiet_ink}">{escape(label)}</text>'
        for place, label in enumerate(labels)
    )
    return Markup(  # noqa: S704 (numbers and tokens only; the labels are escaped)
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width_mm:.2f}mm" height="{height:.2f}mm" '
        f'viewBox="0 0 {width_mm:.2f} {height:.2f}"><title>{escape(" ".join(labels))}</title>{said}</svg>'
    )


def _x(place: float, inner: float) -> float:
    return MARGIN_MM + inner * min(100.0, max(0.0, place)) / 100


def _ticks(track: Track, inner: float, height: float) -> str:
    return "".join(
        f'<rect x="{_x(tick, inner) - 0.06:.2f}" y="0" width="0.12" height="{height:.2f}" fill="{LIGHT.line}"/>'
        for tick in track.ticks
    )


def _bar(track: Track, inner: float, middle: float) -> str:
    if track.bar is None:
        return ""
    start, end = (_x(place, inner) for place in track.bar)
    return (
        f'<rect x="{start:.2f}" y="{middle - 0.8:.2f}" width="{max(0.0, end - start):.2f}" height="1.6" rx="0.8" '
        f'fill="{LIGHT.line}"/>'
    )


def _fill(track: Track, inner: float, height: float, accent: str) -> str:
    if track.fill is None:
        return ""
    width = inner * min(100.0, max(0.0, track.fill)) / 100
    shape = f'x="{MARGIN_MM:.2f}" y="0.3" width="{width:.2f}" height="{height - 0.6:.2f}"'
    if track.is_dashed:
        return (
            f'<rect {shape} fill="{accent}" fill-opacity="0.2" stroke="{LIGHT.ink}" stroke-width="0.25" '
            'stroke-dasharray="0.9 0.6"/>'
        )
    return f'<rect {shape} fill="{accent}"/>'


def _segment(segment: Segment, width_mm: float, height: float) -> str:
    step = LIGHT_STEPS[segment.style]
    start, width = width_mm * segment.start / 100, width_mm * segment.width / 100
    return (
        f'<rect x="{start:.2f}" y="0" width="{width:.2f}" height="{height:.2f}" fill="{step.fill}"/>'
        f'<text x="{start + width / 2:.2f}" y="{height / 2 + 1.05:.2f}" text-anchor="middle" font-size="3" '
        f'font-family="{FONT_FAMILY}" font-weight="{SEMIBOLD_WEIGHT}" '
        f'fill="{step.ink}">{escape(segment.text)}</text>'
    )


def _line(track: Track, inner: float, middle: float) -> str:
    if track.line is None:
        return ""
    start, end = sorted(_x(place, inner) for place in track.line)
    return (
        f'<rect x="{start:.2f}" y="{middle - 0.2:.2f}" width="{max(0.0, end - start):.2f}" height="0.4" '
        f'fill="{LIGHT.edge}"/>'
    )


def _diamond(track: Track, inner: float, middle: float) -> str:
    if track.diamond is None:
        return ""
    x, reach = _x(track.diamond, inner), DOT_MM * 1.2
    points = f"{x:.2f},{middle - reach:.2f} {x + reach:.2f},{middle:.2f} {x:.2f},{middle + reach:.2f} "
    points += f"{x - reach:.2f},{middle:.2f}"
    return f'<polygon points="{points}" fill="{LIGHT.ground}" stroke="{LIGHT.ink}" stroke-width="0.3"/>'


def _ring(track: Track, inner: float, middle: float, accent: str) -> str:
    if track.ring is None:
        return ""
    return (
        f'<circle cx="{_x(track.ring, inner):.2f}" cy="{middle:.2f}" r="{DOT_MM}" fill="{LIGHT.ground}" '
        f'stroke="{accent}" stroke-width="0.4"/>'
    )


def _dot(track: Track, inner: float, middle: float, accent: str) -> str:
    if track.dot is None:
        return ""
    x = _x(track.dot, inner)
    if track.is_square:
        side = 2 * DOT_MM * 0.9
        return (
            f'<rect x="{x - side / 2:.2f}" y="{middle - side / 2:.2f}" width="{side:.2f}" height="{side:.2f}" '
            f'fill="{LIGHT.care}"/>'
        )
    if track.is_dashed:
        return (
            f'<circle cx="{x:.2f}" cy="{middle:.2f}" r="{DOT_MM}" fill="{LIGHT.ground}" stroke="{accent}" '
            'stroke-width="0.4" stroke-dasharray="0.6 0.4"/>'
        )
    return f'<circle cx="{x:.2f}" cy="{middle:.2f}" r="{DOT_MM}" fill="{accent}"/>'
