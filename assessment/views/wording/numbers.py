"""Numbers, dates, lists and plurals as text: rounded once, here.

The words are English. Numbers and dates are written as the language of `written_in` writes them, which a layout chooses
and which is English elsewhere; a thread that builds views in another language changes nothing for the others.

| text | rounding |
|---|---|
| score | to one decimal, down: a shown 3.0 is always level 3 |
| gap of a score | target minus the shown score |
| share | whole percent, down: a shown 90 % is never short of it; "at most": one decimal, up |
| coefficient of agreement | to three decimals, down |
| percent, points, days, money | to the nearest, halves away from zero |
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_datetime, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

WORDS = Locale("en", "GB")
HOUSE_LANGUAGE = "en-GB"
LANGUAGES = (
    *("en-GB", "en-US", "de", "de-AT", "de-CH", "fr", "fr-CH", "es", "it", "pt", "pt-BR", "nl", "pl", "cs", "sk"),
    *("hu", "ro", "bg", "hr", "sl", "sv", "da", "nb", "fi", "et", "lv", "lt", "el", "tr", "uk", "vi", "id", "ja", "ko"),
    "zh-CN",
)
"""Languages that numbers and dates can be written in."""
_LANGUAGE: ContextVar[str] = ContextVar("language", default=HOUSE_LANGUAGE)
NO_VALUE = "–"
NO_DATA = "•"
MINUS = "−"
UNBROKEN = "\u00a0"


@contextmanager
def written_in(language: str) -> Iterator[None]:
    """Numbers and dates that are written within, in this thread, are written as a language of `LANGUAGES` does.

    Raises ValueError for any other.

    >>> with written_in("de"):
    ...     decimal_text(1234.5), long_date(date(2026, 3, 1))
    ('1.234,5', '1. März 2026')
    """
    if language not in LANGUAGES:
        raise ValueError(f"no numbers are written in '{language}'")
    token = _LANGUAGE.set(language)
    try:
        yield
    finally:
        _LANGUAGE.reset(token)


def language_name(language: str) -> str:
    """What a language of `LANGUAGES` is called, in English.

    >>> language_name("de-CH")
    'German (Switzerland)'
    """
    locale = _locale(language)
    name = locale.get_language_name(WORDS) or language
    return f"{name} ({locale.get_territory_name(WORDS)})" if locale.territory else name


def plural(count: float, forms: Mapping[str, str]) -> str:
    """The form that a count takes in the reader's language, from CLDR's categories (English: one, other), with its
    number in place of `{count}`.

    >>> plural(1, {"one": "{count} process", "other": "{count} processes"})
    '1 process'
    """
    form = forms.get(WORDS.plural_form(count), forms["other"])
    return form.replace("{count}", whole_text(count))


def counted(count: int, one: str, other: str | None = None) -> str:
    """A count with its noun.

    >>> counted(1, "process", "processes"), counted(3, "item")
    ('1 process', '3 items')
    """
    return plural(count, {"one": f"{{count}} {one}", "other": f"{{count}} {other or one + 's'}"})


def listed(names: Sequence[str], limit: int | None = None) -> str:
    """Names as a list in words; past `limit` the rest is counted.

    >>> listed(("A", "B", "C"))
    'A, B and C'
    >>> listed(("A", "B", "C", "D"), limit=2)
    'A, B and 2 more'
    """
    if limit is not None and len(names) > limit:
        return format_list([*names[:limit], f"{len(names) - limit} more"], locale=WORDS)
    return format_list(list(names), locale=WORDS) if names else ""


def either(names: Sequence[str]) -> str:
    """Names to choose from as a list in words.

    >>> either(("A", "B", "C"))
    'A, B or C'
    """
    return format_list(list(names), style="or", locale=WORDS) if names else ""


def long_date(day: date) -> str:
    """A date in words.

    >>> long_date(date(2026, 3, 1))
    '1 March 2026'
    """
    return _date(day, "yMMMMd", "d MMMM y")


def month_text(day: date) -> str:
    """A month with its year, short.

    >>> month_text(date(2026, 11, 15))
    'Nov 2026'
    """
    return _date(day, "yMMM", "MMM y")


def moment_text(moment: datetime) -> str:
    """A day with its time, short, in the moment's own time zone.

    >>> moment_text(datetime(2026, 3, 1, 14, 5))
    '1 Mar, 14:05'
    """
    return f"{_date(moment.date(), 'MMMd', 'd MMM')}, {_time(moment, 'HH:mm')}"


def time_text(moment: datetime) -> str:
    """A time of day to the second, in the moment's own time zone.

    >>> time_text(datetime(2026, 3, 1, 14, 5, 9))
    '14:05:09'
    """
    return _time(moment, "HH:mm:ss")


def _date(day: date, skeleton: str, house_pattern: str) -> str:
    """A day by the house's own pattern in its own language, else by the parts that another language orders itself."""
    return _formatted_date(day, skeleton, house_pattern, _LANGUAGE.get())


@lru_cache(maxsize=4096)
def _formatted_date(day: date, skeleton: str, house_pattern: str, language: str) -> str:
    """A day as `_date` says it; kept, because a table has many rows of few different days."""
    if language == HOUSE_LANGUAGE:
        return format_date(day, house_pattern, locale=WORDS)
    return format_skeleton(skeleton, day, locale=_locale(language))


