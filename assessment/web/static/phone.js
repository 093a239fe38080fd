/* The phone of somebody in a room. The page works without this; with it nothing typed or chosen waits for a network:
   an answer is kept on the phone first, and sent until the server says that it is stored. Old browsers run it (ES2017). */
(function () {
  "use strict";
  var body = document.body, said = body.dataset, store = "plumbline:" + said.mark;
  if (!said.mark || !window.fetch || !window.URLSearchParams) { return; }
  document.documentElement.className = "js";
  var step = said.step, wait = Number(said.wait), memory = null, timers = {}, probe = document.createElement("div");
  var isSending = false, isAsking = false, stays = false, tries = 0, pollTimer = 0, sendTimer = 0;

  function part(name) { return document.getElementById(name); }
  function form() { return document.querySelector("form.vote"); }

  // What is kept on the phone: `waiting` by question and horizon, `drafts` of what is typed, the last sequence.
  function kept() {
    var text = null;
    try { text = localStorage.getItem(store); } catch (error) { return memory || fresh(); }
    try { return text ? JSON.parse(text) : memory || fresh(); } catch (error) { return fresh(); }
  }
  function fresh() { return {last: 0, waiting: {}, drafts: {}}; }
  function change(how) {
    var now = kept();
    how(now);
    memory = now;
    try { localStorage.setItem(store, JSON.stringify(now)); } catch (error) { /* it is in `memory` */ }
  }
  function forget() { memory = null; try { localStorage.removeItem(store); } catch (error) { /* nothing is there */ } }
  function waits() { return Object.keys(kept().waiting); }

  function say(text, kind) {
    var line = part("line");
    if (line.textContent !== text) { line.textContent = text; }
    line.className = kind || "";
  }

  // Casting: kept first, then sent.
  function slot(box, horizon) { return box.dataset.item + "|" + horizon; }
  function chosen(box, horizon) {
    var found = box.querySelector('input[name="' + horizon + '"]:checked');
    return found ? found.value : "";
  }
  function field(box, name) { var found = box.elements[name]; return found ? found.value : ""; }
  function horizons(box) { return box.dataset.horizons.split(" "); }
  function draft(box) {
    change(function (now) {
      var drafts = {comment: field(box, "comment"), key: box.dataset.key, first: horizons(box)[0]};
      horizons(box).forEach(function (one) {
        drafts[one] = {choice: chosen(box, one), reason: field(box, "reason-" + one)};
      });
      now.drafts[box.dataset.item] = drafts;
    });
  }
  function cast(box, horizon) {
    var choice = chosen(box, horizon), reason = field(box, "reason-" + horizon).trim();
    draft(box);
    if (!choice) { say(said.chooseFirst, "care"); return; }
    if (choice === "not-applicable" && !reason) { say(said.sayReason, "care"); return; }
    change(function (now) {
      now.last = Math.max(Date.now(), now.last + 1, Number(said.sequence) + 1);
      now.waiting[slot(box, horizon)] = {
        item: box.dataset.item, horizon: horizon, round: box.dataset.round, choice: choice, reason: reason,
        comment: horizon === horizons(box)[0] ? field(box, "comment").slice(0, Number(said.limit)) : "",
        sequence: now.last
      };
    });
    tries = 0;
    send();
  }
  function soon(box, horizon, pause) {
    var name = slot(box, horizon);
    clearTimeout(timers[name] && timers[name].id);
    timers[name] = {id: setTimeout(function () { delete timers[name]; cast(box, horizon); }, pause), box: box, horizon: horizon};
  }
  function flush() {
    Object.keys(timers).forEach(function (name) {
      var one = timers[name];
      clearTimeout(one.id);
      delete timers[name];
      cast(one.box, one.horizon);
    });
  }

  // Sending: one at a time, until it is acknowledged.
  function ask(address, options) {
    var limit = window.AbortController ? new AbortController() : null;
    var timer = setTimeout(function () { if (limit) { limit.abort(); } }, 10000);
    if (limit) { options.signal = limit.signal; }
    options.credentials = "same-origin";
    options.headers = {Accept: "application/json"};
    return fetch(address, options).then(function (answer) {
      clearTimeout(timer);
      return answer.json();
    }, function (error) { clearTimeout(timer); throw error; });
  }
  function send() {
    var names = waits();
    clearTimeout(sendTimer);
    if (isSending || !names.length) { return; }
    var name = names[0], vote = kept().waiting[name];
    isSending = true;
    if (!tries) { say(said.saving); }
    ask(said.voteAt, {method: "POST", keepalive: true, body: new URLSearchParams(Object.assign({mark: said.mark}, vote))})
      .then(function (answer) { told(name, vote, answer); }, lost);
  }
  function told(name, vote, answer) {
    isSending = false;
    if (answer.is_gone) { location.reload(); return; }
    if (answer.is_kept || answer.is_refused) {
      tries = 0;
      change(function (now) {
        var present = now.waiting[name];
        if (present && present.sequence === vote.sequence) { delete now.waiting[name]; }
        if (answer.sequence) { now.last = Math.max(now.last, answer.sequence); }
        if (answer.is_kept && !waitsFor(now, vote.item)) { settle(now, vote); }
      });
      say(answer.say, answer.is_kept ? "good" : "trouble");
      stays = !!answer.stays; // what came too late is still said on the page that the room moved on to
      send();
      return;
    }
    say(answer.say || said.kept, "care");
    again();
  }
  function waitsFor(now, item) {
    return Object.keys(now.waiting).some(function (name) { return now.waiting[name].item === item; });
  }
  // A draft that says no more than what was stored is done with; what was typed since, or waits for a reason, stays.
  function settle(now, vote) {
    var left = now.drafts[vote.item], first;
    if (!left || Object.keys(timers).some(function (name) { return name.split("|")[0] === vote.item; })) { return; }
    first = left[left.first];
    if (left.comment && !(first && first.choice)) { return; }
    if ([left["as-is"], left["to-be"]].some(function (one) {
      return one && one.choice === "not-applicable" && !one.reason.trim();
    })) { return; }
    delete now.drafts[vote.item];
  }
  function lost() {
    isSending = false;
    say(said.kept, "care");
    again();
  }
  function again() {
    tries += 1;
    clearTimeout(sendTimer);
    sendTimer = setTimeout(send, Math.min(8000, 500 * Math.pow(2, tries)));
  }

  // Asking whether the room moved on.
  function poll() {
    clearTimeout(pollTimer);
    if (isAsking || document.hidden) { return; }
    isAsking = true;
    ask(said.stateAt + "&moment=" + said.moment + "&step=" + encodeURIComponent(step), {})
      .then(function (answer) { isAsking = false; take(answer); }, function () {
        isAsking = false;
        say(waits().length ? said.kept : said.offline, "care");
        later(2000);
      });
  }
  function later(pause) { clearTimeout(pollTimer); pollTimer = setTimeout(poll, pause); }
  function take(answer) {
    var line = part("line");
    if (answer.is_gone) { location.reload(); return; }
    if (answer.say) { say(answer.say, "care"); later(4000); return; }
    if (line.textContent === said.offline) { say(""); }
    wait = answer.wait;
    if (part("count").textContent !== answer.count) { part("count").textContent = answer.count; }
    if (answer.parts) {
      flush();
      step = answer.step;
      said.moment = answer.moment;
      said.sequence = answer.sequence;
      Object.keys(answer.parts).forEach(function (name) { put(name, answer.parts[name], answer.key); });
    }
    if (waits().length) { send(); }
    later(wait);
  }
  // Only what changed is put anew; a question that is being answered stays as it is on the phone.
  function put(name, html, key) {
    var box = part(name), isNew = box.dataset.key !== key, hadFocus = box.contains(document.activeElement), title;
    if (name === "now" && !isNew && form()) { return; }
    probe.innerHTML = html;
    if (probe.innerHTML === box.innerHTML) { return; }
    box.innerHTML = html;
    if (name !== "now") { return; }
    box.dataset.key = key;
    begin();
    if (!isNew) { return; }
    title = box.querySelector("h1");
    part("told").textContent = title ? title.textContent : "";
    if (!waits().length && !stays) { say(""); }
    stays = false;
    if (hadFocus && title) { title.focus(); }
    window.scrollTo(0, 0);
  }

  // A form that comes up shows what this phone holds: what waits, and what was typed and not sent.
  function begin() {
    var box = form(), now = kept(), left;
    if (!box) { return; }
    left = now.drafts[box.dataset.item];
    horizons(box).forEach(function (one) {
      var typed = left && left.key === box.dataset.key && left[one], vote = now.waiting[slot(box, one)] || typed;
      if (vote && vote.choice) {
        Array.prototype.forEach.call(box.querySelectorAll('input[name="' + one + '"]'), function (input) {
          input.checked = input.value === vote.choice;
        });
        box.elements["reason-" + one].value = vote.reason;
      }
      if (typed && typed.choice && !now.waiting[slot(box, one)]) { soon(box, one, 0); }
      fold(box, one);
    });
    if (left && left.comment && box.elements.comment) { box.elements.comment.value = left.comment; }
    measure(box);
  }
  function fold(box, horizon) {
    var why = part("why-" + horizon);
    if (why) { why.hidden = chosen(box, horizon) !== "not-applicable"; }
  }
  function measure(box) {
    var left = box.elements.comment ? Number(said.limit) - box.elements.comment.value.length : 1e9;
    var text = left < 0 ? said.tooLong : left <= Number(said.limit) - Number(said.warn) ? left + " " + said.left : "";
    if (part("left") && part("left").textContent !== text) { part("left").textContent = text; }
  }

  document.addEventListener("change", function (event) {
    var box = form(), name = event.target.name;
    if (!box || event.target.form !== box || event.target.type !== "radio") { return; }
    fold(box, name);
    soon(box, name, 250);
    draft(box);
  });
  document.addEventListener("input", function (event) {
    var box = form(), name = event.target.name || "";
    if (!box || event.target.form !== box || event.target.type === "radio") { return; }
    draft(box);
    if (name === "comment") { measure(box); }
    soon(box, name === "comment" ? horizons(box)[0] : name.replace("reason-", ""), 900);
  });
  document.addEventListener("submit", function (event) {
    var box = event.target;
    if (box === form()) {
      event.preventDefault();
      flush();
      horizons(box).forEach(function (one) { if (chosen(box, one)) { cast(box, one); } });
      if (!box.querySelector("input:checked")) { say(said.chooseFirst, "care"); }
      return;
    }
    flush();
    if (waits().length) {
      event.preventDefault();
      say(said.unsent, "trouble");
    } else if (box.dataset.forget) {
      forget();
    }
  });
  function back() { tries = 0; send(); poll(); }
  window.addEventListener("online", back);
  window.addEventListener("pageshow", back);
  window.addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", function () { if (document.hidden) { flush(); } else { back(); } });
  begin();
  if (waits().length) { say(said.kept, "care"); }
  back();
})();
