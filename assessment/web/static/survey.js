// A question of a survey: every choice, reason and comment is sent as it is made. What cannot be sent waits on this
// device, under the place it belongs to, and is sent once there is a network. The server keeps the highest sequence.
"use strict";
(() => {
  const form = document.getElementById("answer");
  if (!form) return;
  const told = form.dataset;
  const sign = document.getElementById("sign");
  const comment = form.elements.comment;
  const KEY = `plumbline-survey-${told.place}`;
  const ahead = Number(told.now) - Date.now();  // by how much the server's clock is ahead of this device's
  let isSending = false;
  let typing = 0;
  let again = 0;
  let kept = {};  // where the device keeps nothing, as in a private window: for as long as the page is open
  document.documentElement.classList.add("script");

  const waiting = () => {
    try { return JSON.parse(localStorage.getItem(KEY)) || {}; } catch { return kept; }
  };
  const keep = (votes) => {
    kept = votes;
    try { localStorage.setItem(KEY, JSON.stringify(votes)); } catch { /* the page keeps them */ }
  };
  const place = (vote) => `${vote.item} ${vote.horizon}`;
  const say = (text, kind) => { sign.textContent = text; sign.className = kind || "quiet"; };

  const nextSequence = (votes) => {
    const known = Object.values(votes).map((vote) => vote.sequence);
    const next = Math.max(Date.now() + ahead, Number(told.sequence) + 1, ...known.map((one) => one + 1));
    told.sequence = String(next);
    return next;
  };

  const chosen = (fieldset) => {
    const picked = fieldset.querySelector("input[type=radio]:checked");
    return picked ? picked.value : "";
  };
  const show = (fieldset) => fieldset.classList.toggle("reasoned", chosen(fieldset) === told.reason);
  const reasonOf = (fieldset) => form.elements[`${fieldset.dataset.horizon}-reason`];

  const take = (fieldset) => {
    const choice = chosen(fieldset);
    if (!choice) return false;
    const reason = choice === told.reason ? reasonOf(fieldset).value.trim() : "";
    if (choice === told.reason && !reason) {
      say(told.missing, "care");
      reasonOf(fieldset).focus();
      return false;
    }
    const votes = waiting();
    const vote = { place: told.place, item: told.item, horizon: fieldset.dataset.horizon, choice, reason,
      comment: comment.value.trim(), sequence: nextSequence(votes) };
    votes[place(vote)] = vote;
    keep(votes);
    return true;
  };

  const send = async () => {
    if (isSending) return;
    isSending = true;
    clearTimeout(again);
    let refused = "";
    let isOffline = false;
    for (const [name, vote] of Object.entries(waiting())) {
      if (vote.item === told.item) say(told.saving);
      try {
        const answer = await fetch("/survey/answer", { method: "POST", body: JSON.stringify(vote),
          headers: { "Content-Type": "application/json" } });
        if (answer.ok || answer.status === 400 || answer.status === 404) {
          const votes = waiting();
          if (votes[name] && votes[name].sequence === vote.sequence) { delete votes[name]; keep(votes); }
        }
        if (!answer.ok) {
          if (answer.status === 502 || answer.status === 503 || answer.status === 504) throw new Error("again");
          refused = (await answer.json()).text;
        }
      } catch {
        isOffline = true;
        break;
      }
    }
    isSending = false;
    if (refused) say(refused, "trouble");
    else if (isOffline) say(told.waits, "care");
    else if (Object.keys(waiting()).length) { send(); return; }
    else if (sign.textContent) say(told.saved, "good");
    if (Object.keys(waiting()).length) again = setTimeout(send, refused ? 30000 : 3000);
  };

  const takeAll = () => [...form.querySelectorAll("fieldset")].map(take).some(Boolean);

  for (const fieldset of form.querySelectorAll("fieldset")) {
    show(fieldset);
    fieldset.addEventListener("change", () => { show(fieldset); if (take(fieldset)) send(); });
  }
  const commented = () => {
    clearTimeout(typing);
    if (comment.value.trim() === told.comment) return;
    if (takeAll()) { told.comment = comment.value.trim(); send(); } else if (comment.value.trim()) say(told.alone, "care");
  };
  told.comment = comment.value.trim();
  comment.addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(commented, 800); });
  comment.addEventListener("blur", commented);

  form.addEventListener("submit", (event) => {
    if (typing) commented();
    if (navigator.onLine) return;  // the form says the same once more, which is harmless
    event.preventDefault();
    say(told.offline, "care");
  });
  document.addEventListener("click", (event) => {
    if (!navigator.onLine && event.target.closest("a")) { event.preventDefault(); say(told.offline, "care"); }
  });

  for (const vote of Object.values(waiting())) {  // what waits for this question is what it shows
    if (vote.item !== told.item) continue;
    const fieldset = form.querySelector(`fieldset[data-horizon="${CSS.escape(vote.horizon)}"]`);
    const picked = fieldset && fieldset.querySelector(`input[value="${CSS.escape(vote.choice)}"]`);
    if (!picked) continue;
    picked.checked = true;
    reasonOf(fieldset).value = vote.reason;
    show(fieldset);
    comment.value = told.comment = vote.comment;
  }
  window.addEventListener("online", send);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) send(); else if (typing) commented(); });
  send();
})();
