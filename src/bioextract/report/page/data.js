// The data in the page: the index at once, an article when it is looked at.

const index = JSON.parse(document.getElementById("index").textContent);
const decoded = new Map();
const KEPT_ARTICLES = 100;

// One article: facts with `id` (their place in it), `person`, `spans` and `quotes`; offsets are those of a string.
function readArticle(number) {
  if (decoded.has(number)) return decoded.get(number);
  const article = decode(JSON.parse(document.getElementById(`article-${number}`).textContent), number);
  if (decoded.size >= KEPT_ARTICLES) decoded.delete(decoded.keys().next().value);
  decoded.set(number, article);
  return article;
}

function decode(article, number) {
  const text = article.text ?? null;
  const toOffset = offsetsOf(text);
  const withSpans = (thing) => {
    const spans = pairs(thing.evidence ?? []).map(([start, end]) => [toOffset(start), toOffset(end)]);
    return { ...thing, spans, quotes: text === null ? thing.quotes ?? [] : spans.map(([start, end]) => text.slice(start, end)) };
  };
  return {
    ...article,
    number,
    text,
    people: article.people ?? [],
    sentences: pairs(article.sentences ?? []).map(([start, end]) => [toOffset(start), toOffset(end)]),
    facts: (article.facts ?? []).map((fact, id) => ({ details: [], ...withSpans(fact), id, article: number })),
    warnings: (article.warnings ?? []).map(withSpans),
  };
}

function titleOf(article) {
  return article.title || article.source || "Untitled article";
}
