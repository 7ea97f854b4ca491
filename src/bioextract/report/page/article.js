// The list of articles, and the page of one: its text and its facts, each lighting up the other.

function articlesView() {
  const rows = index.articles.map((article, number) => ({ ...article, number }));
  const amount = (key, label) => ({ key, label, isNumber: true, sort: (row) => row[key], cell: (row) => row[key].toLocaleString("en") });
  const columns = [
    { key: "title", label: "Article", sort: titleOf, cell: (row) => [h("a", { href: `#/articles/${row.number}` }, told(titleOf(row))), row.title && row.source && h("span", { class: "below" }, told(row.source))] },
    { key: "published", label: "Published", sort: (row) => row.published, cell: (row) => row.published },
    amount("people", "People"), amount("facts", "Facts"), amount("warnings", "Warnings"),
  ];
  const filters = [{ key: "has", label: "With", options: [["warnings", "warnings"], ["facts", "facts"]], keep: (row, value) => row[value] > 0 }];
  return { title: "Articles", content: [h("h1", {}, "Articles"), dataTable({ caption: "Articles", noun: ["article"], rows, columns, filters, text: (row) => `${row.title ?? ""} ${row.source ?? ""}` })] };
}

function articleView(number, chosen) {
  const article = readArticle(number);
  const view = new ArticleView(article);
  return {
    title: titleOf(article),
    content: [
      h("h1", {}, told(titleOf(article))),
      h("p", { class: "lead" }, factsAbout(article)),
      warningsOf(article, view),
      article.facts.length === 0 && h("p", {}, "No facts about people were found in this article."),
      h("div", { class: "reading" }, view.text, view.panel),
      view.tip,
    ],
    ready: () => chosen !== undefined && view.choose(article.facts[chosen], true),
    leave: () => view.leave(),
  };
}

function factsAbout(article) {
  const parts = [article.published, article.title && article.source && sourceLink(article.source), plural(article.facts.length, "fact")].filter(Boolean);
  return parts.map((part, i) => [i > 0 && " · ", part]);
}

function warningsOf(article, view) {
  if (article.warnings.length === 0) return null;
  return h("section", { class: "warnings", "aria-labelledby": "warnings" }, h("h2", { id: "warnings" }, plural(article.warnings.length, "warning")),
    h("ul", {}, article.warnings.map((warning) => h("li", {}, h("strong", {}, warning.code.replace(/[._]/g, " ")), " – ", told(warning.message), " ",
      warning.quotes.map((text, i) => (article.text === null ? [h("q", {}, told(text)), " "] : [h("button", { type: "button", class: "quoted", onclick: () => view.light([warning.spans[i]], true) }, told(text)), " "]))))));
}

const SHOWN_IN_TIP = 6;

class ArticleView {
  constructor(article) {
    this.article = article;
    this.items = new Map();
    this.tip = h("div", { id: "tip", class: "tip", role: "tooltip", hidden: true });
    this.spans = article.text === null ? [] : spansOf(article.facts);
    this.pieces = article.text === null ? [] : piecesOf(this.spans, article.warnings.flatMap((warning) => warning.spans), breaksOf(article.text));
    this.text = article.text === null
      ? h("p", { class: "quiet" }, "The text of this article is not in this report; its facts are shown with their evidence alone.")
      : this.textElement();
    this.panel = h("section", { class: "panel", "aria-labelledby": "found" }, h("h2", { id: "found" }, "Facts"), this.peopleElements());
    this.onKey = (event) => event.key === "Escape" && this.hideTip();
    document.addEventListener("keydown", this.onKey);
  }

  leave() {
    document.removeEventListener("keydown", this.onKey);
    clearTimeout(this.hiding);
  }

  textElement() {
    const element = h("article", { class: "text", "aria-label": "Text of the article", lang: "en" }, renderText(this.article.text, this.pieces));
    this.pieces = this.pieces.filter((piece) => piece.element);
    this.pieceOf = new Map(this.pieces.map((piece, i) => [piece.element, i]));
    this.pieces.find((piece) => piece.isButton)?.element.setAttribute("tabindex", "0");
    const on = (name, act) => element.addEventListener(name, (event) => {
      const i = this.pieceOf.get(event.target.closest(".piece"));
      if (i !== undefined) act(i, event);
    });
    on("mouseover", (i) => this.showTip(i));
    on("mouseout", () => this.hideTipSoon());
    on("focusin", (i) => this.showTip(i));
    on("focusout", () => this.hideTipSoon());
    on("click", (i) => this.choosePiece(i));
    on("keydown", (i, event) => this.moveByKey(i, event));
    this.tip.addEventListener("mouseenter", () => clearTimeout(this.hiding));
    this.tip.addEventListener("mouseleave", () => this.hideTipSoon());
    return element;
  }

