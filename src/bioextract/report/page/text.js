// What facts say, where they stand in a text, and the sentences that show them.

const KINDS = {
  age: "age", birth_date: "birth date", birth_place: "birth place", nationality: "nationality", residence: "residence",
  discipline: "discipline", count: "count", sponsor: "sponsor", team: "team", relation: "relation", mark: "mark",
  participation: "participation",
};

function wordsOf({ main, details }) {
  return h("span", { class: "words" }, h("strong", {}, told(main)), details.length > 0 && h("span", { class: "details" }, details.map((detail) => [" · ", told(detail)])));
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

// Text to search in and for: lower case, without accents.
function foldText(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
