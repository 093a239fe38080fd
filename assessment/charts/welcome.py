"""What the product does as one picture: statements to choose from, distances to a target, steps in waves.

It holds no word: the page says beside it what it shows.
"""

from __future__ import annotations

from assessment.charts.theme import Theme, palette, scale_steps

WIDTH, HEIGHT = 1080, 168
_PANEL_WIDTH, _GAP = 320, 60
_STATEMENTS = (150, 190, 170, 210, 180, 140)
_CHOSEN = 3
_DISTANCES = ((0.12, 0.6), (0.3, 0.62), (0.36, 0.84), (0.58, 0.8), (0.7, 0.7))
_STEPS = ((0, 0, 1), (0, 1, 2), (0, 2, 1), (1, 0, 3), (1, 1, 3), (2, 0, 4), (2, 1, 5))


def welcome(theme: Theme = Theme.LIGHT) -> str:
    """The picture as SVG, in the colours of a theme."""
    panels = "".join(
        f'<g transform="translate({place * (_PANEL_WIDTH + _GAP)} 0)">{_frame(theme)}{drawn(theme)}</g>'
        for place, drawn in enumerate((_statements, _distances, _waves))
    )
    arrows = "".join(_arrow(theme, (place + 1) * _PANEL_WIDTH + place * _GAP) for place in range(2))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        f"{panels}{arrows}</svg>"
    )


def _frame(theme: Theme) -> str:
    colours = palette(theme)
    return (
        f'<rect x="0.5" y="0.5" width="{_PANEL_WIDTH - 1}" height="{HEIGHT - 1}" rx="3" fill="{colours.panel}" '
        f'stroke="{colours.line}"/>'
    )


def _arrow(theme: Theme, x: int) -> str:
    colour, y = palette(theme).edge, HEIGHT / 2
    return (
        f'<path d="M{x + 14} {y}H{x + _GAP - 16}M{x + _GAP - 23} {y - 6}L{x + _GAP - 15} {y}L{x + _GAP - 23} {y + 6}" '
        f'fill="none" stroke="{colour}" stroke-width="2"/>'
    )


def _statements(theme: Theme) -> str:
    """Six statements, one of them chosen."""
    colours = palette(theme)
    drawn = []
    for place, length in enumerate(_STATEMENTS):
        y, is_chosen = 24 + place * 24, place == _CHOSEN
        ink = colours.accent if is_chosen else colours.edge
        drawn.append(f'<circle cx="34" cy="{y}" r="6.5" fill="none" stroke="{ink}" stroke-width="1.5"/>')
        if is_chosen:
            drawn.append(f'<circle cx="34" cy="{y}" r="3.5" fill="{ink}"/>')
        fill = colours.accent if is_chosen else colours.line
        drawn.append(f'<rect x="54" y="{y - 4}" width="{length}" height="8" rx="2" fill="{fill}"/>')
    return "".join(drawn)


def _distances(theme: Theme) -> str:
    """Where each process stands, a dot, and where it should be, a diamond."""
    colours, left, width = palette(theme), 40, 240
    drawn = [
        f'<rect x="{left + width * tick / 5:.0f}" y="16" width="1" height="{HEIGHT - 32}" fill="{colours.line}"/>'
        for tick in range(6)
    ]
    for place, (now, target) in enumerate(_DISTANCES):
        y, start, end = 30 + place * 27, left + width * now, left + width * target
        drawn.append(f'<rect x="{start:.0f}" y="{y - 1}" width="{end - start:.0f}" height="2" fill="{colours.edge}"/>')
        drawn.append(
            f'<path d="M{end:.0f} {y - 7}l7 7l-7 7l-7 -7z" fill="{colours.panel}" stroke="{colours.ink}" '
            'stroke-width="1.5"/>'
        )
        drawn.append(f'<circle cx="{start:.0f}" cy="{y}" r="5.5" fill="{colours.accent}"/>')
    return "".join(drawn)


def _waves(theme: Theme) -> str:
    """Steps in three waves, the higher they land the stronger."""
    colours, steps = palette(theme), scale_steps(theme)
    drawn = [
        f'<rect x="{30 + wave * 90}" y="20" width="80" height="4" rx="2" fill="{colours.edge}"/>' for wave in range(3)
    ]
    for wave, place, level in _STEPS:
        drawn.append(
            f'<rect x="{30 + wave * 90}" y="{38 + place * 36}" width="80" height="26" rx="2" '
            f'fill="{steps[f"rating-{level}"].fill}" stroke="{colours.line}"/>'
        )
    return "".join(drawn)
