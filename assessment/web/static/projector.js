// Asks what is on the wall and puts it there; says quietly when the line is lost, and goes on by itself.
"use strict";
(() => {
  const body = document.body, wall = document.getElementById("wall"), said = document.getElementById("said");
  const line = document.getElementById("line"), full = document.getElementById("full");
  const look = document.getElementById("look");
  const address = location.pathname.replace(/\/$/, "") + "/state";
  const LONGEST_WAIT = 5000, TIMEOUT = 4000, QUIET_FAILURES = 2, LEAST_FIT = 0.6;
  let key = body.dataset.key, wait = Number(body.dataset.wait) || 500, failures = 0, timer = 0, asking = false;

  // where there is room it is used: larger dots, whole statements. What does not fit is drawn smaller, down to where it
  // would not be read from the back of a room
  const fits = () => document.documentElement.scrollHeight <= innerHeight + 1;
  const fit = () => {
    document.documentElement.style.setProperty("--fit", "1.00");
    body.classList.add("roomy");
    if (fits()) return;
    body.classList.remove("roomy");
    for (let share = 1; share >= LEAST_FIT; share -= 0.04) {
      document.documentElement.style.setProperty("--fit", share.toFixed(2));
      if (fits()) return;
    }
  };
  const show = (answer) => {
    if (answer.html === undefined || answer.key === key) return;
    key = answer.key;
    wall.innerHTML = answer.html; // drawn on the server, every text escaped; the policy runs no script in it
    body.dataset.stage = answer.stage;
    fit();
    if (said.textContent !== answer.said) said.textContent = answer.said;
  };
  const tell = () => {
    if (failures < QUIET_FAILURES) return;
    line.textContent = body.dataset.lost;
    line.hidden = false;
  };
  const found = () => {
    if (failures >= QUIET_FAILURES) {
      line.textContent = body.dataset.back;
      setTimeout(() => { if (!failures) line.hidden = true; }, 3000);
    }
    failures = 0;
  };
  const ask = async () => {
    if (asking) return;
    asking = true;
    clearTimeout(timer);
    const stop = new AbortController(), late = setTimeout(() => stop.abort(), TIMEOUT);
    try {
      const answer = await fetch(address + "?key=" + encodeURIComponent(key), { cache: "no-store", signal: stop.signal });
      if (answer.status === 401 || answer.status === 403 || answer.status === 404) { location.reload(); return; }
      if (!answer.ok) throw new Error(answer.status);
      const told = await answer.json();
      wait = told.wait_ms || wait;
      found();
      show(told);
    } catch {
      failures += 1;
      tell();
    } finally {
      clearTimeout(late);
      asking = false;
      timer = setTimeout(ask, Math.min(LONGEST_WAIT, wait * Math.max(1, failures)));
    }
  };

  const toggleFull = () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (document.documentElement.requestFullscreen) document.documentElement.requestFullscreen().catch(() => {});
  };
  const labels = [full.textContent, full.dataset.leave];
  document.addEventListener("fullscreenchange", () => { full.textContent = labels[document.fullscreenElement ? 1 : 0]; });
  const root = document.documentElement, LOOK = "plumbline-projector-look";
  const remembered = () => { try { return localStorage.getItem(LOOK); } catch { return null; } };
  if (remembered()) root.dataset.look = remembered() === "dark" ? "dark" : "light";
  const toggleLook = () => {
    const isDark = root.dataset.look ? root.dataset.look === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.look = isDark ? "light" : "dark";
    try { localStorage.setItem(LOOK, root.dataset.look); } catch { /* not kept then */ }
  };
  full.addEventListener("click", toggleFull);
  look.addEventListener("click", toggleLook);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "f" || event.key === "F") toggleFull();
    if (event.key === "d" || event.key === "D") toggleLook();
  });
  let still = 0;
  addEventListener("pointermove", () => {
    body.classList.add("moving");
    clearTimeout(still);
    still = setTimeout(() => body.classList.remove("moving"), 3000);
  });
  addEventListener("resize", fit);
  document.fonts.ready.then(fit);
  fit();
  addEventListener("online", ask);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) ask(); });
  timer = setTimeout(ask, wait);
})();
