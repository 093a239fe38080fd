// A table that is edited like a spreadsheet. Its inputs are made once and stay: a run of the page changes the cells that
// nobody is typing in, and takes neither the focus nor a letter. Every edit is numbered, kept in the browser tab, and
// sent until the server names its number as handled.

const TYPING_PAUSE = 1000; // ms without a key after which a text that is still being typed is sent
const CHOOSING_PAUSE = 300; // ms after which a choice is sent; letters pressed in a row find one
const PATIENCE = 5000; // ms without an answer after which everything unhandled is sent again
const [LEAST_WIDTH, MOST_WIDTH] = [48, 2000]; // px
const [WIDTH_STEP, WIDE_STEP] = [16, 80]; // px a column grows or shrinks by with an arrow key, and with Shift
// The most of a narrow screen that the first column, which stays in view, may take, and one beside it.
const [FIRST_SHARE, OTHER_SHARE] = ["36vw", "54vw"];

const grids = new WeakMap(); // the grid of each place on the page
const senders = new Map(); // by table: the numbers and edits of this browser tab
const widths = new Map(); // by table: the widths a reader has dragged

export default function ({ data, parentElement, setStateValue }) {
  const isNew = !grids.has(parentElement);
  if (isNew) grids.set(parentElement, new Grid(parentElement, data));
  const grid = grids.get(parentElement);
  grid.transmit = (sent) => setStateValue("edits", sent);
  grid.draw(data);
  if (isNew && grid.sender.pending.length) grid.send();
  // Streamlit also calls this when two runs come quickly one after the other, with the table still on the page.
  return () => { if (!parentElement.isConnected) grid.leave(); };
}

const isSame = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
const said = (words, number) => words.replace("#", String(number));

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

// What is not handled outlives a reload; where the browser keeps nothing, it lives as long as the page.
function senderOf(key) {
  if (!senders.has(key)) {
    let kept = null;
    try { kept = JSON.parse(sessionStorage.getItem(`plumbline-grid:${key}`)); } catch { /* nothing is kept */ }
    const random = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("");
    senders.set(key, kept ?? { client: random(), seq: 0, attempt: 0, pending: [] });
  }
  return senders.get(key);
}

function keepSender(key) {
  try { sessionStorage.setItem(`plumbline-grid:${key}`, JSON.stringify(senders.get(key))); } catch { /* see above */ }
}

// --- text of ranges, as spreadsheets write it to the clipboard ------------------------------------------------------

const quoted = (text) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function parsed(text) {
  const rows = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y;
  while (pattern.lastIndex <= text.length) {
    const [all, inQuotes, bare, end] = pattern.exec(text) ?? [];
    if (all === undefined) return text.split(/\r\n|\n|\r/).map((line) => line.split("\t")); // a stray quote
    rows.at(-1).push(inQuotes === undefined ? bare : inQuotes.replaceAll('""', '"'));
    if (end === "") break;
    if (end !== "\t") rows.push([]);
  }
  if (rows.length > 1 && rows.at(-1).length === 1 && rows.at(-1)[0] === "") rows.pop(); // the last line's own end
  return rows;
}

// --- cells: what is shown, what was drawn, and how a value gets in and out -------------------------------------------

class Cell {
  constructor(grid, row, column, isFirst) {
    Object.assign(this, { grid, row, column, base: null, version: 0, acked: undefined, isEditing: false });
    this.box = element(isFirst ? "th" : "td", isFirst ? { scope: "row" } : {});
    this.box.dataset.column = column.id;
    this.isEditable = column.kind !== "read" && !grid.data.locked;
    if (this.isEditable) this.make();
    grid.cells.set(this.box, this);
  }

  make() {
    const { column, grid } = this;
    this.mirror = element("span", { ariaHidden: "true" });
    if (column.kind === "text") this.input = element("textarea", { rows: 1, spellcheck: false });
    if (column.kind === "check") this.input = element("input", { type: "checkbox" });
    if (column.kind === "multi") this.input = element("button", { type: "button", onclick: () => grid.openChoices(this) });
    if (column.kind === "choice") {
      const empty = column.required ? [] : [element("option", { value: "" })];
      const options = column.choices.map(([, words], place) => element("option", { value: place, textContent: words }));
      this.input = element("select", {}, ...empty, ...options);
    }
    const stack = element("div", { className: `stack ${column.kind}` }, this.input);
    if (column.kind === "text" || column.kind === "choice") stack.prepend(this.mirror);
    if (column.explanation) this.input.setAttribute("aria-description", column.explanation);
    this.box.append(stack);
  }

