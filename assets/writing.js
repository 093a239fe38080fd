// Text that is typed is never lost. A field with a mark (assessment/ui/components/writing.py) is committed a moment after
// the last key, and until the store holds its text the browser keeps it; what was never saved is offered again. Nothing
// here writes into a field but what somebody typed or chose, and what people wrote becomes text, never markup.
(() => {
  if (window.plumblineWriting) return;
  window.plumblineWriting = true;
  const WORDS = {};
  const PAUSE = 600, LONGEST = 4000, KEPT_DAYS = 30, MOST_DRAFTS = 5, SHOWN_LAST = 40;
  const PREFIX = "plumbline:draft:";
  const TYPED = "textarea, select, [contenteditable]:not([contenteditable=false]), [role=combobox], [role=textbox], "
    + "input:not([type=radio], [type=checkbox], [type=range], [type=button], [type=submit], [type=file], [type=color])";
  const visit = Math.random().toString(36).slice(2);
  const memory = new Map();    // drafts where the browser keeps nothing for a page
  const waiting = new Map();   // field: the timer of its commit, and since when it waits
  const told = new Map();      // key: what was left out of a text that is longer than the limit
  const settled = new Set();   // what the page said of drafts that were dealt with elsewhere, each obeyed once
  const drawn = new WeakMap(); // mark: what it shows
  let isComposing = false;
  let writingIn = null;        // the field that somebody writes in, until they turn to something else

  const said = (name, facts = {}) => WORDS[name].replace(/\{(\w+)\}/g, (_, fact) => facts[fact]);
  const read = (element, name) => decodeURIComponent(element.dataset[name] || "");
  const number = (count) => count.toLocaleString(document.documentElement.lang || undefined);

  // Drafts: for each field those typed on this page (visit) and those that were typed before and never saved ("").
  function drafts(key) {
    try {
      const found = JSON.parse(localStorage.getItem(PREFIX + key) || "[]");
      return Array.isArray(found) ? found : [];
    } catch { return memory.get(key) || []; }
  }
  function store(key, entries) {
    const kept = entries.slice(-MOST_DRAFTS);
    memory.set(key, kept);
    try {
      if (kept.length) localStorage.setItem(PREFIX + key, JSON.stringify(kept));
      else localStorage.removeItem(PREFIX + key);
      return true;
    } catch { return false; }
  }
  function sweep() {
    const oldest = Date.now() - KEPT_DAYS * 24 * 3600 * 1000;
    try {
      for (const name of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
        const key = name.slice(PREFIX.length);
        store(key, drafts(key).filter((draft) => draft.at > oldest));
      }
    } catch { /* nothing is kept for this page */ }
  }
  const isSame = (one, other) => one.trim() === other.trim();

  function markOf(field) {
    if (!field || !field.matches || !field.matches("textarea, input")) return null;
    for (let box = field.parentElement; box; box = box.parentElement) {
      const place = [...box.classList].find((name) => name.startsWith("st-key-"));
      if (place) return document.querySelector(`.writing[data-place="${place}"]`);
    }
    return null;
  }
  function fieldOf(mark) {
    const box = document.getElementsByClassName(mark.dataset.place)[0];
    return box ? box.querySelector("textarea, input") : null;
  }
  const isKept = (mark) => mark.dataset.keeps !== "nothing";
  const isCommitted = (mark) => mark.dataset.keeps === "typing" || mark.dataset.keeps === "leaving";

  function keep(mark, text) {
    const key = read(mark, "key");
    const others = drafts(key).filter((draft) => draft.visit !== visit && draft.text !== text);
    const own = isSame(text, read(mark, "stored")) ? [] : [{ visit, text, at: Date.now() }];
    mark.dataset.isKept = store(key, [...others, ...own]) ? "yes" : "no";
  }

  // The line is lost: one goes on writing. Streamlit locks the fields and lays a dialog over the page that takes the keys.
  const isCut = () => (document.querySelector("[data-test-connection-state]")?.dataset.testConnectionState ?? "CONNECTED") !== "CONNECTED";
  const dialogOver = (element) => {
    const dialog = writingIn && isCut() && element.closest?.("[role=dialog]");
    return dialog && !dialog.contains(writingIn) ? dialog : null;
  };
  function onFocus(event) {
    if (markOf(event.target)) writingIn = event.target;
    else if (dialogOver(event.target)) setTimeout(() => dialogOver(event.target)?.querySelector("button")?.click());
    else writingIn = null;
  }
  function onPointer(event) {
    if (event.target === writingIn) return;
    writingIn = null;
    commitAll();
  }
  function unlock(changes) {
    for (const { target } of changes) {
      const mark = target.disabled ? markOf(target) : null;
      if (mark && !mark.dataset.isLocked && isCut()) target.disabled = false;
    }
  }
  function onKeyOver(event) {
    const isTaken = dialogOver(event.target) || (writingIn && isCut() && event.target === document.body);
    if (!isTaken || event.key.length !== 1 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const place = writingIn.selectionEnd, set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(writingIn), "value").set;
    set.call(writingIn, writingIn.value.slice(0, place) + event.key + writingIn.value.slice(place));
    writingIn.setSelectionRange(place + 1, place + 1);
    writingIn.dispatchEvent(new InputEvent("input", { bubbles: true, data: event.key, inputType: "insertText" }));
  }

  // Committing: as Streamlit does it itself on Ctrl+Enter in a text area, on Enter in a text input.
  function commit(field) {
    const mark = markOf(field);
    clearTimeout(waiting.get(field)?.timer);
    waiting.delete(field);
    if (!mark || !isCommitted(mark) || field.closest("form, [data-testid=stForm]")) return;
    if (isComposing || isCut()) { schedule(field); return; } // what is not committed survives the page being drawn again
    const isArea = field.tagName === "TEXTAREA";
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", ctrlKey: isArea, bubbles: true, cancelable: true }));
  }
  function commitAll() {
    for (const field of [...waiting.keys()]) commit(field);
  }
  function schedule(field) {
    const since = waiting.get(field)?.since ?? Date.now();
    clearTimeout(waiting.get(field)?.timer);
    const isOnLeaving = markOf(field)?.dataset.keeps === "leaving";
    const pause = Math.max(0, Math.min(PAUSE, LONGEST - (Date.now() - since)));
    waiting.set(field, { since, timer: isOnLeaving ? undefined : setTimeout(() => commit(field), pause) });
  }

  // A link that is followed while a text is on its way waits for it: of the two requests Streamlit answers the wrong one
  // last, and the reader stays where they were, or sees an empty page.
  let isFollowing = false;
  const isRunning = () => document.querySelector("[data-test-script-state=running]") !== null;
  const isOnItsWay = () => [...document.querySelectorAll(".writing")].some((mark) => {
    const field = fieldOf(mark);
    return field && !field.disabled && isCommitted(mark) && !mark.dataset.isTrouble && !isSame(field.value, read(mark, "stored"));
  });
  function onClick(event) {
    const link = event.target.closest?.("a[href]"), isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (isFollowing || !link || link.target === "_blank" || !isPlain || isCut() || !isOnItsWay()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    commitAll();
    const until = Date.now() + LONGEST;
    const follow = () => {
      if ((isOnItsWay() || isRunning()) && !isCut() && Date.now() < until) { setTimeout(follow, 50); return; }
      isFollowing = true;
      link.click();
      isFollowing = false;
    };
    setTimeout(follow, 50);
  }

  // What stands beside the field.
  function draw(mark) {
    const field = fieldOf(mark);
    if (!field) return;
    const key = read(mark, "key"), stored = read(mark, "stored");
    obey(mark);
    const before = isKept(mark) ? drafts(key) : [], open = before
      .filter((draft) => !isSame(draft.text, stored))
      .map((draft) => (draft.visit === visit && draft.text !== field.value ? { ...draft, visit: "" } : draft));
    if (JSON.stringify(open) !== JSON.stringify(before)) store(key, open);
    const offered = open.filter((draft) => draft.visit !== visit && draft.text !== field.value);
    const own = open.find((draft) => draft.visit === visit || draft.text === field.value);
    const isOther = isKept(mark) && !isSame(field.value, stored);
    let sign = "";
    if (isOther && own) sign = said(mark.dataset.isKept === "no" ? "NOT_KEPT" : "KEPT_HERE");
    else if (isOther && isCommitted(mark)) sign = said("STORED_DIFFERS");
    const box = mark.dataset.sign ? document.getElementsByClassName(mark.dataset.sign)[0] : null;
    if (box) box.toggleAttribute("data-unsaved", isOther && !mark.dataset.isTrouble);
    const shows = JSON.stringify([sign, told.get(key) || "", offered, field.disabled]);
    if (drawn.get(mark) === shows) return;
    drawn.set(mark, shows);
    mark.replaceChildren(
      ...(sign ? [line(sign, "writing-sign")] : []),
      ...(told.get(key) ? [line(told.get(key), "writing-told", "status")] : []),
      ...offered.map((draft) => offer(mark, draft)),
    );
  }
  function line(text, name, role) {
    const drawnLine = document.createElement("p");
    drawnLine.className = name;
    drawnLine.textContent = text;
    if (role) drawnLine.setAttribute("role", role);
    return drawnLine;
  }
  function button(words, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.addEventListener("click", act);
    return made;
  }
  function offer(mark, draft) {
    const key = read(mark, "key"), box = document.createElement("div"), text = document.createElement("blockquote");
    const time = new Date(draft.at).toLocaleString(document.documentElement.lang || undefined, { dateStyle: "medium", timeStyle: "short" });
    box.className = "writing-offer";
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", said("OFFER_NAME"));
    text.textContent = draft.text || said("NO_TEXT");
    const drop = () => {
      store(key, drafts(key).filter((other) => other.text !== draft.text || other.visit === visit));
      draw(mark);
    };
    box.append(line(said("OFFER", { time }), "writing-lead"), text);
    if (!fieldOf(mark)?.disabled) box.append(button(said("TAKE"), () => take(mark, draft)));
    box.append(button(said("DROP"), drop));
    return box;
  }
  function take(mark, draft) {
    const field = fieldOf(mark), key = read(mark, "key");
    // What is in the field and not saved is offered in its turn.
    store(key, drafts(key).map((other) => (other.visit === visit ? { ...other, visit: "" } : other)));
    field.focus();
    field.select();
    put(mark, field, draft.text);
    commit(field);
  }

  // A draft that a button took over, or that somebody decided against: the page says which, each is obeyed once.
  function obey(element) {
    const count = element.dataset.settledCount;
    if (!count) return;
    const key = read(element, "key"), text = read(element, "settled"), once = JSON.stringify([count, key, text]);
    if (settled.has(once)) return;
    settled.add(once);
    store(key, drafts(key).filter((draft) => !isSame(draft.text, text)));
  }

  // Drafts whose fields are folded away: where they wait.
  function checksum(text) {
    let sum = -1;
    for (const byte of new TextEncoder().encode(text)) {
      sum ^= byte;
      for (let bit = 0; bit !== 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xEDB88320 : 0);
    }
    return (sum ^ -1) >>> 0;
  }
  function drawUnsaved(list) {
    const marked = new Set([...document.querySelectorAll(".writing")].map((mark) => read(mark, "key")));
    const waits = JSON.parse(read(list, "texts")).filter(([key, stored]) => {
      const open = drafts(key).filter((draft) => checksum(draft.text.trim()) !== stored);
      return open.length && !marked.has(key);
    });
    list.closest("[data-testid=stElementContainer]").hidden = !waits.length;
    const shows = JSON.stringify(waits.map(([key]) => key));
    if ((drawn.get(list) || "[]") === shows) return;
    drawn.set(list, shows);
    list.replaceChildren(...(waits.length ? [line(said("WAITS"), "writing-lead")] : []), ...waits.map(([, , name, place]) => button(
      name, () => document.getElementsByClassName(place)[0]?.closest("[data-testid=stLayoutWrapper]").scrollIntoView({ block: "start" }),
    )));
  }

  let isScanning = false;
  function scan() {
    if (isScanning) return;
    isScanning = true;
    setTimeout(() => {
      isScanning = false;
      document.querySelectorAll(".writing-settled").forEach(obey);
      document.querySelectorAll(".writing").forEach(draw);
      document.querySelectorAll(".writing-unsaved").forEach(drawUnsaved);
    }, 30);
  }

  // A text that does not fit is cut, and the field says so; Streamlit alone would drop the whole of it without a word.
  function limitText(event) {
    const field = event.target, mark = markOf(field);
    if (!mark) return;
    const isBreak = event.inputType === "insertLineBreak" || event.inputType === "insertParagraph";
    const data = event.data ?? event.dataTransfer?.getData("text/plain") ?? (isBreak && field.tagName === "TEXTAREA" ? "\n" : null);
    if (data === null) return;
    const text = field.tagName === "TEXTAREA" ? data.replace(/\r\n?/g, "\n") : data.replace(/[\r\n]+/g, " ");
    if (text.length <= roomIn(mark, field)) {
      if (told.delete(read(mark, "key"))) scan();
    } else if (event.cancelable) {
      event.preventDefault();
      put(mark, field, text);
    }
  }
  function roomIn(mark, field) {
    return Math.max(0, Number(mark.dataset.limit) - (field.value.length - (field.selectionEnd - field.selectionStart)));
  }
  function put(mark, field, text) {
    const key = read(mark, "key");
    let kept = text.slice(0, roomIn(mark, field));
    if (/[\uD800-\uDBFF]$/.test(kept)) kept = kept.slice(0, -1); // never half a letter
    if (kept) document.execCommand("insertText", false, kept);
    else if (!text) document.execCommand("delete");
    const facts = { limit: number(Number(mark.dataset.limit)), given: number(text.length), kept: number(kept.length), end: kept.slice(-SHOWN_LAST) };
    if (kept !== text) told.set(key, said(kept ? "CUT" : text.length > 1 ? "FULL" : "FULL_KEY", facts));
    draw(mark);
  }

  function onInput(event) {
    const field = event.target, mark = markOf(field);
    if (!mark || !isKept(mark)) return;
    keep(mark, field.value);
    draw(mark);
    if (isCommitted(mark)) schedule(field);
  }
  function onKey(event) {
    if (!event.target.closest?.(TYPED)) return;
    // Shortcuts listen at the document, after React: in a field no key with Alt, Ctrl or the like reaches them.
    if (!event.isTrusted || ((event.altKey || event.ctrlKey || event.metaKey) && event.key !== "Escape")) event.stopPropagation();
  }

  document.addEventListener("input", onInput, true);
  document.addEventListener("beforeinput", limitText, true);
  document.addEventListener("compositionstart", () => { isComposing = true; }, true);
  document.addEventListener("compositionend", () => { isComposing = false; }, true);
  document.addEventListener("pointerdown", onPointer, true);
  document.addEventListener("click", onClick, true);
  document.addEventListener("focusin", onFocus, true);
  document.addEventListener("focusout", scan, true);
  document.addEventListener("keydown", onKeyOver, true);
  document.addEventListener("visibilitychange", () => { if (document.hidden) commitAll(); });
  window.addEventListener("pagehide", commitAll);
  window.addEventListener("popstate", commitAll, true);
  window.addEventListener("storage", scan);
  document.documentElement.addEventListener("keydown", onKey);
  new MutationObserver(scan).observe(document.body, { childList: true, subtree: true });
  new MutationObserver(unlock).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["disabled"] });
  sweep();
  scan();
})();
