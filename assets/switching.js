// While another person or process is being drawn, the questions of the one before still stand on the screen for some
// moments. A click there would reach a server that has forgotten them: it is refused here, and said.
(() => {
  if (window.plumblineSwitching) return;
  window.plumblineSwitching = true;
  const WORDS = "";
  const BEGIN = 400, LONGEST = 15000, SHOWN = 8000;
  const PICKER = /^st-key-questionnaire-.*-(respondent|process)$/;
  const ELSEWHERE = ".st-key-way-on button, .st-key-questions-ways button, .st-key-progress-bar button";
  let isSwitching = false;

  const isRunning = () => document.querySelector("[data-testid=stApp]")?.dataset.testScriptState !== "notRunning";
  const isPicker = (element) => Boolean(element.closest("[data-testid=stElementContainer]")
    && [...element.closest("[data-testid=stElementContainer]").classList].some((name) => PICKER.test(name)));
  const say = (text) => {
    const notice = document.querySelector(".switching-notice") || document.body.appendChild(document.createElement("div"));
    notice.className = "switching-notice";
    notice.setAttribute("role", "status");
    notice.textContent = text;
    clearTimeout(say.timer);
    say.timer = setTimeout(() => notice.remove(), SHOWN);
  };

  // Until the run that was asked for has ended; it may be some frames until it is asked for.
  function begin() {
    const since = performance.now();
    let wasRunning = isRunning();
    isSwitching = true;
    const look = () => {
      wasRunning ||= isRunning();
      const isOver = wasRunning && !isRunning() || performance.now() - since > (wasRunning ? LONGEST : BEGIN);
      if (isOver) isSwitching = false;
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }
  function refuse(event) {
    if (!isSwitching || !event.target.closest?.(".st-key-questions")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type !== "mousedown") say(WORDS);
  }
  const asked = () => document.querySelector(".st-key-questions");

  for (const type of ["mousedown", "click"]) window.addEventListener(type, refuse, true);
  window.addEventListener("keydown", (event) => {
    if (!["Tab", "Shift", "Alt", "Control", "Meta"].includes(event.key)) refuse(event);
    const isWay = event.altKey && ["KeyJ", "KeyK"].includes(event.code);
    if (asked() && (isWay || (event.key === "Enter" && isPicker(event.target)))) begin();
  }, true);
  window.addEventListener("click", (event) => {
    if (asked() && event.target.closest?.(`[role=option], ${ELSEWHERE}`)) begin();
  }, true);
})();
