// Keys that answer: a digit, D or N gives the question that has the focus its answer, and the next one follows. They are
// heard only where the focus is on one of its answers, so never in a field of text, nor where the room agrees.
(() => {
  if (window.plumblineAnswering) return;
  window.plumblineAnswering = true;
  const PLACES = {};           // key: place of its choice among those of a question
  const REASON_KEY = "n";
  const IS_ANSWER = /^st-key-questionnaire-.*-(as-is|to-be)$/, IS_REASON = /^st-key-questionnaire-.*-(as-is|to-be)-reason$/;
  const PAUSE = 50, HEARD = 120, LONGEST = 10000;
  const waiting = [];          // answers that were given while the page was still being drawn: class of the box, key
  let timer, heard = 0;        // when the last answer is heard

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
    const field = question.getElementsByClassName(wanted)[0]?.querySelector("input");
    if (!box.contains(document.activeElement)) return; // somebody went elsewhere meanwhile
    if (field) field.focus();
    else if (Date.now() - since < LONGEST) setTimeout(() => askWhy(box, since), PAUSE);
  }
  // An answer that comes while the page runs would cut its run short: each waits for the one before, in their order.
  function answer() {
    clearTimeout(timer);
    if (!waiting.length) return;
    const isBusy = document.querySelector("[data-testid=stApp]").dataset.testScriptState !== "notRunning" || Date.now() < heard;
    if (!isBusy) {
      const [name, key] = waiting.shift(), box = document.getElementsByClassName(name)[0];
      const choice = box && choicesOf(box)[PLACES[key]];
      if (choice && !choice.checked && !choice.disabled) choice.click();
      heard = Date.now() + HEARD;
    }
    timer = setTimeout(answer, PAUSE);
  }
  function onAnswer(event) {
    const key = event.key.toLowerCase();
    if (!(key in PLACES) || event.altKey || event.ctrlKey || event.metaKey) return;
    const box = boxOf(event.target), choice = box && choicesOf(box)[PLACES[key]];
    if (!choice || choice.disabled) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return; // a key that is held down answers one question
    choice.focus({ preventScroll: true });
    waiting.push([[...box.classList].find((name) => IS_ANSWER.test(name)), key]);
    answer();
    if (key === REASON_KEY) askWhy(box);
    else goOn(box);
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
  document.addEventListener("keydown", onAnswer, true);
  document.addEventListener("keydown", onReason, true);
})();