  value() {
    if (!this.isEditable) return this.base;
    if (this.column.kind === "text") return this.input.value === "" ? null : this.input.value;
    if (this.column.kind === "check") return this.input.checked;
    if (this.column.kind === "multi") return this.chosen ?? [];
    return this.input.value === "" ? null : this.column.choices[Number(this.input.value)][0];
  }

  show(value) {
    if (!this.isEditable) {
      this.base = value;
      this.box.textContent = this.column.kind === "check" ? (value ? "\u2713" : "") : this.words(value);
    }
    else if (this.column.kind === "text") { if (this.input.value !== (value ?? "")) this.input.value = value ?? ""; }
    else if (this.column.kind === "check") this.input.checked = Boolean(value);
    else if (this.column.kind === "multi") { this.chosen = value ?? []; this.input.textContent = this.words(value); }
    else {
      const place = this.column.choices.findIndex(([code]) => isSame(code, value));
      this.input.value = place < 0 ? "" : String(place);
    }
    this.mirrored();
  }

  // The text behind a text area or a select gives the cell its height, so that long ones wrap.
  mirrored() {
    if (this.mirror) this.mirror.textContent = `${this.words(this.value())}\u200b`;
  }

  words(value) {
    const named = (code) => this.column.choices.find(([one]) => isSame(one, code))?.[1] ?? String(code);
    if (value === null || value === undefined) return "";
    if (Array.isArray(value)) return value.map(named).join("; ");
    if (this.column.kind === "check") return value ? "TRUE" : "FALSE";
    return this.column.choices.length ? named(value) : String(value);
  }

  // A pasted text as a value of this cell; undefined where it is none.
  read(text) {
    const bare = text.trim();
    const coded = (words) => this.column.choices.find(
      ([code, name]) => name.toLowerCase() === words.toLowerCase() || String(code) === words
    )?.[0];
    if (!this.isEditable) return undefined;
    if (this.column.kind === "text") return bare === "" ? null : text;
    if (this.column.kind === "check") {
      if (/^(true|yes|x|1)$/i.test(bare)) return true;
      return /^(false|no|0|)$/i.test(bare) ? false : undefined;
    }
    if (this.column.kind === "multi") {
      const codes = bare.split(/[;\n]/).map((part) => part.trim()).filter(Boolean).map(coded);
      return codes.includes(undefined) ? undefined : this.inOrder(codes);
    }
    return bare === "" ? (this.column.required ? undefined : null) : coded(bare);
  }

  inOrder(codes) {
    return this.column.choices.map(([code]) => code).filter((code) => codes.includes(code));
  }

  get hasFocus() {
    return this.isEditable && (document.activeElement === this.input || this.grid.choosing === this);
  }

  get pending() {
    return this.grid.sender.pending.find((edit) => edit.row === this.row && edit.column === this.column.id);
  }

  // Put the stored value in, unless the reader is at it or an edit is on its way: then the cell keeps its text and the
  // version it was drawn with, so that what somebody else saved meanwhile is noticed and not overwritten.
  draw(stored, version, trouble) {
    const edit = this.pending;
    if (edit) {
      if (!this.hasFocus) this.show(edit.value);
    } else if (!this.hasFocus || isSame(this.value(), stored)) {
      Object.assign(this, { base: stored, version, acked: undefined });
      this.show(stored);
    }
    this.mark(edit ? "" : trouble);
  }

  mark(trouble) {
    if (!this.isEditable) return;
    this.box.classList.toggle("pending", Boolean(this.pending));
    this.box.classList.toggle("refused", Boolean(trouble));
    this.box.title = trouble ?? "";
    if (trouble) this.input.setAttribute("aria-invalid", "true");
    else this.input.removeAttribute("aria-invalid");
  }

  get isChanged() {
    const last = this.pending ? this.pending.value : this.acked !== undefined ? this.acked : this.base;
    return this.isEditable && !isSame(this.value(), last);
  }

  commit() {
    clearTimeout(this.timer);
    if (this.isChanged) this.grid.queue([this]);
  }

