// Facts in words, and the sentences that show them.

// What several articles say alike is one entry: [{ kind, main, details, confidence, facts }], the surest first.
function mergeFacts(facts) {
  const entries = new Map();
  for (const fact of facts) {
    const key = foldText([fact.kind, fact.main, ...fact.details].join("|"));
    const entry = entries.get(key);
    if (entry) entry.facts.push(fact);
    else entries.set(key, { kind: fact.kind, main: fact.main, details: fact.details, facts: [fact] });
  }
  for (const entry of entries.values()) {
    entry.facts.sort((a, b) => b.confidence - a.confidence);
    entry.confidence = entry.facts[0].confidence;
  }
  return [...entries.values()].sort((a, b) => b.confidence - a.confidence);
}

const SHOWN_QUOTES = 2;

function factEntry(entry) {
  const more = entry.facts.slice(SHOWN_QUOTES);
  return h("li", { class: "fact", "data-kind": entry.kind },
    h("p", { class: "said" }, wordsOf(entry), confidence(entry.confidence)),
    entry.facts.slice(0, SHOWN_QUOTES).map(quote),
    more.length > 0 && moreQuotes(more));
}

function wordsOf({ main, details }) {
  return h("span", { class: "words" }, h("strong", {}, told(main)), details.length > 0 && h("span", { class: "details" }, details.map((detail) => [" · ", told(detail)])));
}

// The rest is made only when it is asked for.
function moreQuotes(facts) {
  const details = h("details", {}, h("summary", {}, `${facts.length.toLocaleString("en")} more`));
  details.addEventListener("toggle", () => append(details, [longList("div", {}, facts, quote)]), { once: true });
  return details;
}

// The sentence of a fact with its evidence marked, and the article that it stands in.
function quote(fact) {
  const article = readArticle(fact.article);
  return h("blockquote", {}, h("p", {}, article.text === null ? snippets(fact) : sentencesOf(article, fact)),
    h("footer", {}, h("a", { href: `#/articles/${fact.article}/facts/${fact.id}` }, told(titleOf(article))), article.published && ` · ${article.published}`));
}

function snippets(fact) {
  return fact.quotes.map((text, i) => [i > 0 && " … ", h("mark", {}, told(shorten(text)))]);
}

// Spans in one sentence are shown in one.
function sentencesOf(article, fact) {
  const parts = [];
  for (const span of [...fact.spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const [from, to] = contextOf(article, span);
    const last = parts.at(-1);
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to);
      last.spans.push(span);
    } else parts.push({ from, to, spans: [span] });
  }
  return parts.map((part, i) => [(i > 0 || part.from > 0) && h("span", { class: "quiet" }, i > 0 ? " … " : "… "), told(markSpans(article.text, part))]);
}

function markSpans(text, { from, to, spans }) {
  const nodes = [];
  let at = from;
  for (const [start, end] of spans) {
    if (end <= at) continue;
    nodes.push(text.slice(at, Math.max(at, start)), h("mark", {}, shorten(text.slice(Math.max(at, start), end))));
    at = end;
  }
  return [...nodes, text.slice(at, to)];
}

const LONGEST_EVIDENCE = 600;

function shorten(evidence) {
  const half = LONGEST_EVIDENCE / 2;
  return evidence.length > LONGEST_EVIDENCE ? `${evidence.slice(0, half)} … ${evidence.slice(-half)}` : evidence;
}
