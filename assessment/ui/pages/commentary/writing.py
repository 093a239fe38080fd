"""A place as one run drew it."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.authored.framework import Framework
from assessment.services.texts import StoredText
from assessment.ui import session


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A place as one run drew it; `is_for_reading` to whoever may not change the assessment at all."""

    assessment_id: str
    framework: Framework
    stored: StoredText
    is_locked: bool
    is_for_reading: bool = False

    @property
    def place_id(self) -> str:
        """The id of the place."""
        return self.stored.view.place.id

    @property
    def key(self) -> str:
        """The key of the field."""
        return session.of_assessment(f"commentary:text:{self.place_id}")

    @property
    def stored_text(self) -> str:
        """What the store holds, empty for nothing."""
        own = self.stored.view.own
        return "" if own is None else own.text

    @property
    def begun_from(self) -> str | None:
        """The hash of the proposal that the text was begun from; of a new text, of what is proposed now."""
        view = self.stored.view
        return view.proposal.facts_hash if view.own is None else view.own.facts_hash
