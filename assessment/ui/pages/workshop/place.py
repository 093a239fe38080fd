"""What every part of the workshop's page needs: the assessment as it stands, its framework, and the room."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.access.permissions import Permission
from assessment.domain.answered.assessment import Assessment, AssessmentHeader, AssessmentState, Respondent
from assessment.domain.authored.framework import Framework, Item
from assessment.domain.workshop.room import Phase, Room
from assessment.ui import access, session


@dataclass(frozen=True, slots=True, kw_only=True)
class Cockpit:
    """Where the facilitator is. `room` is the open workshop, None where none is open.

    `may_lead_people`: they may open and close rooms, and see who is in one by name.
    """

    assessment: Assessment
    framework: Framework
    room: Room | None
    may_lead_people: bool = True

    @classmethod
    def read(cls, assessment_id: str, room: Room | None) -> Cockpit:
        """The place as the store has it now."""
        services, actor = session.plumbline(), session.actor()
        return cls(
            assessment=services.assessments.load(actor, assessment_id),
            framework=services.assessments.framework(actor, assessment_id),
            room=room,
            may_lead_people=access.may(Permission.PEOPLE, assessment_id),
        )

    @property
    def header(self) -> AssessmentHeader:
        """The assessment's header."""
        return self.assessment.header

    @property
    def assessment_id(self) -> str:
        """Id of the assessment."""
        return self.assessment.header.id

    @property
    def respondents(self) -> tuple[Respondent, ...]:
        """The people of the assessment, anonymous ones too."""
        return self.assessment.respondents

    @property
    def is_locked(self) -> bool:
        """True once the assessment is no draft any more."""
        return self.header.state is not AssessmentState.DRAFT

    @property
    def item(self) -> Item | None:
        """The question that the room is at; None in the lobby, also where it pauses behind a question."""
        return None if self.room is None or self.room.phase is Phase.LOBBY else self.last_item

    @property
    def last_item(self) -> Item | None:
        """The question that was put to the room last, also while it pauses; None before the first."""
        return None if self.room is None else self.framework.item_by_id.get(self.room.item_id or "")

    def open_round(self, item: Item) -> int:
        """The round in which phones are voting on a question; 0 where they are not."""
        room = self.room
        return room.round_number if room is not None and room.phase is Phase.VOTING and room.item_id == item.id else 0

    def key(self, name: str) -> str:
        """The key of a widget of this assessment's workshop."""
        return f"workshop:{self.assessment_id}:{name}"

    def item_key(self, item: Item, name: str) -> str:
        """The key of a widget of one question."""
        return self.key(f"{item.id}:{name}")