def _time(moment: datetime, pattern: str) -> str:
    return format_datetime(moment, pattern, tzinfo=moment.tzinfo, locale=WORDS)


@lru_cache
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")


def nearest(value: float) -> int:
    """Rounded to the nearest whole number, halves away from zero.

    >>> nearest(0.5), nearest(67.4), nearest(-2.5)
    (1, 67, -3)
    """
    return int(math.copysign(math.floor(abs(value) + 0.5), value))


def rounded(value: float, decimals: int = 1) -> float:
    """Rounded to so many decimals, halves away from zero, as every text shows it.

    >>> rounded(6.55), rounded(0.125, 2)
    (6.6, 0.13)
    """
    scale: int = 10**decimals
    return nearest(round(value * scale, 6)) / scale


@lru_cache(maxsize=4096)
def _formatted(value: float, decimals: int, language: str) -> str:
    """A rounded number by its language; kept, because a report has thousands of numbers and few different ones."""
    pattern = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
    return format_decimal(value, format=pattern, locale=_locale(language)).replace("-", MINUS)


def whole_text(value: float) -> str:
    """A number to the nearest whole, thousands apart, a true minus.

    >>> whole_text(12500), whole_text(-3), whole_text(0.4)
    ('12,500', '−3', '0')
    """
    return _formatted(nearest(round(value, 6)), 0, _LANGUAGE.get())


def percent_text(value: float | None) -> str:
    """A percentage, whole; a dash where there is none.

    >>> percent_text(67.5), percent_text(None)
    ('68 %', '–')
    """
    return NO_VALUE if value is None else f"{whole_text(value)} %"


def bound_text(percent: float) -> str:
    """A bound in percent as it is, with the decimal it has.

    >>> bound_text(67.5), bound_text(85.0)
    ('67.5 %', '85 %')
    """
    return f"{number_text(percent)} %"


def share_text(share: float | None) -> str:
    """A share from 0 to 1 as a whole percentage, rounded down, so that a shown 90 % is never short of it.

    >>> share_text(0.905), share_text(0.29), share_text(None)
    ('90 %', '29 %', '–')
    """
    return NO_VALUE if share is None else f"{math.floor(share * 100 + 1e-9)} %"


def at_most_text(share: float) -> str:
    """A share from 0 to 1 as a percentage with one decimal, rounded up, so that "at most" holds.

    >>> at_most_text(0.0121), at_most_text(0.02)
    ('1.3 %', '2.0 %')
    """
    return f"{decimal_text(math.ceil(share * 1000 - 1e-6) / 10)} %"


def score_text(score: float | None) -> str:
    """A score to one decimal, rounded down, so that a shown 3.0 is always level 3.

    >>> score_text(2.99), score_text(3.0)
    ('2.9', '3.0')
    """
    return NO_VALUE if score is None else decimal_text(math.floor(score * 10 + 1e-9) / 10)


def decimal_text(value: float, decimals: int = 1) -> str:
    """A number with so many decimals, always.

    >>> decimal_text(3.0), decimal_text(18.25), decimal_text(0.125, 2)
    ('3.0', '18.3', '0.13')
    """
    return _formatted(rounded(value, decimals), decimals, _LANGUAGE.get())


def coefficient_text(value: float | None) -> str:
    """A coefficient of agreement to three decimals, rounded down, so that a shown 0.800 is never short of it.

    >>> coefficient_text(0.79999), coefficient_text(-0.0812), coefficient_text(None)
    ('0.799', '−0.082', '–')
    """
    return NO_VALUE if value is None else decimal_text(math.floor(value * 1000 + 1e-9) / 1000, 3)


def number_text(value: float | None, decimals: int = 1) -> str:
    """A plain number; whole numbers without decimals, a dash where there is none.

    >>> number_text(3.0), number_text(2.25), number_text(None)
    ('3', '2.3', '–')
    """
    if value is None:
        return NO_VALUE
    return decimal_text(value, decimals) if rounded(value, decimals) % 1 else whole_text(value)


def signed_text(value: float | None, decimals: int = 0) -> str:
    """A number with its sign, 0 without one; a true minus.

    >>> signed_text(40.0), signed_text(-20.0), signed_text(0.0), signed_text(-1.7, 1)
    ('+40', '−20', '0', '−1.7')
    """
    if value is None:
        return NO_VALUE
    text = decimal_text(value, decimals)
    return f"+{text}" if rounded(value, decimals) > 0 else "0" if rounded(value, decimals) == 0 else text


def level_text(level: int | None) -> str:
    """A level's digit, or a dash where the process has none.

    >>> level_text(0), level_text(None)
    ('0', '–')
    """
    return NO_VALUE if level is None else str(level)


def money_text(amount: float, currency: str) -> str:
    """An amount of money without cents.

    >>> money_text(12500.0, "EUR")
    'EUR\\xa012,500'
    """
    return f"{currency}{UNBROKEN}{whole_text(amount)}"


def unbroken(text: str) -> str:
    """A short text that is not parted at the end of a line."""
    return text.replace(" ", UNBROKEN)
