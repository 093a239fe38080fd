"""Phones of a room as a process of its own: they come in by the link, ask, think and answer over HTTP like the page.

`python -m benchmarks.phones` with a `Load` as JSON on standard input; what came of it is JSON on standard output. Each
phone keeps a connection open, as a browser does, and does what `static/phone.js` does: it asks when it was told to, and
takes a vote for stored when it is acknowledged.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import sys
import time
from dataclasses import asdict, dataclass, field
from typing import Any

import httpx

SCRIPT = {"Accept": "application/json"}
MOST_TRIES = 6
CHANGED_SHARE = 0.1
"""So many votes are changed once before the reveal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What phones do: `addresses` are shared out among them; `answer_count` ends a survey, `is_over` a workshop.

    The room is over when it is closed. `projector` is the id of the room whose wall is asked as well, "" for none.
    """

    addresses: list[str]
    key: str
    phone_count: int
    think_seconds: float
    is_survey: bool = False
    answer_count: int = 0
    join_seconds: float = 5.0
    projector: str = ""
    seconds: float = 3600.0


@dataclass(slots=True, kw_only=True)
class Came:
    """What came of it. `acknowledged` holds participant mark, item, choice and sequence of the newest of each vote."""

    joined_ms: list[float] = field(default_factory=list)
    all_in_seconds: float = 0.0
    vote_ms: list[float] = field(default_factory=list)
    place_ms: list[float] = field(default_factory=list)
    beat_ms: list[float] = field(default_factory=list)
    acknowledged: dict[str, int] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    shown: list[tuple[float, str]] = field(default_factory=list)
    lag_ms: list[float] = field(default_factory=list)


class Again(httpx.AsyncClient):
    """Asks again where a connection was cut, as a browser and the script do; whoever waits, waits from the first."""

    async def send(self, request: httpx.Request, **named: Any) -> httpx.Response:
        """The answer, after a few tries at most."""
        for number in range(MOST_TRIES - 1):
            try:
                return await super().send(request, **named)
            except httpx.TransportError:
                await asyncio.sleep(0.2 * number)
        return await super().send(request, **named)


class Phone:
    """One phone in the room."""

    def __init__(self, number: int, load: Load, came: Came) -> None:
        self._load, self._came, self._draw = load, came, random.Random(number)
        self._client = Again(base_url=load.addresses[number % len(load.addresses)], timeout=60, follow_redirects=True)
        self._number, self._sequence = number, 0
        self._page = ""

    async def join(self) -> None:
        """The page of the link, its form, and the page of the room."""
        await asyncio.sleep(self._draw.uniform(0, self._load.join_seconds))
        start = time.perf_counter()
        page = await self._client.get(f"/join/k/{self._load.key}")
        fields = {"as": "anonymous", "role": "practitioner", "once": _found(r'name="once" value="([^"]+)"', page.text)}
        self._page = (await self._client.post(f"/join/k/{self._load.key}", data=fields)).text
        self._came.joined_ms.append(_since(start))

    async def work(self) -> None:
        """Vote until the room is closed."""
        await (self._survey() if self._load.is_survey else self._workshop())
        await self._client.aclose()

    async def _workshop(self) -> None:
        mark, moment = (_found(rf'data-{one}="([^"]+)"', self._page) for one in ("mark", "moment"))
        step, wait_ms, answered, parts = _found(r'data-step="(\d+)"', self._page), 0, "", self._page
        end, answering = time.monotonic() + self._load.seconds, list[asyncio.Task[None]]()
        while moment != "closed" and time.monotonic() < end:
            key = _found(r'class="vote"[^>]*data-key="([^"]+)"', parts)
            if moment == "asked" and key and key != answered:
                answering.append(asyncio.create_task(self._answer(mark, parts)))  # the page asks on meanwhile
                answered = key
            await asyncio.sleep(wait_ms / 1000)
            start = time.perf_counter()
            asked = {"mark": mark, "item": "", "moment": moment, "step": step}
            told = (await self._client.get("/room/state", params=asked, headers=SCRIPT)).json()
            (self._came.place_ms if "parts" in told else self._came.beat_ms).append(_since(start))
            if told.get("is_gone"):
                self._came.refused.append("gone")
                return
            wait_ms = told.get("wait", 2000)
            if "parts" in told:
                step, moment, parts = told["step"], told["moment"], told["parts"]["now"]
        await asyncio.gather(*answering)

    async def _answer(self, mark: str, parts: str) -> None:
        """Think, vote, and some change their mind."""
        item_id, number = _found(r'data-item="([^"]+)"', parts), _found(r'data-round="(\d+)"', parts)
        await asyncio.sleep(self._draw.uniform(0.5, 1.5) * self._load.think_seconds)
        for _ in range(2 if self._draw.random() < CHANGED_SHARE else 1):
            vote = {"mark": mark, "item": item_id, "horizon": "as-is", "round": number}
            await self._send(f"{mark} {item_id}", "/room/vote", vote)

    async def _survey(self) -> None:
        """Question by question: its page, a thought, the answer."""
        await asyncio.sleep(self._draw.uniform(0, self._load.think_seconds))
        items = list(dict.fromkeys(re.findall(r"/survey/question/([a-z0-9.-]+)", self._page)))
        for item_id in items[: self._load.answer_count]:
            start = time.perf_counter()
            page = (await self._client.get(f"/survey/question/{item_id}")).text
            self._came.place_ms.append(_since(start))
            await asyncio.sleep(self._draw.uniform(0.5, 1.5) * self._load.think_seconds)
            place = _found(r'data-place="([^"]+)"', page)
            vote = {"place": place, "item": item_id, "horizon": "as-is"}
            await self._send(f"{place} {item_id}", "/survey/answer", vote)

    async def _send(self, what: str, path: str, vote: dict[str, str]) -> None:
        self._sequence = max(int(time.time() * 1000), self._sequence + 1)
        sent = {**vote, "choice": str(self._draw.randrange(6)), "reason": "", "comment": ""}
        start = time.perf_counter()
        if self._load.is_survey:
            answer = await self._client.post(path, json={**sent, "sequence": self._sequence}, headers=SCRIPT)
        else:
            answer = await self._client.post(path, data={**sent, "sequence": str(self._sequence)}, headers=SCRIPT)
        self._came.vote_ms.append(_since(start))
        if answer.status_code != 200 or answer.json().get("is_gone"):
            self._came.refused.append(answer.text[:200])
        elif answer.json().get("sequence", self._sequence) == self._sequence:
            self._came.acknowledged[what] = self._sequence


async def watch(load: Load, came: Came) -> None:
    """The wall: what it shows since when."""
    async with httpx.AsyncClient(base_url=load.addresses[0], timeout=30) as client:
        key = ""
        while True:
            told = (await client.get(f"/projector/{load.projector}/state", params={"key": key})).json()
            if "stage" in told:
                came.shown.append((time.time(), told["stage"]))
                key = told["key"]
            await asyncio.sleep(told.get("wait_ms", 500) / 1000)


async def measure_lag(came: Came) -> None:
    """By how much this process is late itself: a busy client would blame the server."""
    while True:
        start = time.perf_counter()
        await asyncio.sleep(0.05)
        came.lag_ms.append(_since(start) - 50)


async def run(load: Load) -> Came:
    """All phones at once."""
    came = Came()
    beside = [asyncio.create_task(measure_lag(came))]
    if load.projector:
        beside.append(asyncio.create_task(watch(load, came)))
    phones = [Phone(number, load, came) for number in range(load.phone_count)]
    start = time.perf_counter()
    await asyncio.gather(*(one.join() for one in phones))
    came.all_in_seconds = time.perf_counter() - start
    print("in", flush=True)
    await asyncio.gather(*(one.work() for one in phones))
    for one in beside:
        one.cancel()
    return came


def _since(start: float) -> float:
    return (time.perf_counter() - start) * 1000


def _found(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    return found.group(1) if found else ""


if __name__ == "__main__":
    result = asyncio.run(run(Load(**json.loads(sys.stdin.readline()))))
    sys.stdout.write(json.dumps(asdict(result)))