  commitSoon(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.commit(), pause);
  }
}

// --- the table -------------------------------------------------------------------------------------------------------

class Grid {
  constructor(place, data) {
    Object.assign(this, { place, data, key: data.key, sender: senderOf(data.key), cells: new Map(), rows: new Map() });
    this.head = element("tr");
    this.columnBoxes = element("colgroup");
    this.body = element("tbody");
    this.table = element("table", {}, this.columnBoxes, element("thead", {}, this.head), this.body);
    this.scroller = element("div", { className: "scroller" }, this.table);
    this.notice = element("p", { className: "notice", role: "status" });
    this.panel = element("div", { className: "panel", popover: "auto" });
    place.append(element("div", { className: "plumbline-grid" }, this.scroller, this.notice, this.panel));
    this.onPageHide = () => { if (this.active?.isChanged) this.active.commit(); };
    window.addEventListener("pagehide", this.onPageHide);
    const handlers = {
      input: (event, cell) => this.onInput(event, cell), focusin: (event, cell) => this.onFocus(cell),
      focusout: (event, cell) => this.onBlur(cell), keydown: (event, cell) => this.onKey(event, cell),
      pointerdown: (event, cell) => this.onPointer(event, cell), paste: (event, cell) => this.onPaste(event, cell),
      copy: (event, cell) => this.onCopy(event, cell), cut: (event, cell) => this.onCopy(event, cell, true),
    };
    for (const [kind, handle] of Object.entries(handlers)) {
      this.table.addEventListener(kind, (event) => {
        const cell = this.cells.get(event.target.closest("tbody td, tbody th"));
        if (cell) handle(event, cell);
      });
    }
    this.panel.addEventListener("toggle", (event) => { if (event.newState === "closed") this.closeChoices(); });
  }

  draw(data) {
    const shape = JSON.stringify([data.columns, data.locked]);
    this.data = data;
    if (shape !== this.shape) this.drawHead();
    this.shape = shape;
    this.table.setAttribute("aria-label", data.name);
    this.receive(data.handled[this.sender.client] ?? 0);
    const gone = new Set(this.rows.keys());
    let next = this.body.firstElementChild;
    for (const row of data.rows) {
      gone.delete(row.id);
      const drawn = this.rows.get(row.id) ?? this.makeRow(row);
      if (drawn.box === next) next = next.nextElementSibling;
      else this.body.insertBefore(drawn.box, next);
      this.drawRow(drawn, row);
    }
    for (const id of gone) this.dropRow(id);
  }

  drawHead() {
    for (const id of [...this.rows.keys()]) this.dropRow(id);
    const { columns, locked, name, words } = this.data;
    const isStill = locked || columns.every((column) => column.kind === "read");
    // What scrolls and holds nothing to focus takes the focus itself.
    const attributes = { tabindex: "0", role: "region", "aria-label": name };
    for (const [attribute, value] of Object.entries(attributes)) {
      if (isStill) this.scroller.setAttribute(attribute, value);
      else this.scroller.removeAttribute(attribute);
    }
    this.columnBoxes.replaceChildren(...columns.map(() => element("col")));
    this.head.replaceChildren(...columns.map((column, place) => {
      const box = element("th", { scope: "col", ariaLabel: column.heading }, element("span", { textContent: column.heading }));
      if (column.explanation) {
        const ask = element("button", { type: "button", className: "help", textContent: "?", title: column.explanation });
        ask.ariaLabel = `${words.meaning}: ${column.heading}`;
        ask.addEventListener("click", () => this.openPanel(ask, element("p", { textContent: column.explanation })));
        box.append(ask);
      }
      const handle = element("span", { className: "handle", tabIndex: 0 });
      const told = { role: "separator", "aria-orientation": "vertical", "aria-valuemin": LEAST_WIDTH, "aria-valuemax": MOST_WIDTH };
      for (const [name, value] of Object.entries(told)) handle.setAttribute(name, value);
      handle.ariaLabel = `${words.width}: ${column.heading}`;
      handle.addEventListener("pointerdown", (event) => this.drag(event, handle, place));
      handle.addEventListener("keydown", (event) => this.widenByKey(event, place));
      box.append(handle);
      return box;
    }));
    this.layOut();
  }

