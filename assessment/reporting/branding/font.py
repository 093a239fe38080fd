"""A font file: readable, with letters in it, and one whose maker lets it be embedded in documents.

What a maker allows is said by the field fsType of the table OS/2 (OpenType 1.9.1): bits 0 to 3 hold 2 where embedding
needs a licence of its own; bit 8 forbids to embed a part, bit 9 allows pictures of letters alone.
"""

from __future__ import annotations

import io
import struct
from typing import Any

from fontTools.ttLib import TTFont, TTLibError

from assessment.reporting.branding.refusing import Refused
from assessment.views.wording import layout_files as words

SIZE_LIMIT = 8_000_000
NAME_RECORD_LIMIT = 1_000
NAME_TABLE_LIMIT = 300_000
_FS_TYPE = 8  # where the field stands in its table
_RESTRICTED, _WHOLE_ONLY, _PICTURES_ONLY = 0x0002, 0x0100, 0x0200
_TYPOGRAPHIC_FAMILY, _FAMILY = 16, 1


def font_family(content: bytes) -> str:
    """The name that a font gives itself. Raises Refused."""
    if len(content) > SIZE_LIMIT:
        raise Refused(
            words.too_large(len(content), SIZE_LIMIT),
            "Choose a file with fewer letters, or install the font on this machine.",
        )
    try:
        with TTFont(io.BytesIO(content), lazy=True) as font:
            _require_letters(font)
            _require_embeddable(font)
            return _name(font)
    except Refused:
        raise
    except (TTLibError, struct.error, AssertionError, ValueError, KeyError, IndexError, OSError, TypeError) as error:
        raise Refused("it is damaged: it cannot be read as a font", "Choose another file.") from error
    except Exception as error:
        if type(error).__module__.partition(".")[0] in ("brotli", "_brotli"):
            raise Refused("it is damaged: it cannot be unpacked", "Choose another file.") from error
        raise


def _require_letters(font: Any) -> None:
    tables = set(font.reader.keys())
    if not {"cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2"} <= tables or not {"glyf", "CFF ", "CFF2"} & tables:
        raise Refused("it lacks tables that a font for print needs", "Choose a complete TTF, OTF or WOFF2 file.")


def _require_embeddable(font: Any) -> None:
    (allowed,) = struct.unpack_from(">H", font.reader["OS/2"], _FS_TYPE)
    if allowed & 0x000F == _RESTRICTED:
        raise Refused("its maker does not allow it to be embedded in documents", words.ANOTHER_FONT)
    if allowed & _WHOLE_ONLY:
        raise Refused("its maker does not allow a part of it to be embedded, as a PDF does", words.ANOTHER_FONT)
    if allowed & _PICTURES_ONLY:
        raise Refused("its maker allows pictures of its letters alone to be embedded", words.ANOTHER_FONT)


def _name(font: Any) -> str:
    raw = font.reader["name"]
    (record_count,) = struct.unpack_from(">H", raw, 2)
    if record_count > NAME_RECORD_LIMIT or len(raw) > NAME_TABLE_LIMIT:
        raise Refused("its table of names is too large", "Choose another file.")
    names = font["name"]
    found = names.getDebugName(_TYPOGRAPHIC_FAMILY) or names.getDebugName(_FAMILY) or ""
    name = " ".join("".join(letter for letter in found if letter.isprintable()).split())[:80]
    if not name:
        raise Refused("it does not say what it is called", "Choose another file.")
    return name
