"""What is wrong with a value, in plain words: pydantic's findings as where, reason, remedy."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticSerializationError

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


def rechecked(entry: ModelT) -> ModelT:
    """The entry as it will be read back: validated anew, so that one made without validation is caught here."""
    try:
        checked_entry = type(entry).model_validate_json(entry.model_dump_json())
    except ValidationError as error:
        raise _invalid(error, type(entry)) from error
    except (PydanticSerializationError, UnicodeEncodeError) as error:
        raise InvalidInput(
            _title(type(entry)), "it holds a value or character that cannot be stored", "Type it again."
        ) from error
    if any(places_of_nul(checked_entry.model_dump())):
        raise InvalidInput(_title(type(entry)), "it holds an invisible character (NUL)", "Type the text again.")
    return checked_entry


def places_of_nul(values: object, place: tuple[int | str, ...] = ()) -> Iterator[tuple[int | str, ...]]:
    """Where texts hold the character NUL, which PostgreSQL cannot store."""
    if isinstance(values, str):
        if "\x00" in values:
            yield place
    elif isinstance(values, Mapping):
        for name, value in values.items():
            yield from places_of_nul(value, (*place, str(name)))
    elif isinstance(values, list | tuple):
        for index, value in enumerate(values):
            yield from places_of_nul(value, (*place, index))


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