  // Widths are shares of the room until a column is dragged; from then on each keeps its own.
  layOut() {
    const dragged = widths.get(this.key);
    const lengths = this.data.columns.map(({ id, width }, place) => {
      if (dragged) return `${dragged[id]}px`;
      return `min(${width}px, ${place ? OTHER_SHARE : FIRST_SHARE})`;
    });
    [...this.columnBoxes.children].forEach((box, place) => { box.style.width = lengths[place]; });
    const sum = `calc(${lengths.join(" + ")})`;
    this.table.style.width = dragged ? sum : `max(100%, ${sum})`;
    this.scroller.style.scrollPaddingLeft = lengths[0]; // no cell with the focus hides behind the first column
    for (const box of this.head.children) box.lastElementChild.ariaValueNow = String(Math.max(LEAST_WIDTH, box.offsetWidth));
  }

  widen(place, own, width) {
    const { id } = this.data.columns[place];
    widths.set(this.key, { ...own, [id]: Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, width)) });
    this.layOut();
  }

  ownWidths() {
    const boxes = [...this.head.children];
    return Object.fromEntries(this.data.columns.map((column, at) => [column.id, boxes[at].offsetWidth]));
  }

  drag(event, handle, place) {
    event.preventDefault();
    const own = this.ownWidths();
    const [start, from] = [own[this.data.columns[place].id], event.clientX];
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = (moved) => this.widen(place, own, start + moved.clientX - from);
    handle.onpointerup = () => { handle.onpointermove = null; };
  }

  widenByKey(event, place) {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!way) return;
    event.preventDefault();
    const own = this.ownWidths();
    this.widen(place, own, own[this.data.columns[place].id] + way * (event.shiftKey ? WIDE_STEP : WIDTH_STEP));
    event.target.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  makeRow(row) {
    const cells = this.data.columns.map((column, place) => new Cell(this, row.id, column, place === 0));
    const drawn = { box: element("tr", {}, ...cells.map((cell) => cell.box)), cells };
    this.rows.set(row.id, drawn);
    return drawn;
  }

  dropRow(id) {
    const { box, cells } = this.rows.get(id);
    for (const cell of cells) {
      clearTimeout(cell.timer);
      this.cells.delete(cell.box);
    }
    box.remove();
    this.rows.delete(id);
  }

  drawRow(drawn, row) {
    for (const cell of drawn.cells) cell.draw(row.cells[cell.column.id], row.version, row.troubles[cell.column.id]);
    this.nameRow(drawn);
  }

  // Screen readers hear the heading of the column and the name of the row.
  nameRow({ box, cells }) {
    const name = cells[0].words(cells[0].value()) || said(this.data.words.row, [...this.body.children].indexOf(box) + 1);
    for (const cell of cells) if (cell.isEditable) this.nameCell(cell, name);
  }

  nameCell(cell, name) {
    const chosen = cell.column.kind === "multi" ? `: ${cell.words(cell.value()) || this.data.words.choose}` : "";
    const label = `${cell.column.heading}, ${name}${chosen}`;
    if (cell.input.ariaLabel !== label) cell.input.ariaLabel = label;
  }

  // --- what goes to the server and what comes back -------------------------------------------------------------------

  queue(cells) {
    const { sender } = this;
    for (const cell of cells) {
      const edit = { seq: ++sender.seq, row: cell.row, column: cell.column.id, value: cell.value(), version: cell.version };
      sender.pending = [...sender.pending.filter((one) => one.row !== edit.row || one.column !== edit.column), edit];
      cell.mark("");
    }
    this.send();
  }

  send() {
    const { sender } = this;
    keepSender(this.key);
    this.transmit({ client: sender.client, attempt: sender.attempt, edits: sender.pending });
    clearTimeout(this.patience);
    this.patience = setTimeout(() => this.sendAgain(), PATIENCE);
  }

  sendAgain() {
    if (!this.place.isConnected) return;
    this.notice.textContent = this.data.words.waiting;
    this.sender.attempt += 1;
    this.send();
  }

  receive(handled) {
    const { sender } = this;
    const done = sender.pending.filter((edit) => edit.seq <= handled);
    if (!done.length) return;
    sender.pending = sender.pending.filter((edit) => edit.seq > handled);
    keepSender(this.key);
    for (const edit of done) {
      const cell = this.rows.get(edit.row)?.cells.find((one) => one.column.id === edit.column);
      if (cell) cell.acked = edit.value;
    }
    if (sender.pending.length) return;
    clearTimeout(this.patience);
    if (this.notice.textContent === this.data.words.waiting) this.notice.textContent = "";
  }

  leave() {
    if (this.active?.isChanged) this.active.commit();
    clearTimeout(this.patience);
    window.removeEventListener("pagehide", this.onPageHide);
  }

  // --- keys, as in a spreadsheet -------------------------------------------------------------------------------------

  onInput(event, cell) {
    cell.isEditing = cell.column.kind === "text";
    cell.mirrored();
    if (cell.column.kind === "check") cell.commit();
    else cell.commitSoon(cell.column.kind === "text" ? TYPING_PAUSE : CHOOSING_PAUSE);
  }

  onFocus(cell) {
    if (this.active !== cell) this.pick(null);
    this.active = cell;
    cell.before = cell.value();
  }

  onBlur(cell) {
    cell.isEditing = false;
    cell.commit();
    queueMicrotask(() => this.drawAgain(cell)); // the focus is still here while it leaves
  }

  // What was stored while the reader was at the cell.
  drawAgain(cell) {
    const row = this.data.rows.find((one) => one.id === cell.row);
    if (row && this.rows.has(cell.row)) this.drawRow(this.rows.get(cell.row), row);
  }

  enter(cell) {
    if (!cell) return;
    cell.input.focus();
    if (cell.column.kind === "text") cell.input.select();
    cell.isEditing = false;
  }

  at(row, column) {
    const id = this.data.rows[row]?.id;
    return id === undefined ? undefined : this.rows.get(id).cells[column];
  }

  placeOf(cell) {
    const row = this.data.rows.findIndex((one) => one.id === cell.row);
    return { row, column: this.data.columns.findIndex((column) => column.id === cell.column.id) };
  }

  // The next cell that can be edited in a direction; by Tab on into the next row.
  nextOf(cell, down, right, isWrapping = false) {
    let { row, column } = this.placeOf(cell);
    for (;;) {
      row += down;
      column += right;
      if (isWrapping && column >= this.data.columns.length) { column = 0; row += 1; }
      if (isWrapping && column < 0) { column = this.data.columns.length - 1; row -= 1; }
      const found = this.at(row, column);
      if (!found || found.isEditable) return found;
    }
  }

  onKey(event, cell) {
    const { key, shiftKey } = event;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const arrows = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    const isText = cell.column.kind === "text";
    if (key === "Enter" || key === "Tab") {
      const back = shiftKey ? -1 : 1;
      const next = key === "Enter" ? this.nextOf(cell, back, 0) : this.nextOf(cell, 0, back, true);
      cell.commit();
      if (!next && key === "Tab") return; // out of the table
      event.preventDefault();
      this.pick(null);
      this.enter(next ?? cell);
    } else if (key in arrows) {
      const [down, right] = arrows[key];
      const isLong = isText && cell.input.clientHeight > 2 * parseFloat(getComputedStyle(cell.input).lineHeight);
      if (isText && cell.isEditing && (right || isLong || shiftKey)) return;
      event.preventDefault();
      if (shiftKey) this.stretch(cell, down, right);
      else { this.pick(null); this.enter(this.nextOf(cell, down, right)); }
    } else if (key === "Escape" && cell.isEditing) {
      event.preventDefault();
      cell.show(cell.before);
      cell.commit();
      this.enter(cell);
    } else if (key === "F2" && isText) {
      cell.isEditing = true;
      cell.input.setSelectionRange(cell.input.value.length, cell.input.value.length);
    } else if ((key === "Delete" || key === "Backspace") && (this.picked || cell.column.kind === "choice")) {
      event.preventDefault();
      this.put(this.pickedCells(cell).map((one) => [one, ""]));
    }
  }

  onPointer(event, cell) {
    if (event.shiftKey && this.active && this.active !== cell) {
      event.preventDefault();
      this.active.input.focus();
      this.pick(this.placeOf(cell));
      return;
    }
    this.pick(null);
    if (cell.isEditable && event.target !== cell.input && cell.column.kind !== "choice") {
      event.preventDefault();
      this.enter(cell);
    } else {
      cell.isEditing = cell.column.kind === "text";
    }
  }

  // --- ranges: from the cell with the focus to the one picked last -----------------------------------------------------

  stretch(cell, down, right) {
    const { row, column } = this.picked ?? this.placeOf(cell);
    const within = (place, count) => Math.min(Math.max(place, 0), count - 1);
    this.pick({ row: within(row + down, this.data.rows.length), column: within(column + right, this.data.columns.length) });
  }

  pick(place) {
    this.picked = place;
    for (const box of this.body.querySelectorAll(".picked")) box.classList.remove("picked");
    if (place) for (const cell of this.pickedCells(this.active)) cell.box.classList.add("picked");
  }

  pickedRows(cell) {
    const from = this.placeOf(cell);
    const to = this.picked ?? from;
    const span = (one, other) => Array.from({ length: Math.abs(one - other) + 1 }, (_, step) => Math.min(one, other) + step);
    return span(from.row, to.row).map((row) => span(from.column, to.column).map((column) => this.at(row, column)));
  }

  pickedCells(cell) {
    return this.pickedRows(cell).flat();
  }

  onCopy(event, cell, isCut = false) {
    if (!this.picked && cell.column.kind === "text") return; // the browser copies the letters that are selected
    const lines = this.pickedRows(cell).map((row) => row.map((one) => quoted(one.words(one.value()))).join("\t"));
    event.clipboardData.setData("text/plain", lines.join("\n"));
    event.preventDefault();
    if (isCut) this.put(this.pickedCells(cell).map((one) => [one, ""]));
  }

  onPaste(event, cell) {
    const texts = parsed(event.clipboardData.getData("text/plain"));
    const isSingle = texts.length === 1 && texts[0].length === 1;
    if (isSingle && !this.picked && cell.column.kind === "text") return; // the browser puts it between the letters
    event.preventDefault();
    if (isSingle) {
      this.put(this.pickedCells(cell).map((one) => [one, texts[0][0]]));
      return;
    }
    const from = this.pickedRows(cell)[0][0];
    const { row, column } = this.placeOf(from);
    this.put(texts.flatMap((line, down) => line.map((text, right) => [this.at(row + down, column + right), text])));
  }

  // Put texts into cells, send them as one, and say how many no cell takes. An empty text clears.
  put(pairs) {
    const read = pairs.map(([cell, text]) => ({ cell, text, value: cell?.read(text) }));
    const taken = read.filter(({ value }) => value !== undefined);
    for (const { cell, value } of taken) {
      clearTimeout(cell.timer);
      cell.show(value);
    }
    const changed = taken.map(({ cell }) => cell).filter((cell) => cell.isChanged);
    if (changed.length) this.queue(changed);
    this.sayRefused(read.filter(({ text, value }) => value === undefined && text !== "").length);
  }

  sayRefused(count) {
    const { words } = this.data;
    this.notice.textContent = count === 0 ? "" : count === 1 ? words.pasteRefusedOne : said(words.pasteRefused, count);
  }

  // --- what opens over the page: the meaning of a column, the choices of a cell of several ---------------------------

  openPanel(anchor, ...content) {
    this.panel.replaceChildren(...content);
    this.panel.showPopover();
    const { left, bottom, top } = anchor.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = this.panel;
    const isLow = bottom + offsetHeight > window.innerHeight && top > offsetHeight;
    this.panel.style.left = `${Math.max(8, Math.min(left, window.innerWidth - offsetWidth - 8))}px`;
    this.panel.style.top = `${isLow ? top - offsetHeight : Math.min(bottom, window.innerHeight - offsetHeight)}px`;
  }

  openChoices(cell) {
    const labels = cell.column.choices.map(([code, words]) => {
      const box = element("input", { type: "checkbox", checked: cell.value().includes(code) });
      box.addEventListener("change", () => {
        const others = cell.value().filter((one) => one !== code);
        cell.show(cell.inOrder(box.checked ? [...others, code] : others));
        cell.commit();
      });
      return element("label", {}, box, element("span", { textContent: words }));
    });
    this.choosing = cell;
    this.openPanel(cell.input, element("fieldset", { ariaLabel: cell.input.ariaLabel }, ...labels));
    this.panel.querySelector("input")?.focus();
  }

  closeChoices() {
    const cell = this.choosing;
    this.choosing = null;
    if (cell) this.drawAgain(cell);
  }
}
