"""Numbered objects written to a PDF: those without a stream packed together and compressed, and where each stands."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from hashlib import md5
from itertools import accumulate

HEADER = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
LEVEL = 6
_ROW_SIZES = (1, 4, 2)
"""Bytes of a row of the table of places: its kind, a place or the number of a pack, a place in the pack."""
PACK_LIMIT = 2 ** (8 * _ROW_SIZES[2])

Numbered = tuple[int, bytes]


def packed(
    packs: Sequence[Sequence[Numbered]], streams: Sequence[Numbered], trailer: Mapping[str, bytes], identifier: bytes
) -> bytes:
    """The file. Each pack becomes one stream of objects; `streams` are written as they are.

    `trailer` names the objects that a reader begins with; `identifier` is the first part of the file's id.
    """
    parts = [HEADER]
    rows: dict[int, tuple[int, int, int]] = {0: (0, 0, 2**16 - 1)}
    place = len(HEADER)

    def write(number: int, data: bytes) -> None:
        nonlocal place
        rows[number] = (1, place, 0)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, data))
        place += len(parts[-1])

    for number, data in streams:
        write(number, data)
    following = max(number for group in (streams, *packs) for number, _ in group) + 1
    for pack in _within_limit(packs):
        rows |= {number: (2, following, index) for index, (number, _) in enumerate(pack)}
        write(following, _object_stream(pack))
        following += 1
    rows[following] = (1, place, 0)
    content_hash = md5(b"".join(parts), usedforsecurity=False).hexdigest().encode()
    table = b"".join(
        value.to_bytes(size, "big")
        for number in range(following + 1)
        for value, size in zip(rows.get(number, (0, 0, 0)), _ROW_SIZES, strict=True)
    )
    extra = b"/Type /XRef/W [%d %d %d]/Size %d" % (*_ROW_SIZES, following + 1)
    extra += b"".join(b"/%s %s" % (name.encode(), reference) for name, reference in trailer.items())
    extra += b"/ID [(%s) (%s)]" % (identifier, content_hash)
    start = place
    write(following, _compressed(extra, table))
    return b"".join((*parts, b"startxref\n%d\n%%%%EOF\n" % start))


def _within_limit(packs: Sequence[Sequence[Numbered]]) -> list[Sequence[Numbered]]:
    return [pack[begin : begin + PACK_LIMIT] for pack in packs for begin in range(0, len(pack), PACK_LIMIT)]


def _object_stream(pack: Sequence[Numbered]) -> bytes:
    places = accumulate((len(data) + 1 for _, data in pack), initial=0)
    index = b" ".join(b"%d %d" % (number, place) for (number, _), place in zip(pack, places, strict=False))
    body = b"\n".join((index, *(data for _, data in pack)))
    return _compressed(b"/Type /ObjStm/N %d/First %d" % (len(pack), len(index) + 1), body)


def _compressed(extra: bytes, body: bytes) -> bytes:
    data = zlib.compress(body, LEVEL)
    return b"<<%s/Filter /FlateDecode/Length %d>>\nstream\n%s\nendstream" % (extra, len(data), data)
