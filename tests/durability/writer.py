"""A server process for the kill test: several people answer at once, and each answer is acknowledged when it is saved.

Started as `python -m tests.durability.writer DATABASE_FOLDER ASSESSMENT_ID ROUND [--sabotaged]`, on another database
with `PLUMBLINE_DATABASE_URL`, in the name of some of the people with `PLUMBLINE_PEOPLE`. Each answer prints two
lines: `begun`, then `safe` once it is acknowledged, both with respondent, item and code. A sabotaged build acknowledges
before it stores, as a product would that saves in the background: the kill test must fail with it.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from assessment.domain.answered.assessment import Rating
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.authored.framework import Horizon
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline, open_plumbline
from tests.durability.setting import settings_in

Save = Callable[[Rating], None]


class Teller:
    """Tells the parent what was begun and what is safe; the pipe is flushed at once, one line at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()

    def tell(self, word: str, rating: Rating) -> None:
        """One line: word, respondent, item, code."""
        with self._lock:
            sys.stdout.write(f"{word} {rating.respondent_id} {rating.item_id} {rating.answer.code}\n")
            sys.stdout.flush()


def honest(plumbline: Plumbline, assessment_id: str, teller: Teller) -> Save:
    """Acknowledge after the service has returned."""

    def save(rating: Rating) -> None:
        teller.tell("begun", rating)
        plumbline.answering.save(LOCAL_ACTOR, assessment_id, rating)
        teller.tell("safe", rating)

    return save


def sabotaged(plumbline: Plumbline, assessment_id: str, teller: Teller) -> Save:
    """Acknowledge first and store in the background."""
    waiting: queue.Queue[Rating] = queue.Queue()

    def store() -> None:
        while True:
            plumbline.answering.save(LOCAL_ACTOR, assessment_id, waiting.get())

    threading.Thread(target=store, daemon=True).start()

    def save(rating: Rating) -> None:
        teller.tell("begun", rating)
        waiting.put(rating)
        teller.tell("safe", rating)

    return save


def main(folder: Path, assessment_id: str, round_number: int, is_sabotaged: bool) -> None:
    """Answer every item again and again until killed; each round and pass gives other codes."""
    plumbline = open_plumbline(settings_in(folder, os.environ.get("PLUMBLINE_DATABASE_URL", "")))
    assessment = plumbline.assessments.load(LOCAL_ACTOR, assessment_id)
    framework = plumbline.assessments.framework(LOCAL_ACTOR, assessment_id)
    save = (sabotaged if is_sabotaged else honest)(plumbline, assessment_id, Teller())
    items = [
        item.id
        for process_id in assessment.scope
        for item in framework.items(process_id, assessment.header.depth, Horizon.AS_IS)
    ]

    def answer_all(respondent_id: str, offset: int) -> None:
        count = offset
        while True:
            for item_id in items:
                count += 1
                answer = Answer(kind=AnswerKind.RATED, code=(count + round_number) % 6)
                save(Rating(respondent_id=respondent_id, item_id=item_id, horizon=Horizon.AS_IS, answer=answer))

    print("ready", flush=True)
    people = [
        threading.Thread(target=answer_all, args=(respondent.id, offset), daemon=True)
        for offset, respondent in enumerate(assessment.respondents)
        if respondent.id in os.environ.get("PLUMBLINE_PEOPLE", respondent.id).split()
    ]
    for person in people:
        person.start()
    for person in people:
        person.join()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), "--sabotaged" in sys.argv)
