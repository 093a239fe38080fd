"""The journal as it is read: entries of the chains of assessments and of the installation's own, and names for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from assessment.domain.answered.assessment import AssessmentHeader, Respondent
from assessment.domain.authored.framework import Framework

INSTALLATION = "store"
"""The id of the installation's own chain: assessments that came and went, organisations, layouts, accounts, access."""
ITSELF = "plumbline"
"""Who acts where Plumbline does something by itself: an upgrade."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One entry of a chain. `noun` is the kind of thing that was changed, `key` names the thing within its kind.

    `before` and `after` are its content, None where nothing was or is; texts that people wrote are `KeptOut` there.
    """

    chain_id: str
    seq: int
    at: datetime
    actor_id: str
    operation: str
    noun: str
    key: tuple[str, ...]
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalFilter:
    """Which entries are wanted: of one actor, of one kind of thing, from a moment on, until before a moment."""

    actor_id: str | None = None
    noun: str | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainNames:
    """What things of one assessment are called: `services` and `people` by id, `framework` for what is asked."""

    header: AssessmentHeader
    framework: Framework
    respondents: tuple[Respondent, ...] = ()
    services: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalNames:
    """What is called how: accounts by id, organisations, units and layouts by noun and id, assessments by id."""

    accounts: Mapping[str, str] = field(default_factory=dict)
    things: Mapping[tuple[str, str], str] = field(default_factory=dict)
    chains: Mapping[str, ChainNames] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalPage:
    """Some entries, the newest first, of `count` that are wanted; `actor_ids` and `nouns` are what to filter by."""

    entries: tuple[Recorded, ...]
    count: int
    names: JournalNames
    actor_ids: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainCheck:
    """Whether a chain is whole: `broken_at` is the number of the first entry that was altered, removed or cut off.

    `revision` counts its entries and `head` is the hash of the last. `name` is the assessment's, None for the
    installation's own chain. Of an assessment that was removed for good `is_removed` holds, and its last hash alone is
    left: there is nothing to check.
    """

    chain_id: str
    name: str | None
    revision: int
    head: str
    broken_at: int | None = None
    is_removed: bool = False
