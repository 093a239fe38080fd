"""Who acts, and what is acted on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody who calls a service: the id of an account, a name for the screen, and what they are signed in by.

    `sign_in` is the SHA-256 of the token of one browser; None for whoever acts for an account at the machine itself.
    """

    id: str
    name: str
    sign_in: str | None = None


LOCAL_ACTOR = Actor(id="local", name="Local user")
"""Whoever is at the machine itself: may do everything."""


class Subject(StrEnum):
    """What an operation acts on."""

    INSTALLATION = "installation"  # nothing narrower: only what was given for everything reaches it
    SHARED = "shared"  # frameworks and layouts, which everybody works with: what was given anywhere reaches them
    FRAMEWORK = "framework"
    ORGANISATION = "organisation"
    NAMED_ORGANISATION = "named organisation"  # by its name, in whatever spelling; one that is not there is everybody's
    ASSESSMENT = "assessment"
    RESPONDENT = "respondent"  # one respondent's own answers in one assessment
    JOB = "job"  # something being printed; what counts is the thing it was begun on


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One thing acted on: its kind, and its ids from the widest to the narrowest."""

    subject: Subject
    ids: tuple[str, ...] = ()


SHARED = Thing(subject=Subject.SHARED)
# the arguments that name a thing, and how a thing is called that is not there or not for this actor
NAMED_BY: Mapping[Subject, tuple[str, ...]] = MappingProxyType(
    {
        Subject.INSTALLATION: (),
        Subject.SHARED: (),
        Subject.FRAMEWORK: ("framework_id",),
        Subject.ORGANISATION: ("organisation_id",),
        Subject.NAMED_ORGANISATION: ("name",),
        Subject.ASSESSMENT: ("assessment_id",),
        Subject.RESPONDENT: ("assessment_id", "respondent_id"),
        Subject.JOB: ("job_id",),
    }
)
CALLED: Mapping[Subject, str] = MappingProxyType(
    {
        Subject.INSTALLATION: "This",
        Subject.SHARED: "This",
        Subject.FRAMEWORK: "This framework",
        Subject.ORGANISATION: "This organisation",
        Subject.NAMED_ORGANISATION: "This organisation",
        Subject.ASSESSMENT: "This assessment",
        Subject.RESPONDENT: "This assessment",
        Subject.JOB: "This document",
    }
)


def assessment_thing(assessment_id: str) -> Thing:
    """An assessment."""
    return Thing(subject=Subject.ASSESSMENT, ids=(assessment_id,))


def organisation_thing(organisation_id: str) -> Thing:
    """An organisation."""
    return Thing(subject=Subject.ORGANISATION, ids=(organisation_id,))


def organisation_named(name: str) -> Thing:
    """The organisation of a name."""
    return Thing(subject=Subject.NAMED_ORGANISATION, ids=(name,))
