"""The stamp of a file that leaves the house: what it was made from, so that it can be made again and compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from assessment.domain.anchor import Anchor

MARK = "plumbline-stamp"
_STAMP = re.compile(
    rf"{MARK} kind=(?P<kind>[a-z-]+) snapshot=(?P<snapshot>[0-9a-f]{{64}}) printed=(?P<printed>\d{{4}}-\d\d-\d\d)"
    r" version=(?P<version>[0-9A-Za-z.+-]+) paper=(?P<paper>[A-Za-z0-9]+|-) layout=(?P<layout>[0-9a-f]{64}|-)"
    r"(?: journal=(?P<seq>[0-9]{1,12}):(?P<head>[0-9a-f]{64}))?(?: before=(?P<before>[0-9a-f]{64}))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What a file was made from.

    `kind` is that of the file (`executive`, `full`, `deck`, `workbook`, `csv`, `bundle` ...), `snapshot_hash` the whole
    hash, `printed_on` the day it was made, `paper` the paper's name, `layout` the SHA-256 of its layout; "" for none.
    `anchor` is the entry of the assessment's journal that it stands at; None where nothing was stored, and in files of
    before there was one. `before_hash` is the snapshot of the earlier assessment that it is set beside; "" for none.
    """

    kind: str
    snapshot_hash: str
    printed_on: date
    product_version: str
    paper: str = ""
    layout: str = ""
    anchor: Anchor | None = None
    before_hash: str = ""


def stamp_text(stamp: Stamp) -> str:
    """The stamp as one line of plain letters, which every file format has a place for.

    >>> one = Stamp(kind="deck", snapshot_hash="0" * 64, printed_on=date(2026, 11, 30), product_version="0.1.0")
    >>> read_stamp(f"before {stamp_text(one)} behind") == one
    True
    """
    anchor = "" if stamp.anchor is None else f" journal={stamp.anchor.seq}:{stamp.anchor.head}"
    before = f" before={stamp.before_hash}" if stamp.before_hash else ""
    return (
        f"{MARK} kind={stamp.kind} snapshot={stamp.snapshot_hash} printed={stamp.printed_on.isoformat()}"
        f" version={stamp.product_version} paper={stamp.paper or '-'} layout={stamp.layout or '-'}"
        f"{anchor}{before}"
    )


def read_stamp(text: str) -> Stamp | None:
    """The first stamp in a text; None where there is none, or its day is none.

    >>> read_stamp("no stamp") is None
    True
    """
    found = _STAMP.search(text)
    if found is None:
        return None
    try:
        printed_on = date.fromisoformat(found["printed"])
    except ValueError:
        return None
    return Stamp(
        kind=found["kind"],
        snapshot_hash=found["snapshot"],
        printed_on=printed_on,
        product_version=found["version"],
        paper=found["paper"].strip("-"),
        layout=found["layout"].strip("-"),
        anchor=None if found["head"] is None else Anchor(seq=int(found["seq"]), head=found["head"]),
        before_hash=found["before"] or "",
    )
