"""What is folded under a question: what good looks like, note and evidence, the flag, and the room's agreement."""

from __future__ import annotations

from enum import StrEnum

import streamlit as st

from assessment.domain.answered.assessment import Flag, Note, NoteKind
from assessment.domain.answered.entries import NOTE_LIMIT
from assessment.domain.authored.content import Origin
from assessment.domain.authored.framework import Horizon, Item
from assessment.services.questionnaire import SheetEntry
from assessment.ui import session
from assessment.ui.components.saved import conflict_choice, saved_sign
from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.questionnaire.agree import draw_agreement
from assessment.ui.pages.questionnaire.place import Place, answer_key

FLAG_REASON_LIMIT = 300
_NOTE_LABELS = {NoteKind.NOTE: "Note: what was said", NoteKind.EVIDENCE: "Evidence: what was seen, where"}


class Fold(StrEnum):
    """One thing to unfold."""

    GUIDANCE = "guidance"
    NOTES = "notes"
    FLAG = "flag"
    AGREE = "agree"


_LABELS = {
    Fold.GUIDANCE: "What good looks like",
    Fold.NOTES: "Note and evidence",
    Fold.FLAG: "Flag or clear",
    Fold.AGREE: "Agree in the room",
}


def draw_folds(place: Place, entry: SheetEntry) -> None:
    """Draw the row of folds, and under it what is unfolded."""
    fold = st.pills(
        "More on this question",
        [fold for fold in Fold if fold is not Fold.AGREE or len(place.respondents) > 1],
        format_func=_LABELS.__getitem__,
        key=f"questionnaire:fold:{place.respondent.id}:{entry.item.id}",
        label_visibility="collapsed",
        width="content",
    )
    _draw_fold(place, entry, fold)


def kept_words(entry: SheetEntry) -> str:
    """What is folded away but there: 'note, flag'. Not in the labels: a fold whose label changes would close."""
    there = {
        "note": entry.note,
        "evidence": entry.evidence,
        "flag": entry.flag,
    }
    return ", ".join(word for word, kept in there.items() if kept is not None)


def _draw_fold(place: Place, entry: SheetEntry, fold: Fold | None) -> None:
    """Draw what is unfolded."""
    if fold is None:
        return
    with st.container(border=True, gap="small"):
        if fold is Fold.GUIDANCE:
            _draw_guidance(place, entry.item)
        elif fold is Fold.NOTES:
            for column, kind in zip(st.columns(2), NoteKind, strict=True):
                with column:
                    _draw_note(place, entry, kind)
        elif fold is Fold.FLAG:
            _draw_flag(place, entry)
        else:
            draw_agreement(place, entry)


def _draw_guidance(place: Place, item: Item) -> None:
    good, ask = st.columns(2)
    with good:
        plain("What good looks like", "strong")
        plain(item.good)
    with ask:
        plain("Ask to see", "strong")
        st.markdown("\n".join(f"- {escaped(text)}" for text in item.ask_for))
    if item.pitfall:
        plain(f"Easily fooled by: {item.pitfall}", "quiet")
    remarks = []
    if item.weight == 0:
        remarks.append("Asked and shown, but it counts in no level.")
    if item.overlaps:
        names = [place.framework.item_by_id[item_id].name for item_id in item.overlaps]
        remarks.append(f"Touches: {', '.join(names)}.")
    if item.origin is Origin.EXTENSION:
        remarks.append("An extension: not from the paper.")
    elif item.line is not None:
        remarks.append(f"Paper, line {item.line}.")
    if remarks:
        plain(" ".join(remarks), "small")


def _draw_note(place: Place, entry: SheetEntry, kind: NoteKind) -> None:
    key = f"questionnaire:{kind}:{place.respondent.id}:{entry.item.id}"
    stored = entry.note if kind is NoteKind.NOTE else entry.evidence
    session.seed(key, stored.text if stored is not None else "")
    version = entry.note_version if kind is NoteKind.NOTE else entry.evidence_version
    st.text_area(
        _NOTE_LABELS[kind],
        key=key,
        max_chars=NOTE_LIMIT,
        height=96,
        on_change=_save_note,
        args=(place, entry.item, kind, key, version),
        disabled=place.is_locked,
    )
    saved_sign(key, is_stored=stored is not None, words="" if stored is not None else "Kept when you leave the field")
    conflict_choice(
        key,
        keep_theirs=lambda: session.drop(key, f"outcome:{key}"),
        save_mine=lambda: _save_note(place, entry.item, kind, key, version),
    )


def _save_note(place: Place, item: Item, kind: NoteKind, key: str, version: int) -> None:
    text = str(session.value(key) or "").strip()
    service, actor = session.plumbline().questionnaire, session.actor()
    with session.saving(key):
        if text:
            note = Note(respondent_id=place.respondent.id, item_id=item.id, kind=kind, text=text)
            service.save_note(actor, place.assessment_id, note, expected_version=version)
        else:
            service.clear_note(actor, place.assessment_id, place.respondent.id, item.id, kind)


def _draw_flag(place: Place, entry: SheetEntry) -> None:
    key = f"questionnaire:flag:{entry.item.id}"
    session.seed(key, entry.flag is not None)
    session.seed(f"{key}:reason", entry.flag.reason or "" if entry.flag is not None else "")
    st.toggle(
        "Come back to this question",
        key=key,
        on_change=_save_flag,
        args=(place, entry.item, key),
        disabled=place.is_locked,
    )
    if session.value(key):
        st.text_input(
            "Why (optional)",
            key=f"{key}:reason",
            max_chars=FLAG_REASON_LIMIT,
            on_change=_save_flag,
            args=(place, entry.item, key),
            disabled=place.is_locked,
        )
    saved_sign(key, is_stored=entry.flag is not None, words="" if entry.flag is not None else "Not flagged")
    for horizon, answer in ((Horizon.AS_IS, entry.as_is), (Horizon.TO_BE, entry.to_be)):
        if answer is not None:
            st.button(
                "Clear the answer" if horizon is Horizon.AS_IS else "Clear the to-be",
                key=f"questionnaire:clear:{entry.item.id}:{horizon}",
                on_click=_clear_answer,
                args=(place, entry.item, horizon),
                disabled=place.is_locked,
            )


def _clear_answer(place: Place, item: Item, horizon: Horizon) -> None:
    """Callback: take the answer back; the whole page runs, because the choice above has to let go of it."""
    key = answer_key(place, item, horizon)
    service, actor = session.plumbline().questionnaire, session.actor()
    with session.saving(key):
        service.clear_answer(actor, place.assessment_id, place.respondent.id, item.id, horizon)
        session.drop(f"{key}:reason")
        session.put(key, None)
    if session.value(key) is None:
        session.forget_outcome(key)
    st.rerun()


def _save_flag(place: Place, item: Item, key: str) -> None:
    service, actor = session.plumbline().questionnaire, session.actor()
    with session.saving(key):
        if session.value(key):
            reason = str(session.value(f"{key}:reason") or "").strip() or None
            service.flag(actor, place.assessment_id, Flag(item_id=item.id, reason=reason))
        else:
            service.unflag(actor, place.assessment_id, item.id)
