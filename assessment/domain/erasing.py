"""Where a person is named, and what becomes of it when the person is erased."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MentionKind(StrEnum):
    """What somebody is where they are named."""

    RESPONDENT = "respondent"
    REMOVED = "removed"  # a respondent in the bin
    OWNER = "owner"
    SPONSOR = "sponsor"
    TARGET_APPROVER = "target-approver"
    ACTION_OWNER = "action-owner"
    STEP_OWNER = "step-owner"
    PLAN_SAVER = "plan-saver"
    DECISION_OWNER = "decision-owner"
    SIGN_OFF_APPROVER = "sign-off-approver"
    CLAIM_APPROVER = "claim-approver"
    UNPLACED = "unplaced"  # kept, and no entry refers to it


class AnswersBecome(StrEnum):
    """What becomes of somebody's answers; in a signed-off assessment they stay always."""

    STAY = "stay"  # with role, unit and everything written, without the name
    ANONYMOUS = "anonymous"  # the values alone: no unit, no notes, no reasons but where one is required
    GO = "go"  # with everything that is theirs


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where somebody is named. `id` says which of the people of that name is meant.

    `subject_id` is the respondent, process or action; `answer_count` and `present_count` are a respondent's: answers,
    and values of the room at whose agreement they were.
    """

    id: str
    name: str
    kind: MentionKind
    assessment_id: str
    assessment_name: str
    is_signed_off: bool
    is_in_bin: bool = False
    subject_id: str = ""
    answer_count: int = 0
    present_count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TextWithName:
    """A text that people wrote and in which a name occurs. `assessment_id` is "" for what belongs to no assessment.

    `is_fixed` where a name cannot be taken out of it: the content of a file.
    """

    assessment_id: str
    assessment_name: str
    what: str
    text: str
    is_fixed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedAccount:
    """An account of that name."""

    id: str
    name: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasurePreview:
    """Everywhere a name occurs: mentions by ids, texts, accounts, and the backups that hold it, by file name."""

    name: str
    mentions: tuple[Mention, ...]
    texts: tuple[TextWithName, ...]
    accounts: tuple[NamedAccount, ...]
    backups: tuple[str, ...]

    @property
    def namesakes(self) -> frozenset[str]:
        """The respondents of an assessment in which another one has the name too: by name alone nobody can tell."""
        people = [one for one in self.mentions if one.kind in (MentionKind.RESPONDENT, MentionKind.REMOVED)]
        each = [one.assessment_id for one in people]
        return frozenset(one.id for one in people if each.count(one.assessment_id) > 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What an erasure did, and the files that still hold the name: backups, or because somebody else has it."""

    mention_count: int
    text_count: int
    removed_count: int
    backups: tuple[str, ...]
    other_files: tuple[str, ...]
