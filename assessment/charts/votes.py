"""The votes of a room as dots, one row for each statement, in SVG: on the wall and in the cockpit.

Only numbers, letters and words of the view enter, and these are escaped. A style sheet may colour the classes `dot`,
`dot-value`, `dot-far` and `dot-track`; without one the colours are those of the palette.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from assessment.charts.tokens import FONT_FAMILY, LIGHT, Palette
from assessment.views.wording.workshop.reveal import LETTERS
from assessment.views.workshop.reveal import EarlierRound, Spread, StatementVotes

_STEP = 24
_RADIUS = 10
_SMALL_STEP = 8
_SMALL_RADIUS = 3
_LEAST_DOTS = 8


def dots_svg(votes: StatementVotes, most: int, palette: Palette = LIGHT) -> Markup:
    """The dots of one statement in a row as wide as `most` dots; a dot that is filled is a vote (or several).

    Hidden from screen readers, who find the same in words beside it.
    """
    width, height = _STEP * max(most, _LEAST_DOTS), _STEP
    return Markup(  # noqa: S704 (numbers and tokens only)
        f'<svg xmlns="http://www.w3.org/2000/svg" class="dots" viewBox="0 0 {width} {height}" '
        f'preserveAspectRatio="xMinYMid meet" aria-hidden="true" focusable="false">{_dots(votes, palette)}</svg>'
    )


def earlier_svg(earlier: EarlierRound, palette: Palette = LIGHT) -> Markup:
    """A round before, small: a column of dots for each statement, A to F from left to right."""
    most = max((*earlier.counts, 1))
    radius, step = (_SMALL_RADIUS, _SMALL_STEP) if most <= 12 else (_SMALL_RADIUS, _SMALL_STEP * 12 / most)
    column, height = 16, _SMALL_STEP * 12 if most > 12 else _SMALL_STEP * max(most, 3)
    shapes = "".join(
        f'<circle class="dot" cx="{column * place + column / 2:.1f}" cy="{height - step * (number + 0.5):.1f}" '
        f'r="{radius}" fill="{palette.quiet_ink}"/>'
        for place, count in enumerate(earlier.counts)
        for number in range(count)
    )
    base = f'<rect class="dot-track" x="0" y="{height}" width="{column * 6}" height="1" fill="{palette.edge}"/>'
    letters = "".join(
        f'<text x="{column * place + column / 2:.1f}" y="{height + 12}" text-anchor="middle" font-size="10" '
        f'font-family="{FONT_FAMILY}" fill="{palette.quiet_ink}">{letter}</text>'
        for place, letter in enumerate(LETTERS)
    )
    return Markup(  # noqa: S704 (numbers and tokens; the text is escaped)
        f'<svg xmlns="http://www.w3.org/2000/svg" class="earlier" viewBox="0 0 {column * 6} {height + 14}" role="img" '
        f'aria-label="{escape(earlier.spoken)}"><title>{escape(earlier.spoken)}</title>{shapes}{base}{letters}</svg>'
    )


def most_dots(spreads: Sequence[Spread]) -> int:
    """The dots of the longest row of several spreads, so that their rows are of one scale."""
    return max((one.dot_count for spread in spreads for one in spread.statements), default=0)


def _dots(votes: StatementVotes, palette: Palette) -> str:
    """Dots of votes; without one a thin mark, so that an empty row is seen to be empty and not cut off."""
    if not votes.dot_count:
        return f'<rect class="dot-track" x="2" y="11" width="12" height="2" fill="{palette.edge}"/>'
    name = "dot-value" if votes.is_value else "dot-far" if votes.is_far else "dot"
    look = (
        f'fill="{palette.ground}" stroke="{palette.accent}" stroke-width="3"'
        if votes.is_far
        else f'fill="{palette.accent}"'
    )
    radius = _RADIUS - 1.5 if votes.is_far else _RADIUS
    return "".join(
        f'<circle class="{name}" cx="{_STEP * number + _STEP / 2:g}" cy="{_STEP / 2:g}" r="{radius:g}" {look}/>'
        for number in range(votes.dot_count)
    )
