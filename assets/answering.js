// Keys that answer: a digit, D or N gives the question that has the focus its answer, and the next one follows. They are
// heard only where the focus is on one of its answers, so never in a field of text, nor where the room agrees.
(() => {
  if (window.plumblineAnswering) return;
  window.plumblineAnswering = true;
  const PLACES = {};           // key: place of its choice among those of a question
  const REASON_KEY = "n";
  const IS_ANSWER = /^st-key-questionnaire-.*-(as-is|to-be)$/, IS_REASON = /^st-key-questionnaire-.*-(as-is|to-be)-reason$/;
  const PAUSE = 50, HEARD = 120, LONGEST = 10000;
  const waiting = [];          // keys that were pressed while the page was being drawn
  let timer, heard = 0;        // when the last answer is heard
  let isAsking = false;        // a reason is on its way: what is typed is none of ours

  const hasClass = (element, wanted) => [...element.classList].some((name) => wanted.test(name));
  const boxes = (root, wanted) => [...root.querySelectorAll("[data-testid=stElementContainer]")].filter((box) => hasClass(box, wanted));
  const choicesOf = (box) => [...box.querySelectorAll("input[type=radio]")];
  const questionOf = (element) => element.closest(".st-key-questions > [data-testid=stLayoutWrapper]");

  function boxOf(target) {
    const question = target.matches?.("input[type=radio]") && questionOf(target);
    return question ? boxes(question, IS_ANSWER).find((box) => box.contains(target)) || null : null;
  }
  function goTo(box) {
    const choices = choicesOf(box), first = choices.find((choice) => choice.checked) || choices[0];
    if (!first) return;
    if (questionOf(box) !== questionOf(document.activeElement)) questionOf(box).scrollIntoView({ block: "start" });
    first.focus({ preventScroll: true });
  }
  function goOn(box) {
    const every = boxes(document.querySelector(".st-key-questions"), IS_ANSWER);
    goTo(every[every.indexOf(box) + 1] || box);
  }
  function askWhy(box, since = Date.now()) {
    const question = questionOf(box), wanted = [...box.classList].find((name) => IS_ANSWER.test(name)) + "-reason";
    const field = question?.getElementsByClassName(wanted)[0]?.querySelector("input");
    isAsking = !field && box.contains(document.activeElement) && Date.now() - since < LONGEST;
    if (isAsking) setTimeout(() => askWhy(box, since), PAUSE);
    else if (field && box.contains(document.activeElement)) field.focus();
  }
  // An answer that comes while the page runs would cut its run short, and its question may not stand there yet: each key
  // waits for the one before, and is for the question that has the focus then.
  function answer() {
    clearTimeout(timer);
    if (!waiting.length) return;
    const isRunning = document.querySelector("[data-testid=stApp]").dataset.testScriptState !== "notRunning";
    if (!isRunning && Date.now() >= heard) give(waiting.shift());
    timer = setTimeout(answer, PAUSE);
  }
  function give(key) {
    const box = boxOf(document.activeElement), choice = box && choicesOf(box)[PLACES[key]];
    if (!choice || choice.disabled) return forget();
    choice.focus({ preventScroll: true });
    if (!choice.checked) {
      choice.click();
      heard = Date.now() + HEARD;
    }
    if (key !== REASON_KEY) return goOn(box);
    forget();
    askWhy(box);
  }
  function forget() {
    waiting.length = 0;
  }
  function onAnswer(event) {
    const key = event.key.toLowerCase();
    if (!(key in PLACES) || event.altKey || event.ctrlKey || event.metaKey || !boxOf(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat || isAsking) return; // a key that is held down answers one question
    waiting.push(key);
    answer();
  }
  function onReason(event) {
    if (event.key !== "Enter" || !event.isTrusted || event.isComposing) return;
    const field = event.target.closest?.("[data-testid=stElementContainer]");
    if (!field || !hasClass(field, IS_REASON) || !event.target.value.trim()) return;
    const name = [...field.classList].find((known) => IS_REASON.test(known)).replace(/-reason$/, "");
    const box = document.getElementsByClassName(name)[0];
    if (box) setTimeout(() => goOn(box)); // after the field has heard the key, and its text is on its way
  }
  // The keys are shown beside the answers that would take them.
  function show(target) {
    document.querySelectorAll("[data-keys]").forEach((shown) => shown.removeAttribute("data-keys"));
    const box = target && boxOf(target);
    if (box) box.setAttribute("data-keys", "");
  }
  document.addEventListener("focusin", (event) => show(event.target));
  document.addEventListener("focusout", () => show(null));
  document.addEventListener("pointerdown", forget, true); // somebody turns to something else
  document.addEventListener("keydown", onAnswer, true);
  document.addEventListener("keydown", onReason, true);
})();
