// Keys of whoever leads a workshop: A to F take the statement of that letter, where the room agrees on one.
(() => {
  if (window.plumblineWorkshop) return;
  window.plumblineWorkshop = true;
  const CHOICES = {};          // key: place of its choice among those of a question
  const TYPED = "input:not([type=radio]):not([type=checkbox]), textarea, [contenteditable=true], [role=combobox], [role=listbox]";
  const boxes = () => ["as-is", "to-be"].map((name) => document.querySelector(`.st-key-room-choices-${name}`)).filter(Boolean);

  function onKey(event) {
    const key = event.key.toLowerCase();
    if (!(key in CHOICES) || event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
    if (event.target.closest?.(TYPED) || document.querySelector("[role=dialog]")) return;
    const box = boxes().find((one) => one.contains(document.activeElement)) || boxes()[0];
    const button = box?.querySelectorAll("button")[CHOICES[key]];
    if (!button) return;
    event.preventDefault();
    event.stopPropagation();
    if (button.disabled) return;
    button.focus();
    button.click();
  }
  document.addEventListener("keydown", onKey, true);
})();
