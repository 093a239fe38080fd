"""In a real Chromium: from the click on a statement to the sign that says this very answer is saved, and from choosing
another person or process to their questions, all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Page, sync_playwright

from benchmarks.measuring import Measurement, measured

CHROMIUM = "/usr/bin/chromium"
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
BAR_MILLISECONDS = 250
SWITCHING_BAR_MILLISECONDS = 700
SWITCH_COUNT = 12
QUESTIONS = "[class*=st-key-question-]"
OPTIONS = "[data-testid=stRadioOption]"
# Waits, from the next press of the mouse on, until the sign of question `number` names `choice` and a new time.
WATCH = """
([number, choice]) => {
  const box = document.querySelectorAll('[class*=st-key-question-]')[number];
  const wanted = box.querySelectorAll('[data-testid=stRadioOption]')[choice].querySelector('strong');
  const words = (wanted || box.querySelectorAll('[data-testid=stRadioOption]')[choice]).textContent.replace(/\\.$/, '');
  const before = box.textContent;
  const isSaved = () => box.textContent !== before && /Saved/.test(box.textContent)
    && box.textContent.split(words).length > before.split(words).length - 1
    && /\\d\\d:\\d\\d:\\d\\d/.test(box.textContent);
  window.savedAfter = null;
  window.addEventListener('pointerdown', () => {
    const start = performance.now();
    const observer = new MutationObserver(() => {
      if (isSaved()) { observer.disconnect(); window.savedAfter = performance.now() - start; }
    });
    observer.observe(document.body, {subtree: true, childList: true, characterData: true});
  }, {once: true, capture: true});
}
"""
# Waits, from the next click on, until the line in sight names what was chosen and the run that draws it has ended.
WATCH_SWITCH = """
(wanted) => {
  window.switchedAfter = null;
  window.addEventListener('click', () => {
    const start = performance.now();
    const look = () => {
      const line = document.querySelector('.st-key-in-sight');
      const app = document.querySelector('[data-testid=stApp]');
      const isThere = line && line.innerText.includes(wanted) && app.dataset.testScriptState === 'notRunning';
      if (isThere) window.switchedAfter = performance.now() - start; else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, {once: true, capture: true});
}
"""


@contextmanager
def browser_page(width: int = 1440, height: int = 900, *, is_dark: bool = False) -> Iterator[Page]:
    """A page of a headless Chromium of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(CHROMIUM_FLAGS))
        try:
            context = browser.new_context(  # waiting for an expression needs eval, which no page of ours may
                bypass_csp=True,
                viewport={"width": width, "height": height},
                color_scheme="dark" if is_dark else "light",
            )
            yield context.new_page()
        finally:
            browser.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clicked:
    """The page whose questions are clicked through."""

    assessment_id: str
    respondent_id: str
    process_id: str

    def open(self, page: Page, address: str) -> int:
        """Open it; the number of its questions."""
        where = f"assessment={self.assessment_id}&respondent={self.respondent_id}&process={self.process_id}"
        page.goto(f"{address}/questionnaire?{where}")
        page.locator(QUESTIONS).first.wait_for()
        page.wait_for_timeout(3000)
        return page.locator(QUESTIONS).count()


def clicked(page: Page, number: int, choice: int) -> float:
    """Milliseconds from a click on a choice of a question until its answer is said to be saved."""
    option = page.locator(QUESTIONS).nth(number).locator(OPTIONS).nth(choice)
    option.scroll_into_view_if_needed()
    if option.locator("input").is_checked():
        page.locator(QUESTIONS).nth(number).locator(OPTIONS).nth(choice + 1).click()
    page.wait_for_timeout(300)
    page.evaluate(WATCH, [number, choice])
    option.click()
    page.wait_for_function("window.savedAfter !== null", timeout=8000)
    return float(page.evaluate("window.savedAfter"))


def measure_clicks(address: str, wanted: Clicked) -> Measurement:
    """Two answers to each question of a process page at full depth, one question after the other."""
    with browser_page() as page:
        count = wanted.open(page, address)
        durations = [clicked(page, number, choice) for choice in (2, 4) for number in range(count)]
    return measured(
        f"Click to saved in Chromium ({wanted.process_id}, {count} questions on the page)",
        durations,
        bar=BAR_MILLISECONDS,
    )


def measure_switching(
    address: str, assessment_id: str, person_ids: tuple[str, str], process_id: str, process_names: tuple[str, str]
) -> Measurement:
    """From the click on another person, or another process, to their questions; each there and back."""
    where = f"assessment={assessment_id}&respondent={person_ids[0]}&process={process_id}"
    durations: list[float] = []
    with browser_page() as page:
        page.set_default_timeout(20_000)
        people = [_in_sight_of(page, f"{address}/questionnaire?{where}", one) for one in person_ids]
        page.goto(f"{address}/questionnaire?{where}")
        page.locator(QUESTIONS).first.wait_for()
        page.wait_for_timeout(3000)
        for number in range(SWITCH_COUNT):
            for box, names in (("Who answers", people), ("Process", process_names)):
                durations.append(_switched(page, box, names[(number + 1) % 2]))
    return measured("Switching person or process in Chromium", durations, bar=SWITCHING_BAR_MILLISECONDS)


def _in_sight_of(page: Page, url: str, person_id: str) -> str:
    """What a person is called in the line that stays in sight."""
    before = url.split("respondent=")[1].split("&")[0]
    page.goto(url.replace(f"respondent={before}", f"respondent={person_id}"))
    page.locator(QUESTIONS).first.wait_for()
    return page.locator(".st-key-in-sight").inner_text().split(" · ", 1)[1].strip()


def _switched(page: Page, box: str, name: str) -> float:
    """Milliseconds until what is chosen in a box is there."""
    page.get_by_role("combobox", name=box).click()
    option = page.get_by_role("option", name=name)
    option.wait_for()
    page.evaluate(WATCH_SWITCH, name)
    option.click()
    page.wait_for_function("window.switchedAfter !== null")
    page.wait_for_timeout(500)
    return float(page.evaluate("window.switchedAfter"))
