// What a click opened is looked at from its beginning, and its first choice has the focus.
(() => {
  const PLACE = {};
  const find = (left) => {
    const found = document.querySelector(".st-key-" + PLACE.place);
    if (!found) { if (left > 0) setTimeout(() => find(left - 1), 50); return; }
    found.closest("[data-testid=stLayoutWrapper]").scrollIntoView({block: "start"});
    const group = ".st-key-questions [data-testid=stRadioGroup]";
    const choices = found.querySelector(group) || document.querySelector(group);
    const first = choices?.querySelector("input:checked") || choices?.querySelector("input");
    if (first) first.focus({preventScroll: true});
  };
  find(40);
})();
