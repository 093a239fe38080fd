// Whoever is not signed in any more is taken to the sign-in page, and comes back to this address from there.
(() => {
  const ADDRESS = "";
  const here = window.location.pathname + window.location.search;
  window.location.replace(ADDRESS + "?next=" + encodeURIComponent(here));
})();
