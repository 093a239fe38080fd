"""A row a quote: what people said and showed, as far as it was released."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.authored.framework import Item
from assessment.domain.computed import Computed
from assessment.domain.disclosure.people import Voice, voices
from assessment.views.names import process_name
from assessment.views.quotes import speaker
from assessment.views.sheets.fields import Field, sheet_of, text
from assessment.views.sheets.model import Sheet
from assessment.views.wording.sheets import ratings as words

SHEET_ID = "quotes"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quoted:
    voice: Voice
    item: Item
    process: str


def quotes_sheet(computed: Computed) -> Sheet:
    """Every quote that a reader may see of the processes in scope, process by process."""
    framework = computed.framework
    order = {process_id: place for place, process_id in enumerate(computed.assessment.scope)}
    found = []
    for voice in voices(framework, computed.assessment):
        item = framework.item_by_id[voice.note.item_id]
        if item.process_id in order:
            found.append(_Quoted(voice=voice, item=item, process=process_name(framework, item.process_id)))
    fields: tuple[Field[_Quoted], ...] = (
        text("process-id", lambda one: one.item.process_id, 22),
        text("process", lambda one: one.process, 28),
        text("item-id", lambda one: one.item.id, 30),
        text("where", lambda one: one.item.name, 30),
        text("who", lambda one: speaker(one.voice), 22),
        text("text", lambda one: one.voice.note.text, 80),
    )
    found.sort(key=lambda one: order[one.item.process_id])
    return sheet_of(SHEET_ID, words.QUOTES_NAME, words.QUOTE_COLUMNS, fields, found)
