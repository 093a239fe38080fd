"""What a framework is: processes, attributes, items and everything a questionnaire says.

The same models validate the YAML files of `questionnaires/` and feed the scoring. Field descriptions become
the JSON Schema's, so they are written for the author of a questionnaire. Every text is plain: no Markdown, no HTML.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
EVERY_PROCESS = "*"
STATEMENT_COUNT = 6

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=80)]
ItemId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+\.[a-z0-9-]+$", max_length=160)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=120, strip_whitespace=True)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=1200, strip_whitespace=True)]
Publication = Literal["ITIL 4", "ISO/IEC 20000-1:2018", "COBIT 2019"]
PaperLines = Annotated[str, StringConstraints(pattern=r"^\d+(-\d+)?(; \d+(-\d+)?)*$", max_length=80)]


class FrameworkModel(BaseModel):
    """Base of everything an author writes: strict, frozen, no unknown keys."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Origin(StrEnum):
    """Where a part of the framework comes from."""

    PAPER = "paper"
    EXTENSION = "extension"


class Effort(StrEnum):
    """Days of work an action takes, of everybody together: S up to 5, M up to 20, L up to 60 (own rule).

    They count as 1, 2 and 3 points (METHOD.md section 13). How long it takes on the calendar is another thing.
    """

    SMALL = "S"
    MEDIUM = "M"
    LARGE = "L"

    @property
    def point_count(self) -> int:
        """Points of this size, 1 to 3."""
        return {"S": 1, "M": 2, "L": 3}[self.value]


class LinkageKind(StrEnum):
    """How sure the paper is of a linkage, or that it is this framework's own."""

    STATED = "stated"
    INTERACTION = "interaction"
    IMPLIED = "implied"
    EXTENSION = "extension"


class RatingLetter(StrEnum):
    """The six letters of the item scale, from not done to fully."""

    N = "N"
    P_MINUS = "P-"
    P_PLUS = "P+"
    L_MINUS = "L-"
    L_PLUS = "L+"
    F = "F"


class ScalePoint(FrameworkModel):
    """One answer of the shared six-point scale."""

    code: int = Field(ge=0, le=5, description="Ordinal code, 0 to 5.")
    letter: RatingLetter = Field(description="Letter shown beside the colour.")
    name: Name = Field(description="Two or three words: 'Not done', 'Started'.")
    statement: Text = Field(description="What one sees when an activity is at this point. Chosen by its words.")


class LevelName(FrameworkModel):
    """A capability level and its name."""

    level: int = Field(ge=0, le=5, description="0 to 5.")
    name: Name
    meaning: Text = Field(description="One sentence a CIO understands.")


class Advice(FrameworkModel):
    """What any piece of advice says: what to do, who does it, the work and the time it takes, and how it is seen."""

    text: Text = Field(description="Verb first, one sentence. In shared actions {process} is the process's name.")
    deliverable: Text = Field(description="What exists when it is done: a record, a list, a signed page.")
    owner_role: Name = Field(description="Who typically does it.")
    effort: Effort = Field(description="Days of work, of everybody together: S up to 5, M up to 20, L up to 60.")
    elapsed_weeks: int | None = Field(
        default=None,
        ge=1,
        le=104,
        exclude_if=lambda value: value is None,  # content without it keeps the hash it had before there was this field
        description="Weeks on the calendar, 1 to 104, from its start until its evidence can be seen: waiting, trial "
        "runs and the months that the evidence asks for included.",
    )
    evidence: Text = Field(description="How anyone can see that it is done.")


class Action(Advice):
    """One piece of advice: how to raise one attribute by one step of the item scale."""

    to: RatingLetter = Field(description="The letter this action leads to: P-, P+, L-, L+ or F.")
    prerequisite: Text | None = Field(default=None, description="What must be there first, if anything.")


class AnchoredItem(FrameworkModel):
    """The one question of an attribute that is answered with six statements of its own."""

    question: Text = Field(
        description="A question a team understands. In shared items {process} stands for the process's name."
    )
    good: Text = Field(description="What good looks like, one or two sentences.")
    ask_for: tuple[Text, ...] = Field(
        min_length=1, max_length=4, description="What to ask to see: a record, a report, a screen."
    )
    pitfall: Text | None = Field(default=None, description="The commonest way of fooling oneself.")
    statements: tuple[Text, ...] = Field(
        min_length=STATEMENT_COUNT, max_length=STATEMENT_COUNT, description="Six statements, from N to F."
    )


