"""Set-up, Hand-offs: how well each hand-off between two processes is defined and works."""

from __future__ import annotations

from assessment.views.wording.numbers import counted, whole_text

LEAD = "Is it agreed what is handed over, and does it arrive complete and on time? The results name the broken ones."
NONE_IN_SCOPE = "No two processes in scope hand anything to each other. Put more of them in scope."
OF = "Hand-offs of"
EVERY = "All in scope"
TABLE = "How well each hand-off works"
DONT_KNOW = "Don't know"
NOT_APPLICABLE = "Not applicable (say why in the note)"

FIELD = "Hand-off"
NOTE_ALONE = "a note stands without a rating"
NOTE_ALONE_ADVICE = "Choose how well it works as well."
REASON_MISSING = "not applicable needs a reason"
REASON_MISSING_ADVICE = "Write it into the note first."


def rated(rated_count: int, scope_count: int) -> str:
    """How many hand-offs have a rating."""
    return f"{whole_text(rated_count)} of {counted(scope_count, 'hand-off')} rated"
