// The data in the page: the index at once, an article when it is looked at.

const KINDS = {
  age: "age", birth_date: "birth date", birth_place: "birth place", nationality: "nationality", residence: "residence",
  discipline: "discipline", count: "count", sponsor: "sponsor", team: "team", relation: "relation", mark: "mark",
  participation: "participation",
};
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

// From code points, which records count, to the UTF-16 units of a string.
function offsetsOf(text) {
  if (text === null || !/[\ud800-\udfff]/.test(text)) return (offset) => offset;
  const offsets = [];
  let unit = 0;
  for (const character of text) {
    offsets.push(unit);
    unit += character.length;
  }
  offsets.push(unit);
  return (offset) => offsets[offset];
}

function pairs(flat) {
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i], flat[2 * i + 1]]);
}

// Where a span stands: [start, end] of its sentences, else of its line; what is far away from the span is cut.
const LONGEST_CONTEXT = 300;

function contextOf(article, [start, end]) {
  const sentence = (offset) => article.sentences.find(([from, to]) => from <= offset && offset < to);
  const first = sentence(start), last = sentence(end - 1);
  const lineEnd = article.text.indexOf("\n", end);
  const [from, to] = first && last
    ? [first[0], last[1]]
    : [article.text.lastIndexOf("\n", start - 1) + 1, lineEnd < 0 ? article.text.length : lineEnd];
  return [Math.max(from, start - LONGEST_CONTEXT), Math.min(to, end + LONGEST_CONTEXT)];
}

function titleOf(article) {
  return article.title || article.source || "Untitled article";
}

// Text to search in and for: lower case, without accents.
function foldText(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
