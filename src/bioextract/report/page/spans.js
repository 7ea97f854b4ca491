// A text with its spans marked. Spans may nest and overlap: each has a lane, a line of its own below the words.

const LANES = 4;
const LONGEST_WRAPPED = 110, SHORTEST_WRAPPED = 45;

// Facts by the spans that show them: [{ start, end, facts }], outer spans before inner ones.
function spansOf(facts) {
  const spans = new Map();
  for (const fact of facts) {
    for (const [start, end] of fact.spans) {
      const key = `${start} ${end}`;
      if (!spans.has(key)) spans.set(key, { start, end, facts: [] });
      spans.get(key).facts.push(fact);
    }
  }
  return [...spans.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

// Gives each span the first lane that is free where it begins; those that find none share `crowd`.
function assignLanes(spans) {
  const ends = Array(LANES).fill(0);
  for (const span of spans) {
    const free = ends.findIndex((end) => end <= span.start);
    span.lane = free < 0 ? LANES : free;
    if (free >= 0) ends[free] = span.end;
  }
}

// The pieces of the text in which nothing begins or ends: [{ start, end, kinds: by lane, isCrowded }], covered ones only.
// `bare` are [start, end] of what no fact shows but can be lit up as well.
function piecesOf(spans, bare, breaks) {
  assignLanes(spans);
  const changes = [
    ...spans.flatMap((span) => [[span.start, 1, span], [span.end, -1, span]]),
    ...bare.flatMap(([start, end]) => [[start, 1, null], [end, -1, null]]),
    ...breaks.map((offset) => [offset, 0, null]),
  ].sort((a, b) => a[0] - b[0]);
  const pieces = [], lanes = Array(LANES).fill(null);
  let at = 0, open = 0, crowd = 0;
  for (const [offset, step, span] of changes) {
    if (offset > at && open > 0) pieces.push({ start: at, end: offset, kinds: lanes.map((held) => held?.facts[0].kind), isCrowded: crowd > 0 });
    at = offset;
    open += step;
    if (!span) continue;
    if (span.lane === LANES) crowd += step;
    else if (step > 0) lanes[span.lane] = span;
    else if (lanes[span.lane] === span) lanes[span.lane] = null;
  }
  return pieces;
}

// The paragraphs of a text: [{ start, end, isWrapped }]. Lines of one width are one paragraph, others one each.
function paragraphsOf(text) {
  const found = [];
  for (const block of text.matchAll(/[^\n]+(?:\n(?![ \t]*\n)[^\n]+)*/g)) {
    const lines = block[0].split("\n");
    const isWrapped = lines.length > 1 && lines.slice(0, -1).every((line) => line.length >= SHORTEST_WRAPPED && line.length <= LONGEST_WRAPPED);
    let start = block.index;
    for (const part of isWrapped ? [block[0]] : lines) {
      if (part.trim()) found.push({ start, end: start + part.length });
      start += part.length + 1;
    }
  }
  return found;
}

// The text as elements; paragraphs tell where they begin. `pieces` get an `element` each: buttons, but for what no words or no fact is in, among which the arrow keys move.
function renderText(text, pieces) {
  const paragraphs = paragraphsOf(text);
  let next = 0;
  return paragraphs.map(({ start, end }) => {
    const nodes = [];
    let at = start;
    while (next < pieces.length && pieces[next].end <= start) next += 1;
    for (; next < pieces.length && pieces[next].start < end; next += 1) {
      const piece = pieces[next];
      nodes.push(text.slice(at, piece.start), markOf(text, piece));
      at = piece.end;
    }
    return h("p", { dir: "auto", "data-start": start }, nodes, text.slice(at, end));
  });
}

function markOf(text, piece) {
  const lanes = Object.fromEntries(piece.kinds.map((kind, lane) => [`--lane${lane}`, kind ? `var(--${kind})` : null]));
  const words = text.slice(piece.start, piece.end);
  piece.isButton = words.trim() !== "" && (piece.isCrowded || piece.kinds.some(Boolean));
  piece.element = h("mark", { class: piece.isCrowded ? "piece crowded" : "piece", ...(piece.isButton && { role: "button", tabindex: "-1" }), ...lanes }, words);
  return piece.element;
}

// Where paragraphs begin and end: no piece goes over that.
function breaksOf(text) {
  return paragraphsOf(text).flatMap(({ start, end }) => [start, end]);
}