class Attribute(FrameworkModel):
    """What a process is rated on: delivery, quality control or one of the six characteristics."""

    id: Slug
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]?$")] = Field(
        description="Short code of the method page: D, Q, C1."
    )
    name: Name
    level: int = Field(ge=1, le=5, description="The capability level that needs this attribute.")
    characteristic: int | None = Field(
        default=None, ge=1, le=6, description="Number in the paper's Figure 3, if it is one of the six."
    )
    asks_activities: bool = Field(
        description="True if full depth asks each named activity instead of the anchored item."
    )
    meaning: Text = Field(description="What the attribute is about, one sentence.")
    item: AnchoredItem = Field(description="Used by each process that does not write its own.")
    actions: tuple[Action, ...] = Field(description="Used by each process that does not write its own.")


class Activity(FrameworkModel):
    """A named activity of a process, asked at full depth."""

    id: Slug = Field(description="Stable, never reused; unique in the process.")
    name: Name = Field(description="The activity's name.")
    attribute: Slug = Field(description="The attribute it belongs to: delivery or quality-control.")
    origin: Origin
    line: int | None = Field(default=None, ge=1, description="Line of the paper; required when origin is paper.")
    question: Text
    good: Text = Field(description="What good looks like, one or two sentences.")
    ask_for: tuple[Text, ...] = Field(min_length=1, max_length=4, description="What to ask to see.")
    pitfall: Text | None = Field(default=None, description="The commonest way of fooling oneself.")
    weight: float = Field(
        default=1.0, ge=0, le=10, description="Weight in the attribute; 0 is asked and shown but counts nowhere."
    )
    overlaps: tuple[ItemId, ...] = Field(
        default=(), description="Items of other processes that ask about the same work."
    )


class Metric(FrameworkModel):
    """An indicator worth having."""

    name: Name
    unit: Name
    direction: Literal["up", "down", "range"] = Field(description="Which way is better.")
    meaning: Text = Field(description="What it tells, one sentence.")


class CrosswalkEntry(FrameworkModel):
    """What the process corresponds to in another publication, by name and number only."""

    publication: Publication
    reference: Name = Field(description="Practice name, clause number and title, or objective id and name.")
    match: Literal["full", "partial"] = Field(
        description="full: this one reference holds all the work that the process's purpose names, and perhaps more. "
        "partial: it holds a part of that work."
    )


class Confusion(FrameworkModel):
    """What a process is often mistaken for."""

    process_id: Slug
    difference: Text


class Guide(FrameworkModel):
    """A facilitator's guide to one process."""

    opening: Text = Field(description="How to open the conversation.")
    minutes_quick: int = Field(ge=5, le=240, description="Minutes at quick depth.")
    minutes_full: int = Field(ge=5, le=480, description="Minutes at full depth.")
    probes: tuple[Text, ...] = Field(min_length=3, max_length=5, description="Probing questions.")
    traps: tuple[Text, ...] = Field(min_length=1, max_length=5, description="What goes wrong in the room.")


class ProcessAttribute(FrameworkModel):
    """What a process writes of its own for one attribute, in place of the shared text."""

    attribute: Slug
    item: AnchoredItem | None = None
    actions: tuple[Action, ...] = ()


class Process(FrameworkModel):
    """One process of the framework: a file `processes/<id>.yaml`."""

    id: Slug
    name: Name
    origin: Origin
    line: int | None = Field(default=None, ge=1, description="Line of the paper that names it.")
    purpose: Text = Field(description="In plain words, one or two sentences.")
    why: Text = Field(description="Why it matters to the business: one sentence a CIO repeats.")
    starts: Text = Field(description="Where the process starts.")
    ends: Text = Field(description="Where it ends.")
    confused_with: tuple[Confusion, ...] = ()
    in_the_room: tuple[Name, ...] = Field(min_length=1, max_length=8, description="Who should answer.")
    activities: tuple[Activity, ...] = Field(min_length=1)
    attributes: tuple[ProcessAttribute, ...] = ()
    metrics: tuple[Metric, ...] = ()
    crosswalk: tuple[CrosswalkEntry, ...] = ()
    guide: Guide | None = None

    @cached_property
    def own(self) -> Mapping[str, ProcessAttribute]:
        """What the process writes of its own, by attribute id."""
        return {entry.attribute: entry for entry in self.attributes}


