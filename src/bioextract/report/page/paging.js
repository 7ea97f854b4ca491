// The state of a list in the address, so that going back returns to it; and the buttons from page to page.

const PAGE_ROWS = 50;
const HOME = "#/athletes";

// #/athletes?q=berg&page=2 -> { q: "berg", page: "2" }
function readState() {
  return Object.fromEntries(new URLSearchParams(location.hash.split("?")[1] ?? ""));
}

function writeState(state) {
  const kept = Object.entries(state).filter(([, value]) => value !== "" && value !== undefined);
  const query = new URLSearchParams(kept).toString();
  const route = location.hash.split("?")[0] || HOME; // as it is opened, the page has no route
  history.replaceState(null, "", route + (query ? `?${query}` : ""));
}

function pager(page, pages, go) {
  if (pages < 2) return null;
  const button = (label, to, isOff) => h("button", { type: "button", disabled: isOff, onclick: () => go(to) }, label);
  return h("nav", { class: "pager", "aria-label": "Pages" },
    button("Previous", page - 1, page === 1),
    h("span", {}, `Page ${page.toLocaleString("en")} of ${pages.toLocaleString("en")}`),
    button("Next", page + 1, page === pages));
}
