"""Before the reveal nothing that anybody answered leaves the server, whoever asks for whatever there is."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, WebSocket, expect

from assessment.services.authority import LOCAL_ACTOR
from tests.journeys.test_workshop import WAIT, Stage, joined, opened, stage, vote, voted

__all__ = ["stage"]
pytestmark = pytest.mark.browser
COMMENT, REASON = "Sealed-remark-4471", "Sealed-reason-8802"
OTHER_PAGES = ("questionnaire", "missing", "quotes", "results", "report", "journal")


def heard(page: Page) -> list[bytes]:
    """Whatever the server sends a page of the app from now on."""
    frames: list[bytes] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda data: frames.append(data.encode() if isinstance(data, str) else bytes(data)))

    page.on("websocket", listen)
    return frames


def answered(stage: Stage) -> tuple[Page, Page]:
    """Three people answer one question: with a comment, with a reason, and plainly. The second and the last phone."""
    ann, bob, cid = joined(stage, "Ann"), joined(stage, None), joined(stage, None)
    stage.step(re.compile("^Ask:"))
    voted(ann, "B")
    ann.locator("textarea[name=comment]").fill(COMMENT)
    ann.locator("textarea[name=comment]").blur()
    expect(ann.locator("#line")).to_contain_text("Saved", timeout=WAIT)
    bob.locator("label.choice", has_text="Does not apply here").click()
    bob.locator("[name=reason-as-is]").fill(REASON)
    bob.locator("[name=reason-as-is]").blur()
    expect(bob.locator("#line")).to_contain_text("Saved", timeout=WAIT)
    vote(cid, "E")
    expect(cid.locator("#line")).to_contain_text("Saved", timeout=WAIT)
    stage.count("3 of 3 are in")
    return bob, cid


def test_no_answer_leaves_the_server_before_the_reveal(stage: Stage) -> None:
    frames = heard(stage.facilitator)
    opened(stage)
    _, cid = answered(stage)
    app, wall = f"http://127.0.0.1:{stage.app.port}", f"/projector/{stage.room.id}"
    texts = [stage.facilitator.request.get(f"{app}{path}").text() for path in (wall, f"{wall}/state")]
    texts += [cid.content(), cid.request.get(f"http://127.0.0.1:{stage.phones_port}/room").text()]
    for name in OTHER_PAGES:
        stage.facilitator.goto(f"{app}/{name}?assessment={stage.app.assessment_id}")
        expect(stage.facilitator.locator("h1").first).to_be_visible(timeout=WAIT)
        stage.facilitator.wait_for_timeout(500)
        texts.append(stage.facilitator.content())
    with stage.app.opened() as plumbline:
        texts.append(plumbline.exchange.export_json(LOCAL_ACTOR, stage.app.assessment_id).decode())
        texts += [str(entry) for entry in plumbline.assessments.journal(LOCAL_ACTOR, stage.app.assessment_id)]
    sent = "\n".join(texts).encode() + b"".join(frames)
    assert len(frames) > 20
    assert [one for one in (COMMENT, REASON) if one.encode() in sent] == []
    assert not stage.stored.ratings

    stage.facilitator.goto(f"{app}/workshop?assessment={stage.app.assessment_id}")
    stage.step("Show how they voted")
    expect(stage.facilitator.get_by_text("Round 1").first).to_be_visible(timeout=WAIT)
    assert [note.text for note in stage.stored.notes] == [COMMENT]
    frames.clear()
    stage.facilitator.get_by_text("Quotes and evidence").click()
    expect(stage.facilitator.get_by_text(COMMENT).first).to_be_visible(timeout=WAIT)
    assert COMMENT.encode() in b"".join(frames)  # where it is sent it is found
