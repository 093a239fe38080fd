"""What is said of a file that is not taken, where more than one check says it."""

from __future__ import annotations

PLAIN_DRAWING = "Save it as plain SVG without it, or as PNG."
PLAIN_DECK = "Save it as plain PPTX without it."
OWN_TEMPLATE = "Start from the one that comes with Plumbline and keep the names of its layouts and placeholders."
ANOTHER_FONT = "Choose another font, or ask its maker for a licence and a file that says so."
ITS_STYLE = "its <style>"
JPEG, GIF, PDF, OTHER_PICTURE = "a JPEG", "a GIF", "a PDF", "a WebP or another container"
PACKED = "packed with gzip"
OLD_FONT, FONTS = "a WOFF of the first kind", "a collection of fonts"
OLD_OFFICE = "an Office file of the old kind"


def attribute(name: str) -> str:
    """An attribute of a drawing."""
    return f"its attribute {name[:40]}"


def too_large(size_count: int, limit: int) -> str:
    """A file has too many bytes."""
    return f"it has {size_count:,} bytes, at most {limit:,} are allowed"


def not_printed(error: str) -> str:
    """A printer fails on it."""
    return f"it cannot be printed ({error})"
