"""How phones find a room without typing: its link as a QR code."""

from __future__ import annotations

import segno
from markupsafe import Markup, escape

QUIET_MODULES = 4
"""White around the code: four modules, as ISO/IEC 18004 asks."""


def join_code_svg(link: str, spoken: str, size: int | None = None) -> Markup:
    """The link as a QR code in inline SVG: black on white in every theme, as cameras expect it.

    `spoken` is its alternative text. `size` in pixels, for a place that no style sheet sizes. Error correction is M
    (15 %): a projector is bright and a code with few modules is read from further away.
    """
    code = segno.make_qr(link, error="m", boost_error=False)
    side = len(code.matrix) + 2 * QUIET_MODULES
    path = "".join(_runs(code.matrix))
    sized = f' width="{size}" height="{size}"' if size else ""
    return Markup(  # noqa: S704 (numbers only; the one text is escaped)
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" class="join-code" role="img"'
        f' aria-label="{escape(spoken)}" shape-rendering="crispEdges"{sized}>'
        f'<title>{escape(spoken)}</title><path fill="#FFFFFF" d="M0 0h{side}v{side}h-{side}z"/>'
        f'<path fill="#000000" d="{path}"/></svg>'
    )


def _runs(matrix: tuple[bytearray, ...]) -> list[str]:
    """One rectangle for each run of dark modules in a line."""
    found: list[str] = []
    for y, line in enumerate(matrix):
        x = 0
        while x < len(line):
            width = 0
            while x + width < len(line) and line[x + width]:
                width += 1
            if width:
                found.append(f"M{x + QUIET_MODULES} {y + QUIET_MODULES}h{width}v1h-{width}z")
            x += width or 1
    return found
