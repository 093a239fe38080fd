// What every page does beside Streamlit: it says what became of a save, names what a screen reader would not know, lets
// the keyboard reach what scrolls, closes the drawer of a phone, and says in our words when the line is lost.
(() => {
  if (window.plumblineShell) return;
  window.plumblineShell = true;
  const WORDS = {};
  const PATIENCE = 1200;       // ms without a line before it is said; a server that restarts is often back before
  const NARROW = 768;          // px up to which the navigation is a drawer
  const SIGN = "[data-testid=stMarkdownContainer]";
  const TIME = /\d\d:\d\d:\d\d/;
  const app = () => document.querySelector("[data-test-connection-state]");

  // --- saves are said -------------------------------------------------------------------------------------------------
  const regions = Object.fromEntries(["polite", "assertive"].map((manner) => {
    const region = document.createElement("div");
    region.className = "said";
    region.setAttribute("role", manner === "polite" ? "status" : "alert");
    region.setAttribute("aria-live", manner);
    document.body.append(region);
    return [manner, region];
  }));
  let last = "";
  function say(text, manner = "polite") {
    if (text === last) return;
    last = text;
    regions[manner].textContent = text;
  }
  // The icon of a sign is a letter sequence of its font, which nobody wants to hear.
  function textOf(sign) {
    const words = [], walker = document.createTreeWalker(sign, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("[role=img]")) words.push(walker.currentNode.textContent);
    return words.join("").replace(/\s+/g, " ").trim();
  }
  // What changes by itself beside a reader, such as how many have voted, is said as well, once it rests.
  const LIVE = ".st-key-live-count", REST = 1500;
  let resting = null;
  function listen(sign) {
    const text = textOf(sign);
    if (sign.closest(LIVE)) {
      clearTimeout(resting);
      resting = setTimeout(() => say(text), REST);
      return;
    }
    if (text.startsWith(WORDS.NOT_SAVED)) say(text, "assertive");
    else if (text.startsWith(WORDS.SAVED) && TIME.test(text)) say(text);
  }

  // --- what has no name, and what scrolls -------------------------------------------------------------------------------
  function nameBars() {
    for (const bar of document.querySelectorAll("[role=progressbar][aria-label=progress]")) {
      const words = bar.closest("[data-testid=stProgress]")?.firstElementChild?.textContent.trim();
      if (words) bar.setAttribute("aria-label", words);
    }
  }
  function openScrollers() {
    for (const box of document.querySelectorAll("[data-testid=stTable] > div, .stVerticalBlock[class*=st-key-wide-]")) {
      const isScrolling = box.scrollWidth > box.clientWidth + 1;
      if (isScrolling === box.hasAttribute("tabindex")) continue;
      const named = box.querySelector("table[aria-label], svg[aria-label]");
      for (const [name, value] of Object.entries({ tabindex: "0", role: "group", "aria-label": named?.getAttribute("aria-label") || WORDS.SCROLLS })) {
        if (isScrolling) box.setAttribute(name, value);
        else box.removeAttribute(name);
      }
    }
  }

  // --- the line ---------------------------------------------------------------------------------------------------------
  let wasConnected = false, lostFor = null;
  const banner = document.createElement("div");
  banner.className = "line-lost";
  banner.setAttribute("role", "alert");
  function watchLine() {
    const state = app()?.dataset.testConnectionState;
    if (state === "CONNECTED") {
      clearTimeout(lostFor);
      lostFor = null;
      if (banner.isConnected) { banner.remove(); say(WORDS.LINE_BACK); }
      wasConnected = true;
    } else if (wasConnected && state === "DISCONNECTED_FOREVER") {
      showLost(WORDS.LINE_GONE);
    } else if (wasConnected && lostFor === null) {
      lostFor = setTimeout(() => showLost(WORDS.LINE_LOST), PATIENCE);
    }
  }
  function showLost(words) {
    banner.textContent = words;
    document.body.append(banner);
    askWhetherSignedIn();
  }
  // The line stays lost for whoever is not signed in any more: the sign-in page leads back here.
  function askWhetherSignedIn() {
    if (!banner.isConnected) return;
    const again = () => setTimeout(askWhetherSignedIn, 5000);
    fetch("/_stcore/health").then((answer) => {
      if (answer.status !== 401) { again(); return; }
      window.location.assign("/sign-in?next=" + encodeURIComponent(window.location.pathname + window.location.search));
    }).catch(again);
  }
  // Streamlit's own dialog speaks of servers and terminals, and lies over the page.
  function closeForeign(dialog) {
    if (!wasConnected || app()?.dataset.testConnectionState === "CONNECTED") return;
    if (!dialog.textContent.includes("Connection error") && !dialog.textContent.includes("Streamlit")) return;
    dialog.style.visibility = "hidden";
    dialog.querySelector("button")?.click();
    clearTimeout(lostFor);
    showLost(WORDS.LINE_LOST);
  }

  let isWaiting = false;
  function scanSoon() {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => { isWaiting = false; nameBars(); openScrollers(); }, 200);
  }
  new MutationObserver((changes) => {
    const signs = new Set();
    for (const { type, target, addedNodes } of changes) {
      const box = target.nodeType === 1 ? target : target.parentElement;
      const sign = box?.closest(SIGN);
      if (sign) signs.add(sign);
      if (type !== "childList") continue;
      for (const node of addedNodes) {
        if (node.nodeType !== 1) continue;
        if (!sign) for (const inner of node.matches(SIGN) ? [node] : node.querySelectorAll(SIGN)) signs.add(inner);
        const dialog = node.matches("[role=dialog]") ? node : node.querySelector("[role=dialog]");
        if (dialog) closeForeign(dialog);
      }
    }
    signs.forEach(listen);
    scanSoon();
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
  new MutationObserver(watchLine).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["data-test-connection-state"] });
  window.addEventListener("resize", scanSoon);

  // --- the drawer of a phone is done with once a page is chosen ----------------------------------------------------------
  document.addEventListener("click", (event) => {
    if (window.innerWidth > NARROW || !event.target.closest?.("[data-testid=stSidebarNavLink]")) return;
    setTimeout(() => document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click());
  });
  watchLine();
  scanSoon();
})();
