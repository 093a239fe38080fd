"""The first look at an uploaded file: unpacked, and taken apart without building what it holds.

An export of 500 people has a quarter of a million entries. So the file is read as bytes, once, for its brackets and
keys; the entries of its lists are cut out and read one by one by whoever knows what they should be; only the outline
that is left becomes values. What is too big, too deep or ambiguous is refused on the way.
"""

from __future__ import annotations

import codecs
import json
import re
import zlib
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn, TypeAlias

from assessment.errors import ImportRefused

MAX_BYTES = 300_000_000  # unpacked: 250,000 answers with the longest ids, 10,000,000 characters in their longest form
MAX_PIECE_BYTES = 2_000_000  # of one entry, and of the outline: many times what the models allow
MAX_DEPTH = 32
_SEPARATOR_BYTES = 64  # between two entries: a comma, a line break, an indent
HOLE = "(entry)"  # stands in the outline for an entry that was cut out
_CHUNK_BYTES = 1_000_000
_GZIP = zlib.MAX_WBITS | 16
# A key with the string that is its value, a string, or a bracket. Possessive: no backtracking, no memory. A string that
# never ends is one token to the end of the file.
_STRING = rb'"([^"\\]*+(?:\\.[^"\\]*+)*+)(?:"|\\?\Z)'
_TOKEN = re.compile(rb"%s(\s*+:\s*+(?:%s)?)?|[\[\]{}]" % (_STRING, _STRING.replace(b"([", b"(?:[", 1)), re.DOTALL)
_IS_KEY = 2
_OBJECT = b"{"[0]
_OPENING, _CLOSING = b"[{", b"]}"
_ENTRY_DEPTH = 3

ListName: TypeAlias = tuple[str, str]


class _Refused(ValueError):
    """Raised while taking apart; its text is the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A JSON file taken apart: `outline` has `HOLE` in place of every object in a list two keys deep.

    `places` holds the first byte of each of those and the one behind its last, in turn, by the two keys.
    """

    content: bytes
    outline: Any
    places: Mapping[ListName, array[int]]

    def entry_count(self, name: ListName) -> int:
        """How many entries a list has."""
        return len(self.places.get(name, ())) // 2

    def entries(self, name: ListName) -> Iterator[bytes]:
        """The entries of a list as they stand in the file, in its order."""
        places = self.places.get(name, array("Q"))
        for start, end in zip(places[::2], places[1::2], strict=True):
            yield self.content[start:end]


def take_apart(content: bytes, file_name: str) -> Upload:
    """The JSON file, plain or packed with gzip, taken apart.

    Raises ImportRefused for what is no UTF-8 or no JSON as far as the outline shows, too big, too deep, or names a key
    twice in one place.
    """
    try:
        content = _unpacked(content).removeprefix(codecs.BOM_UTF8)
        if len(content) > MAX_BYTES:
            raise _Refused(f"it has {len(content):,} bytes, at most {MAX_BYTES:,} are allowed")
        _require_utf8(content, file_name)
        places = _places(content)
    except _Refused as error:
        raise ImportRefused(file_name, "", str(error)) from error
    return Upload(content=content, outline=_outline(content, places, file_name), places=places)


def _unpacked(content: bytes) -> bytes:
    """The file itself, or what is packed in it: measured before it is unpacked, as a small file may hold a huge one."""
    if not content.startswith(b"\x1f\x8b"):
        return content
    unpacking = zlib.decompressobj(wbits=_GZIP)
    size, rest = 0, content
    try:
        while rest and not unpacking.eof and size <= MAX_BYTES:
            size += len(unpacking.decompress(rest, _CHUNK_BYTES))
            rest = unpacking.unconsumed_tail
    except zlib.error as error:
        raise _Refused("it is damaged: it cannot be unpacked with gzip") from error
    if size > MAX_BYTES:
        raise _Refused(f"it has more than {MAX_BYTES:,} bytes once it is unpacked")
    if not unpacking.eof or unpacking.unused_data:
        raise _Refused("it is damaged: something is missing at its end, or follows it")
    return zlib.decompress(content, wbits=_GZIP, bufsize=max(size, 1))


