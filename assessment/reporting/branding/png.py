"""A picture as a logo: a whole PNG of a size that paper can use, and nothing behind it."""

from __future__ import annotations

import io
import warnings

from PIL import Image

from assessment.reporting.branding.refusing import Refused
from assessment.views.wording import layout_files as words

SIGNATURE = b"\x89PNG\r\n\x1a\n"
SIZE_LIMIT = 1_000_000
PIXEL_LIMIT = 4_000_000
SIDE_MINIMUM = 16
_END = b"\x00\x00\x00\x00IEND\xaeB`\x82"


def png_size(content: bytes) -> tuple[float, float]:
    """Width and height in pixels. Raises Refused."""
    if len(content) > SIZE_LIMIT:
        raise Refused(words.too_large(len(content), SIZE_LIMIT), "Make the picture smaller.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(content), formats=("PNG",)) as picture:
                width, height = picture.size
                _require_usable(width, height)
                picture.verify()
            with Image.open(io.BytesIO(content), formats=("PNG",)) as picture:
                picture.load()
    except (OSError, ValueError, SyntaxError, EOFError, Warning, Image.DecompressionBombError) as error:
        raise Refused("it is damaged: it cannot be read as PNG", "Export it again.") from error
    if not content.endswith(_END):
        raise Refused("something that is no picture follows its end", "Export it again.")
    return float(width), float(height)


def _require_usable(width: int, height: int) -> None:
    if width * height > PIXEL_LIMIT:
        raise Refused(
            f"it has {width:,} x {height:,} pixels, at most {PIXEL_LIMIT:,} are allowed in all",
            "Make the picture smaller; 1,000 pixels across are enough.",
        )
    if min(width, height) < SIDE_MINIMUM:
        raise Refused(f"it has {width} x {height} pixels, too few to print", "Choose a larger picture.")
