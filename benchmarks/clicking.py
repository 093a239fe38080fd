"""Click to saved: from the click on a statement to the sign that says this very answer is saved, in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

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
# Clicks choice `choice` of question `number` and resolves with the milliseconds until its sign names that choice.
CLICK_AND_WAIT = """
async ([number, choice]) => {
  const radio = [...document.querySelectorAll('[data-testid=stRadio]')][number];
  const option = radio.querySelectorAll('label[data-baseweb=radio], [role=radiogroup] > label')[choice];
  const wanted = option.querySelector('strong').textContent.replace(/\\.$/, '');
  let box = radio;
  while (!/Saved|Not answered/.test(box.parentElement.textContent)) box = box.parentElement;
  box = box.parentElement;
  const before = box.textContent;
  const isSaved = () => {
    const text = [...box.querySelectorAll('small, p, span')].map((node) => node.textContent).join('|');
    const sign = new RegExp(wanted + '.{0,4}\\d\\d:\\d\\d:\\d\\d');
    return text.includes('Saved') && box.textContent !== before && sign.test(box.textContent);
  };
  option.scrollIntoView({block: 'center'});
  await new Promise((done) => setTimeout(done, 150));
  const start = performance.now();
  return await new Promise((done, fail) => {
    const observer = new MutationObserver(() => {
      if (isSaved()) { observer.disconnect(); done(performance.now() - start); }
    });
    observer.observe(document.body, {subtree: true, childList: true, characterData: true});
    setTimeout(() => fail(new Error('no saved sign for ' + wanted + ' in: ' + box.textContent.slice(-200))), 8000);
    option.click();
  });
}
"""


@contextmanager
def browser_page(width: int = 1440, height: int = 900, *, is_dark: bool = False) -> Iterator[Page]:
    """A page of a headless Chromium of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(CHROMIUM_FLAGS))
        try:
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme="dark" if is_dark else "light"
            )
            yield context.new_page()
        finally:
            browser.close()


def measure_clicks(address: str, assessment_id: str, respondent_id: str, process_id: str) -> Measurement:
    """Two answers to each question of a process page at full depth, one question after the other."""
    url = f"{address}/questionnaire?assessment={assessment_id}&respondent={respondent_id}&process={process_id}"
    durations: list[float] = []
    with browser_page() as page:
        page.goto(url)
        page.get_by_test_id("stRadio").first.wait_for()
        page.wait_for_timeout(3000)
        radios = "[...document.querySelectorAll('[data-testid=stRadio]')]"
        question_count = page.evaluate(f"{radios}.filter((radio) => radio.querySelector('label strong')).length")
        for choice in (2, 4):
            for number in range(question_count):
                durations.append(float(page.evaluate(CLICK_AND_WAIT, [number, choice])))
    return measured(
        f"Click to saved in Chromium ({process_id}, {question_count} questions on the page)",
        durations,
        bar=BAR_MILLISECONDS,
    )
