"""The form of one horizon of a question: what is stored, what is filled in, and what it lacks."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.answered.assessment import AgreedValue, Certainty
from assessment.domain.answered.entries import SHORT_TEXT_LIMIT, AnswerKind
from assessment.domain.authored.framework import Horizon, Item
from assessment.services.validation import checked
from assessment.ui import session
from assessment.views.workshop.cockpit import NOT_APPLICABLE_CHOICE, choice_id

FIELDS = ("value", "certainty", "note", "present")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The form of one horizon: what is stored, what it needs, and who is counted as present without being named.

    `reasoned`: the choices that need a reason. `proposed`: what the votes come to, None for nothing.
    """

    item: Item
    horizon: Horizon
    key: str
    stored: AgreedValue | None
    version: int
    reasoned: frozenset[str]
    proposed: str | None
    present_ids: tuple[str, ...]
    anonymous_ids: tuple[str, ...]

    @property
    def chosen(self) -> str | None:
        """The statement that was taken; None for none yet."""
        choice = session.value(f"{self.key}:value")
        return None if choice is None else str(choice)

    @property
    def note(self) -> str:
        """The reason as it stands in its field."""
        return str(session.value(f"{self.key}:note") or "").strip()

    @property
    def needs_reason(self) -> bool:
        """Whether what is taken needs a reason, given or not: its field stays in sight while somebody types."""
        return self.chosen in self.reasoned

    @property
    def lacks_reason(self) -> bool:
        """Whether what is taken waits for its reason."""
        return self.needs_reason and not self.note

    def bind(self) -> None:
        """Give the fields what is stored, before they are drawn for the first time, or where nothing was entered."""
        if (
            session.drawn_version(self.key) != self.version
            and self.chosen is None
            and not session.has_trouble(self.key)
        ):
            session.unbind(self.key, *self.names)
        stored = self.stored
        named = () if stored is None else tuple(one for one in stored.present_ids if one not in self.anonymous_ids)
        fields = {
            f"{self.key}:value": None if stored is None else choice_id(stored.answer),
            f"{self.key}:certainty": Certainty.ASSERTED if stored is None else stored.certainty,
            f"{self.key}:note": (stored.note if stored is not None else None) or "",
            f"{self.key}:present": list(self.present_ids if stored is None else named),
        }
        if self.chosen is not None and session.is_bound(self.key, self.version):
            for name, kept in fields.items():  # those that were folded away; what was taken stays
                session.seed(name, kept)
            return
        session.bind(self.key, self.version, fields)

    @property
    def names(self) -> tuple[str, ...]:
        """The keys of the fields."""
        return tuple(f"{self.key}:{field}" for field in FIELDS)

    def value(self) -> AgreedValue | None:
        """What is filled in; None where nothing is taken, or not applicable has no reason yet."""
        choice, note = self.chosen, self.note
        if choice is None or (choice == NOT_APPLICABLE_CHOICE and not note):
            return None
        named = tuple(session.value(f"{self.key}:present") or ())
        return checked(
            AgreedValue,
            item_id=self.item.id,
            horizon=self.horizon,
            answer={"kind": AnswerKind.NOT_APPLICABLE, "reason": note[:SHORT_TEXT_LIMIT]}
            if choice == NOT_APPLICABLE_CHOICE
            else {"kind": AnswerKind.RATED, "code": int(choice)},
            note=note or None,
            certainty=session.value(f"{self.key}:certainty"),
            present_ids=tuple(sorted({*named, *self.anonymous_ids})),
        )
