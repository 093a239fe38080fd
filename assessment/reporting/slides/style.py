"""How a deck looks where it is not as the product has it: all that a brand may set, in one value."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

TEMPLATE = Path(__file__).resolve().parents[3] / "reports" / "templates" / "deck.pptx"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckStyle:
    """Template (content of a PPTX, and its name for messages), logos (SVG, PNG, JPEG), colours as `#RRGGBB`, typeface.

    None leaves what the product's own template has. `accent` takes the place of the theme's first accent, `second` of
    the second; `confidentiality` that of the line at the foot. `language` is a BCP 47 tag, for the spell checker;
    `look_hash` is what the stamp says of the layout.
    """

    template: bytes | None = None
    template_name: str = TEMPLATE.name
    client_logo: bytes | None = None
    consultant_logo: bytes | None = None
    accent: str | None = None
    second: str | None = None
    font: str | None = None
    confidentiality: str | None = None
    language: str = "en-GB"
    look_hash: str = ""