  peopleElements() {
    const { facts, people } = this.article;
    return people.map((person, number) => {
      const own = facts.filter((fact) => fact.person === number);
      if (own.length === 0) return null;
      const athlete = athleteOf(this.article.number, number);
      const name = athlete === undefined ? told(person.name) : h("a", { href: `#/athletes/${athlete}` }, told(person.name));
      return [h("h3", {}, name), h("ul", {}, own.map((fact) => this.itemOf(fact)))];
    });
  }

  itemOf(fact) {
    const content = [h("span", { class: "kind", "data-kind": fact.kind }, KINDS[fact.kind]), wordsOf(fact), confidence(fact.confidence)];
    const item = this.article.text === null
      ? h("div", { class: "item" }, content, h("span", { class: "snippet" }, snippets(fact)))
      : h("button", { type: "button", class: "item", onclick: () => this.choose(fact, true) }, content);
    this.items.set(fact.id, item);
    return h("li", {}, item);
  }

  // The facts whose spans cover a piece, the innermost first.
  factsAt(i) {
    const { start, end } = this.pieces[i];
    const covering = this.spans.filter((span) => span.start <= start && end <= span.end);
    covering.sort((a, b) => a.end - a.start - (b.end - b.start));
    return covering.flatMap((span) => span.facts);
  }

  showTip(i) {
    clearTimeout(this.hiding);
    const facts = this.factsAt(i), { element } = this.pieces[i];
    if (facts.length === 0) return;
    const names = this.article.people.map((person) => person.name);
    const lines = facts.slice(0, SHOWN_IN_TIP).map((fact) => h("p", {}, h("span", { class: "kind", "data-kind": fact.kind }, KINDS[fact.kind]), told(names[fact.person]), ": ", wordsOf(fact), confidence(fact.confidence)));
    this.tip.replaceChildren(...lines, facts.length > SHOWN_IN_TIP ? h("p", { class: "quiet" }, `and ${plural(facts.length - SHOWN_IN_TIP, "more fact")}`) : "");
    this.tip.hidden = false;
    this.pieceWithTip?.removeAttribute("aria-describedby");
    element.setAttribute("aria-describedby", "tip");
    this.pieceWithTip = element;
    this.light(facts.slice(0, 1).flatMap((fact) => fact.spans), false, "near");
    this.placeTip(element);
  }

  placeTip(element) {
    const line = element.getClientRects()[0], tip = this.tip.getBoundingClientRect();
    const left = Math.max(8, Math.min(line.left, this.text.getBoundingClientRect().right - tip.width));
    const isBelow = line.bottom + tip.height + 10 < innerHeight;
    this.tip.style.setProperty("--left", `${left + scrollX}px`);
    this.tip.style.setProperty("--top", `${(isBelow ? line.bottom + 8 : line.top - tip.height - 8) + scrollY}px`);
  }

  hideTipSoon() {
    clearTimeout(this.hiding);
    this.hiding = setTimeout(() => this.hideTip(), 150);
  }

  hideTip() {
    this.tip.hidden = true;
    this.unlight("near");
  }

  moveByKey(i, event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    let next = i + step;
    while (this.pieces[next] && !this.pieces[next].isButton) next += step;
    if (event.key === "Enter" || event.key === " ") this.choosePiece(i);
    else if (this.pieces[next]) this.focusPiece(next);
    else return;
    event.preventDefault();
  }

  focusPiece(i) {
    this.text.querySelector('.piece[tabindex="0"]')?.setAttribute("tabindex", "-1");
    this.pieces[i].element.setAttribute("tabindex", "0");
    this.pieces[i].element.focus();
  }

  // Once more on the same piece: the next fact that it shows.
  choosePiece(i) {
    const facts = this.factsAt(i);
    this.choose(facts[(facts.indexOf(this.chosen) + 1) % facts.length], false);
  }

  choose(fact, isFromList) {
    if (!fact) return;
    this.items.get(this.chosen?.id)?.removeAttribute("aria-current");
    this.chosen = fact;
    const item = this.items.get(fact.id);
    item.setAttribute("aria-current", "true");
    if (!isFromList && getComputedStyle(this.panel).position === "sticky") item.scrollIntoView({ block: "nearest" });
    this.light(fact.spans, isFromList);
    history.replaceState(null, "", `#/articles/${this.article.number}/facts/${fact.id}`);
  }

  light(spans, isScrolledTo, name = "lit") {
    this.unlight(name);
    const lit = spans.flatMap(([start, end]) => this.piecesIn(start, end));
    for (const { element } of lit) element.classList.add(name);
    if (isScrolledTo && lit.length > 0) scrollTo(lit[0].element);
  }

  unlight(name) {
    for (const element of this.text.querySelectorAll(`.${name}`)) element.classList.remove(name);
  }

  piecesIn(start, end) {
    return this.pieces.filter((piece) => start < piece.end && piece.start < end);
  }
}

let athletesByPerson;

function athleteOf(article, person) {
  athletesByPerson ??= new Map(index.athletes.flatMap((athlete, number) => athlete.people.map((key) => [key.join(" "), number])));
  return athletesByPerson.get(`${article} ${person}`);
}
