"""A status that is chosen on a card: saved at once, but for done, which is closed with a word on what was seen."""

from __future__ import annotations

from assessment.domain.answered.actions import ActionStatus
from assessment.domain.answered.running import RunningStep
from assessment.errors import Conflict
from assessment.ui import session
from assessment.ui.components.saved import conflict_choice, saved_sign
from assessment.ui.pages.board.closing import begin_closing
from assessment.ui.pages.board.place import Place
from assessment.views.board.lines import Line


def status_key(place: Place, line: Line) -> str:
    """The key of the box with the status of a step."""
    return place.key(f"status-{line.id}")


def move(place: Place, line: Line) -> None:
    """Callback: save the status that was chosen, over what was drawn."""
    chosen = ActionStatus(session.value(status_key(place, line)))
    if chosen is ActionStatus.DONE and not line.evidence:
        begin_closing(place, line)
        return
    done_on = place.day if chosen is ActionStatus.DONE else None
    entry = place.entry(line.key).model_copy(update={"status": chosen, "done_on": done_on})
    _save(place, entry, place.step_versions.get(line.key, 0))


def draw_moved(place: Place, hint: str) -> None:
    """Draw what became of the last status that was chosen; of a conflict both values."""
    sign, mine = place.key("moved"), session.value(_mine_key(place))
    saved_sign(sign, words=hint)
    outcome = session.save_outcome(sign)
    if outcome is None or not isinstance(mine, RunningStep):
        return
    conflict_choice(
        sign,
        keep_theirs=lambda: _keep_theirs(place),
        save_mine=lambda: _save(place, mine, outcome.version),
    )


def _save(place: Place, entry: RunningStep, version: int) -> None:
    session.drop(_mine_key(place))
    with session.saving(place.key("moved")):
        try:
            place.save(entry, version)
        except Conflict:
            session.put(_mine_key(place), entry)
            raise


def _keep_theirs(place: Place) -> None:
    """Callback: what is stored is shown already."""
    session.drop(_mine_key(place))
    session.forget_outcome(place.key("moved"))


def _mine_key(place: Place) -> str:
    return f"{place.key('moved')}:mine"
