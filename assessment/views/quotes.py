"""What people said and showed, where it may be quoted: by role, and by no role that would tell who it was."""

from __future__ import annotations

from assessment.domain.answered.assessment import NoteKind
from assessment.domain.computed import Computed
from assessment.domain.disclosure.people import Voice, voices
from assessment.views.model import Quote
from assessment.views.names import item_name
from assessment.views.wording import answers as words


def released_quotes(computed: Computed, process_id: str) -> tuple[Quote, ...]:
    """What is quoted of a process, in the order in which it is kept."""
    return tuple(_quote(computed, voice) for voice in voices(computed.framework, computed.assessment, process_id))


def quotes_of(computed: Computed, item_id: str) -> tuple[Quote, ...]:
    """What is quoted of one question."""
    process_id = computed.framework.item_by_id[item_id].process_id
    found = voices(computed.framework, computed.assessment, process_id)
    return tuple(_quote(computed, voice) for voice in found if voice.note.item_id == item_id)


def _quote(computed: Computed, voice: Voice) -> Quote:
    return Quote(text=voice.note.text, who=speaker(voice), where=item_name(computed.framework, voice.note.item_id))


def speaker(voice: Voice) -> str:
    """Who said it or showed it, by role where that is told."""
    is_evidence = voice.note.kind is NoteKind.EVIDENCE
    if voice.role is None:
        return words.SHOWN_BY_SOMEBODY if is_evidence else words.SAID_BY_SOMEBODY
    return words.SHOWN_BY[voice.role] if is_evidence else words.SAID_BY[voice.role]
