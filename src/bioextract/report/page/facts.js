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
