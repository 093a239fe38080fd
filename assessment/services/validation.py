"""Values from outside as models, and what is wrong with them in plain words: where, why, what to do."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from assessment.errors import InvalidInput

ModelT = TypeVar("ModelT", bound=BaseModel)
SHOWN_CHARACTERS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One value that is refused: where (a path such as `ratings[3].answer.code`), why, and what to do."""

    where: str
    reason: str
    remedy: str


def checked(model: type[ModelT], **values: Any) -> ModelT:
    """An entry from loose values, as a form gives them; raises InvalidInput in plain words where the model refuses one.

    >>> from assessment.domain.answered.assessment import Flag
    >>> checked(Flag, item_id="change.assess").item_id
    'change.assess'
    """
    try:
        return model(**values)
    except ValidationError as error:
        raise _invalid(error, model) from error


def validated(entry: ModelT) -> ModelT:
    """The entry, or InvalidInput: nothing tells one made by `model_construct` or `model_copy` from a validated one.

    One pass over the fields as they are, a few microseconds; the same rules as when an entry is made.
    """
    try:
        return type(entry).model_validate(entry.model_dump(warnings=False))
    except ValidationError as error:
        raise _invalid(error, type(entry)) from error


def first_refusal(error: ValidationError) -> Refusal:
    """The first thing pydantic found, in words."""
    return _in_words(dict(error.errors(include_url=False)[0]))


def path(location: tuple[int | str, ...]) -> str:
    """A place in a document as people write it.

    >>> path(("ratings", 3, "answer", "code"))
    'ratings[3].answer.code'
    """
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location).removeprefix(".")


def _invalid(error: ValidationError, model: type[BaseModel]) -> InvalidInput:
    first = first_refusal(error)
    where = " ".join(part for part in (_title(model), first.where.replace("_", " ")) if part)
    return InvalidInput(where, first.reason, first.remedy)


_TITLES = {
    "AssessmentHeader": "Assessment",
    "NewAssessment": "Assessment",
    "HeaderChange": "Assessment",
    "AgreedValue": "Agreed value",
    "SignOff": "Sign-off",
    "RoomChange": "Room",
}


def _title(model: type[BaseModel]) -> str:
    if model.__name__ in _TITLES:
        return _TITLES[model.__name__]
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in model.__name__)
    return words.strip().capitalize()


def _in_words(detail: Mapping[str, Any]) -> Refusal:
    reason, remedy = _reason(detail["type"], detail.get("ctx") or {}, detail.get("input"), detail["msg"])
    return Refusal(where=path(detail["loc"]), reason=reason, remedy=remedy)


def _reason(kind: str, context: Mapping[str, Any], given: object, message: str) -> tuple[str, str]:
    shown = _shown(given)
    length = len(given) if isinstance(given, str | tuple | list) else 0
    reasons: dict[str, tuple[str, str]] = {
        "missing": ("it is missing", "Fill it in."),
        "extra_forbidden": ("it is not known here", "Remove it or check its spelling."),
        "string_too_short": ("it is empty", "Write something."),
        "string_too_long": (
            f"it has {length:,} characters, at most {context.get('max_length', 0):,} are allowed",
            "Shorten it.",
        ),
        "string_unicode": ("it holds a character that cannot be stored", "Type the text again."),
        "string_pattern_mismatch": (f"{shown} does not have the form it needs", "Choose one that is offered."),
        "enum": (f"{shown} is not one of {context.get('expected')}", "Choose one that is offered."),
        "greater_than_equal": (f"{shown} is below {context.get('ge')}", f"Choose {context.get('ge')} or more."),
        "less_than_equal": (f"{shown} is above {context.get('le')}", f"Choose {context.get('le')} or less."),
        "greater_than": (f"{shown} is not above {context.get('gt')}", f"Choose more than {context.get('gt')}."),
        "finite_number": ("it is not a finite number", "Write a number."),
        "too_short": ("it is empty", "Choose at least one."),
        "value_error": (str(context.get("error", message)), "Correct it."),
        "date_from_datetime_parsing": (f"{shown} is not a date", "Write it as 2026-12-31."),
        "json_invalid": (f"it is not JSON: {context.get('error')}", "Export it again."),
    }
    if kind in reasons:
        return reasons[kind]
    if kind.endswith(("_type", "_parsing")):
        return f"{shown} is not {_expected(kind)}", "Correct it."
    return message[:1].lower() + message[1:], "Correct it."


def _expected(kind: str) -> str:
    names = {
        "string": "text",
        "int": "a whole number",
        "float": "a number",
        "bool": "true or false",
        "date": "a date",
        "tuple": "a list",
        "model": "an entry of this kind",
        "model_attributes": "an entry of this kind",
    }
    return names.get(kind.removesuffix("_type").removesuffix("_parsing"), "of the kind it needs")


def _shown(given: object) -> str:
    try:
        text = given if isinstance(given, str) else json.dumps(given, ensure_ascii=False)
    except (TypeError, ValueError):
        text = type(given).__name__
    text = " ".join(text.encode("utf-8", "replace").decode().split())
    return f"'{text[:SHOWN_CHARACTERS]}…'" if len(text) > SHOWN_CHARACTERS else f"'{text}'"