def _require_utf8(content: bytes, file_name: str) -> None:
    """Raise ImportRefused for anything but UTF-8; a piece at a time, as text may take four times the bytes."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    for start in range(0, len(content) + 1, _CHUNK_BYTES):
        rest = len(decoder.getstate()[0])  # of a character that the piece before broke off in
        piece = content[start : start + _CHUNK_BYTES]
        try:
            decoder.decode(piece, final=start + len(piece) == len(content))
        except UnicodeDecodeError as error:
            where = f"byte {start - rest + error.start}"
            raise ImportRefused(file_name, where, "it is not UTF-8 text") from error


def _places(content: bytes) -> dict[ListName, array[int]]:
    """Where the entries are; one pass over the brackets and keys of the file."""
    found: dict[ListName, array[int]] = {}
    open_keys: list[set[bytes] | None] = []  # the keys of each open bracket; None for a list
    path = ["", ""]  # the last key of the outer two objects
    entry_start = -1
    piece_start = 0  # of the entry that is being read, or of the outline as if the entries were not there
    cut_bytes = 0
    for token in _TOKEN.finditer(content):
        at = token.start()
        if token.lastindex == _IS_KEY:
            _require_small(at - piece_start)
            if open_keys and (keys := open_keys[-1]) is not None:  # elsewhere it is for the parser to refuse
                keys.add(_new_key(token.group(1), keys))
                if len(open_keys) <= 2:
                    path[len(open_keys) - 1] = token.group(1).decode("utf-8")
        elif (mark := content[at]) in _OPENING:
            if mark == _OBJECT and entry_start < 0 and _are_list_of_two_keys(open_keys):
                entry_start = piece_start = at
            _require_small(at - piece_start)
            _require_shallow(len(open_keys))
            open_keys.append(set() if mark == _OBJECT else None)
        elif mark in _CLOSING and open_keys:
            open_keys.pop()
            if entry_start >= 0 and len(open_keys) == _ENTRY_DEPTH:
                end = token.end()
                _require_small(end - entry_start)
                found.setdefault((path[0], path[1]), array("Q")).extend((entry_start, end))
                cut_bytes += end - entry_start + _SEPARATOR_BYTES
                entry_start, piece_start = -1, cut_bytes
    _require_small(len(content) - piece_start)
    return found


def _are_list_of_two_keys(open_keys: list[set[bytes] | None]) -> bool:
    """Whether the innermost open bracket is a list that is the value of a key of the value of a key."""
    return len(open_keys) == _ENTRY_DEPTH and open_keys[-1] is None and None not in open_keys[:-1]


def _new_key(key: bytes, keys: set[bytes]) -> bytes:
    if key in keys:
        raise _Refused(f"it names the key '{key[:80].decode('utf-8', 'replace')}' twice in one place")
    if b"\\" in key:
        raise _Refused(f"it writes the key '{key[:80].decode('utf-8', 'replace')}' with a backslash")
    return key


def _require_shallow(depth: int) -> None:
    if depth == MAX_DEPTH:
        raise _Refused(f"it is nested deeper than {MAX_DEPTH} levels")


def _require_small(byte_count: int) -> None:
    if byte_count > MAX_PIECE_BYTES:
        raise _Refused(f"one entry, or what is beside the entries, has more than {MAX_PIECE_BYTES:,} bytes")


def _outline(content: bytes, places: Mapping[ListName, array[int]], file_name: str) -> Any:
    edges = sorted(edge for found in places.values() for edge in found)
    hole = json.dumps(HOLE).encode()
    bounds = [0, *edges, len(content)]
    text = hole.join(content[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)).decode()
    try:
        return json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        at = len(text[: error.pos].encode())
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            if start >= at:
                break
            at += end - start - len(hole)
        line, column = content.count(b"\n", 0, at) + 1, at - content.rfind(b"\n", 0, at)
        raise ImportRefused(file_name, f"line {line}, column {column}", "it is not valid JSON") from error
    except _Refused as error:
        raise ImportRefused(file_name, "", str(error)) from error
    except (RecursionError, ValueError) as error:  # a number of thousands of digits raises ValueError
        raise ImportRefused(file_name, "", "it holds a number or nesting that cannot be read") from error


def _no_constant(name: str) -> NoReturn:
    raise _Refused(f"it holds {name}, which is no number")
