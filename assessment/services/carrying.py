"""What an uploaded export carries beside its document: the framework, put together from its pieces and measured before
it is built, and the sign-off.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from pydantic import ValidationError

from assessment.catalogue import CARRIED_PART_LIMIT, CARRIED_SIZE_LIMIT
from assessment.errors import ImportRefused
from assessment.services.export_format import CARRIED, CARRIED_SIGN_OFF
from assessment.services.signing import CarriedSignOff, JournalLine
from assessment.services.upload import HOLE, Upload
from assessment.services.validation import first_refusal, path


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What an export carries as its framework, not judged yet. `text` is its canonical JSON, `hash` the SHA-256."""

    values: Mapping[str, Any]
    text: str

    @property
    def hash(self) -> str:
        """64 hexadecimal digits; those of the framework that the export names, or it carries another."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def carried_by(upload: Upload, file_name: str) -> Carried | None:
    """What an upload carries; None where it carries nothing. ImportRefused where that is too large or no framework."""
    found = upload.outline.get(CARRIED)
    if found is None:
        return None
    if not isinstance(found, dict):
        raise ImportRefused(file_name, CARRIED, "it is no framework")
    _require_small(upload, found, file_name)
    values = {name: _filled(upload, name, value, file_name) for name, value in found.items()}
    try:
        text = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
        text.encode()
    except ValueError as error:  # half a character, or a number without end
        raise ImportRefused(file_name, CARRIED, "it holds a character or number that cannot be stored") from error
    return Carried(values=values, text=text)


def signed_by(upload: Upload, file_name: str) -> CarriedSignOff | None:
    """The sign-off that an upload carries, not believed yet; None for none, ImportRefused for what is not one."""
    found = upload.outline.get(CARRIED_SIGN_OFF)
    if found is None:
        return None
    name = (CARRIED_SIGN_OFF, "journal")
    if not isinstance(found, dict) or found.get("journal") != [HOLE] * upload.entry_count(name):
        raise ImportRefused(file_name, CARRIED_SIGN_OFF, "it is no sign-off with its journal")
    place: tuple[int | str, ...] = (CARRIED_SIGN_OFF,)
    try:
        sign_off = CarriedSignOff.model_validate_json(json.dumps({**found, "journal": []}))
        lines: list[JournalLine] = []
        for index, entry in enumerate(upload.entries(name)):
            place = (*name, index)
            lines.append(JournalLine.model_validate_json(entry))
    except ValidationError as error:
        first = first_refusal(error)
        raise ImportRefused(file_name, f"{path(place)}.{first.where}".rstrip("."), first.reason) from error
    return sign_off.model_copy(update={"journal": tuple(lines)})


def _require_small(upload: Upload, found: Mapping[str, Any], file_name: str) -> None:
    """Raise ImportRefused for more bytes or values than any framework has, before a piece of it is parsed."""
    size = part_count = 0
    for name in found:
        for entry in upload.entries((CARRIED, name)):
            size += len(entry)
            part_count += sum(map(entry.count, (b",", b"[", b"{")))
    if size > CARRIED_SIZE_LIMIT:
        reason = f"the framework it carries has more than {CARRIED_SIZE_LIMIT:,} bytes"
    elif part_count > CARRIED_PART_LIMIT:
        reason = "the framework it carries holds more values than are read"
    else:
        return
    raise ImportRefused(file_name, CARRIED, f"{reason}; that is many times what one needs")


def _filled(upload: Upload, name: str, value: Any, file_name: str) -> Any:
    """One part of it, with the entries of a list that were cut out of the outline."""
    entries = list(upload.entries((CARRIED, name)))
    if not isinstance(value, list) or (not entries and HOLE not in value):
        return value
    place = f"{CARRIED}.{name}"
    if value != [HOLE] * len(entries):
        raise ImportRefused(file_name, place, "it is no list of entries of one kind")
    try:
        return [json.loads(entry, parse_constant=_no_constant) for entry in entries]
    except (ValueError, RecursionError) as error:
        raise ImportRefused(file_name, place, "it is not valid JSON") from error


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)