class Group(FrameworkModel):
    """A group of processes, in the model's order."""

    id: Slug
    name: Name
    purpose: Text
    processes: tuple[Slug, ...] = Field(
        min_length=1, description="Process ids in order; each has a file processes/<id>.yaml."
    )


class Linkage(FrameworkModel):
    """One process supplying another."""

    id: Slug
    from_process: Slug = Field(description="The process that supplies.")
    to_process: Slug = Field(description="The process that receives.")
    kind: LinkageKind
    flow: Text = Field(description="What is handed over.")
    lines: PaperLines | None = None
    is_hard: bool = Field(default=False, description="True if the receiver cannot rise without the supplier.")
    question: Text = Field(description="Does it reach the receiver, complete and on time?")
    working: Text = Field(description="What a working hand-off looks like.")


class UniversalLinkage(FrameworkModel):
    """A linkage with every other process; drawn as a badge, not as lines."""

    id: Slug
    from_process: Annotated[str, StringConstraints(pattern=r"^(\*|[a-z0-9-]+)$")]
    to_process: Annotated[str, StringConstraints(pattern=r"^(\*|[a-z0-9-]+)$")]
    flow: Text
    lines: PaperLines | None = None
    counts_in_leverage: bool = Field(default=False, description="True for the outgoing linkages of the hub.")


class ScenarioProcess(FrameworkModel):
    """A process a scenario puts in scope, and how much it hurts there."""

    process: Slug
    pain: int = Field(ge=0, le=5)
    origin: Origin


class Scenario(FrameworkModel):
    """A story that leads a sponsor in; it prefills scope and pain and locks nothing."""

    id: Slug
    title: Name
    story: Text
    why: Text
    lines: PaperLines | None = None
    processes: tuple[ScenarioProcess, ...] = Field(min_length=1)


class Choice(FrameworkModel):
    """One choice of a small closed scale (technology, sourcing, readiness)."""

    id: Slug
    code: int = Field(ge=0, le=5)
    name: Name
    meaning: Text


class Preparation(Advice):
    """What to do before a step when a readiness question is answered with no."""


class ReadinessQuestion(FrameworkModel):
    """A question on roles, sponsor, resistance, skills or training."""

    id: Slug
    question: Text
    good: Text
    risk: Text = Field(description="The risk a step carries when the answer is no.")
    action: Preparation | None = Field(
        default=None,
        exclude_if=lambda value: value is None,  # content without it keeps the hash it had before there was this field
        description="The first action of the process's first step when the answer is no.",
    )


class ChecklistEntry(FrameworkModel):
    """What to look for in a process owner."""

    id: Slug
    text: Text
    lines: PaperLines | None = None


class GlossaryTerm(FrameworkModel):
    """A word and its meaning here."""

    term: Name
    meaning: Text


class FrameworkHeader(FrameworkModel):
    """`framework.yaml`: identity, attributes, levels, scale and groups."""

    id: Slug
    version: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")] = Field(
        description="Content version, three numbers."
    )
    name: Name
    description: Text
    independence: Text = Field(description="Who is not behind this framework; printed in README and report.")
    levels: tuple[LevelName, ...] = Field(min_length=6, max_length=6)
    scale: tuple[ScalePoint, ...] = Field(min_length=6, max_length=6)
    attributes: tuple[Attribute, ...] = Field(min_length=1, description="In the order of the method's table.")
    groups: tuple[Group, ...] = Field(min_length=1)


class LinkagesFile(FrameworkModel):
    """`linkages.yaml`."""

    linkages: tuple[Linkage, ...]
    universal: tuple[UniversalLinkage, ...] = ()


class ScenariosFile(FrameworkModel):
    """`scenarios.yaml`."""

    scenarios: tuple[Scenario, ...]


class OrganisationFile(FrameworkModel):
    """`organisation.yaml`: technology, sourcing, readiness and the process-owner checklist."""

    technology: tuple[Choice, ...] = Field(min_length=6, max_length=6)
    sourcing: tuple[Choice, ...] = Field(min_length=2)
    readiness: tuple[ReadinessQuestion, ...]
    owner_checklist: tuple[ChecklistEntry, ...]


class GlossaryFile(FrameworkModel):
    """`glossary.yaml`."""

    terms: tuple[GlossaryTerm, ...]
