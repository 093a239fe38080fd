"""What people said and showed, where the facilitator released it: by role, and by no role below the anonymity floor."""

from __future__ import annotations

from assessment.domain.answered.assessment import Assessment, Note, NoteKind, Role
from assessment.domain.computed import Computed
from assessment.views.model import Quote
from assessment.views.names import item_name
from assessment.views.wording import answers as words


def released_quotes(computed: Computed, process_id: str) -> tuple[Quote, ...]:
    """The released notes to the items of a process, in the order in which they are kept."""
    items = computed.framework.item_by_id
    return tuple(
        Quote(
            text=note.text,
            who=_speaker(computed.assessment, note),
            where=item_name(computed.framework, note.item_id),
        )
        for note in computed.assessment.notes
        if note.is_released and note.item_id in items and items[note.item_id].process_id == process_id
    )


def _speaker(assessment: Assessment, note: Note) -> str:
    is_evidence = note.kind is NoteKind.EVIDENCE
    role = _told_role(assessment, note.respondent_id)
    if role is None:
        return words.SHOWN_BY_SOMEBODY if is_evidence else words.SAID_BY_SOMEBODY
    return words.SHOWN_BY[role] if is_evidence else words.SAID_BY[role]


def _told_role(assessment: Assessment, respondent_id: str) -> Role | None:
    """The role of a respondent where enough people share it; None for one who is gone, and for other than the three."""
    respondent = assessment.respondent_by_id.get(respondent_id)
    if respondent is None or respondent.role is Role.OTHER:
        return None
    alike = sum(other.role is respondent.role for other in assessment.respondents)
    return respondent.role if alike >= assessment.header.anonymity_floor else None
