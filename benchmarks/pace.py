"""How long a room of twelve takes for eight questions, and how often whoever leads it has to click.

`python -m benchmarks.pace` runs the app, leads the room in a real Chromium and lets twelve people join and vote as fast
as people do: 8 to 20 s to come in, 12 to 35 s to read a question and choose; a talk of 15 s where they are close and
45 s where they are not; 2 s before each click of the facilitator. `--pace 0.1` goes ten times as fast. It says how many
minutes it took from the code shown to the last value agreed, the clicks a question, and the seconds the app took.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page

from assessment.domain.workshop.place import Cast, Moment
from assessment.domain.workshop.room import Room
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.identity import room_key
from assessment.services.plumbline import Plumbline, open_plumbline
from benchmarks.clicking import browser_page
from benchmarks.measuring import percentile
from benchmarks.serving import served
from tests.durability.setting import new_assessment_in, settings_in

PEOPLE, QUESTIONS = 12, 8
COMING, CHOOSING, CLOSE_TALK, LONG_TALK, BEFORE_CLICK = (8.0, 20.0), (12.0, 35.0), 15.0, 45.0, 2.0


@dataclass
class Lead:
    """Whoever leads the room: their page, their clicks, and how long they waited for what they clicked."""

    page: Page
    pace: float
    click_count: int = 0
    agreed_at: float = 0.0
    waits: list[float] = field(default_factory=list)

    def count(self, text: str) -> Locator:
        """The count at the foot of the page, once it says so."""
        return self.page.locator(".st-key-live-count", has_text=re.compile(f"^{text}$"))

    def pause(self, seconds: float) -> None:
        """Time that people take."""
        self.page.wait_for_timeout(seconds * self.pace * 1000)

    def press(self, name: str | re.Pattern[str], until: Locator) -> None:
        """Click a button, and wait until something is on the page."""
        self.pause(BEFORE_CLICK)
        start = time.monotonic()
        self.page.get_by_role("button", name=name).click()
        until.wait_for()
        self.click_count += 1
        self.waits.append(time.monotonic() - start)


def somebody(plumbline: Plumbline, room: Room, number: int, pace: float, is_over: threading.Event) -> None:
    """Comes in, and answers each question that is asked, once."""
    mind = random.Random(number)
    is_over.wait(mind.uniform(*COMING) * pace)
    token = plumbline.door.join(room_key(room.id), name=f"Person {number}", role="practitioner").token
    done: set[tuple[str, int]] = set()
    while not is_over.wait(1.0 * pace):
        beat = plumbline.door.beat(token)
        asked = (beat.item_id or "", beat.round_number)
        if beat.moment is not Moment.ASKED or asked in done:
            continue
        is_over.wait(mind.uniform(*CHOOSING) * pace)
        middle = sum(map(ord, asked[0])) % 4 + 1
        choice = min(5, max(0, middle + mind.choice((-1, 0, 0, 0, 1, 2))))
        cast = Cast(
            item_id=asked[0], horizon="as-is", round_number=asked[1], choice=str(choice), sequence=len(done) + 1
        )
        plumbline.door.vote(token, cast)
        done.add(asked)


def led(page: Page, address: str, assessment_id: str, pace: float, people: Callable[[], None]) -> tuple[float, Lead]:
    """Lead the room through its questions; seconds from the code shown to the last value agreed."""
    page.set_default_timeout(180_000)
    page.goto(f"{address}/workshop?assessment={assessment_id}")
    lead = Lead(page=page, pace=pace)
    page.get_by_role("button", name="Open the room").click()
    lead.count("Nobody is in yet").wait_for()
    start = time.monotonic()
    people()
    lead.count(f"{PEOPLE} people in").wait_for()
    lead.press(re.compile("^Ask: "), lead.count(f"0 of {PEOPLE} are in"))
    lead.click_count = 0  # one way in, for all questions together
    for _ in range(QUESTIONS):
        lead.count(f"{PEOPLE} of {PEOPLE} are in").wait_for()
        lead.press("Show how they voted", page.get_by_role("button", name="Vote once more"))
        is_close = page.get_by_text(re.compile("^You are close|^All ")).count() > 0
        lead.pause(CLOSE_TALK if is_close else LONG_TALK)
        lead.press(re.compile("^Agree on"), lead.count(f"0 of {PEOPLE} are in"))
        lead.agreed_at = time.monotonic()
    return lead.agreed_at - start, lead


def main() -> None:
    """Run it once and say what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pace", type=float, default=1.0)
    pace = parser.parse_args().pace
    with tempfile.TemporaryDirectory() as folder:
        assessment_id = new_assessment_in(Path(folder), 1)
        with served(Path(folder)) as address, browser_page() as page:
            plumbline, is_over = open_plumbline(settings_in(Path(folder))), threading.Event()

            room_of_people: list[threading.Thread] = []

            def people() -> None:
                (room, *_) = plumbline.rooms.rooms(LOCAL_ACTOR, assessment_id)
                for number in range(1, PEOPLE + 1):
                    args = (plumbline, room, number, pace, is_over)
                    room_of_people.append(threading.Thread(target=somebody, args=args, daemon=True))
                    room_of_people[-1].start()

            try:
                seconds, lead = led(page, address, assessment_id, pace, people)
                agreed = plumbline.assessments.load(LOCAL_ACTOR, assessment_id).agreed
            finally:
                is_over.set()
                for one in room_of_people:
                    one.join()
                plumbline.close()
    print(f"{PEOPLE} people, {QUESTIONS} questions, {len(agreed)} agreed, pace {pace:g}")
    print(f"code shown to all agreed: {seconds / 60:.1f} minutes")
    print(f"clicks a question: {lead.click_count / QUESTIONS:.2f}")
    print(
        f"waiting for the app after a click: p50 {percentile(lead.waits, 50):.2f} s, "
        f"p95 {percentile(lead.waits, 95):.2f} s, {sum(lead.waits):.1f} s in all"
    )


if __name__ == "__main__":
    main()
