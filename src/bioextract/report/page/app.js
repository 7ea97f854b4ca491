// The views and their addresses.

const ROUTES = [
  [/^\/athletes$/, athletesView],
  [/^\/athletes\/(\d+)$/, (n) => index.athletes[n] && athleteView(n)],
  [/^\/articles$/, articlesView],
  [/^\/articles\/(\d+)(?:\/facts\/(\d+))?$/, (n, fact) => index.articles[n] && articleView(n, fact)],
  [/^\/run$/, runView],
];
const main = document.getElementById("main");
let current = {};
let isFirst = true;

function show() {
  const path = (location.hash.split("?")[0] || HOME).slice(1);
  current.leave?.();
  current = viewOf(path) ?? notFound();
  document.title = `${plain(current.title)} – bioextract report`;
  main.replaceChildren(...[current.content].flat(Infinity).filter((node) => node instanceof Node));
  for (const link of document.querySelectorAll(".top nav a")) markCurrent(link, path);
  scroll(0, 0);
  if (!isFirst) focusHeading();
  isFirst = false;
  current.ready?.();
}

// So that a screen reader tells where we are, and the next tab goes on from there.
function focusHeading() {
  const heading = main.querySelector("h1");
  heading.setAttribute("tabindex", "-1");
  heading.focus({ preventScroll: true });
}

function viewOf(path) {
  for (const [pattern, view] of ROUTES) {
    const match = pattern.exec(path);
    if (match) return view(...match.slice(1).filter((part) => part !== undefined).map(Number));
  }
  return null;
}

function markCurrent(link, path) {
  const isCurrent = path.startsWith(link.getAttribute("href").slice(1));
  if (isCurrent) link.setAttribute("aria-current", "page");
  else link.removeAttribute("aria-current");
}

function notFound() {
  return { title: "Not found", content: [h("h1", {}, "Not found"), h("p", {}, "There is nothing at this address. ", h("a", { href: "#/athletes" }, "To the athletes"))] };
}

// Links within the page that are no views, such as the one that skips to the content.
addEventListener("click", (event) => {
  if (event.target.closest?.(".skip")) {
    event.preventDefault();
    main.focus();
  }
});
addEventListener("hashchange", show);
show();
