// One article: its facts with their verdicts, offsets as those of a string, and the way back.

const VERDICTS = { right: "right", wrong: "wrong", mended: "mended", added: "added" };

function readSheet(article, number) {
  const text = article.text ?? null;
  const toOffset = offsetsOf(text);
  return {
    ...article,
    number,
    text,
    sentences: pairs(article.sentences ?? []).map(([start, end]) => [toOffset(start), toOffset(end)]),
    facts: article.facts.map((fact, id) => ({ ...fact, id, spans: text === null ? [] : pairs(fact.evidence).map(([start, end]) => [toOffset(start), toOffset(end)]) })),
  };
}

// What is selected in the text, shown by `element`: [start, end] without blanks around it, null if that is nothing.
function selectedSpan(element, text) {
  const selection = getSelection();
  if (!element || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const parts = [...element.querySelectorAll("p")].filter((p) => range.intersectsNode(p)).map((p) => [
    p.contains(range.startContainer) ? offsetIn(p, range.startContainer, range.startOffset) : offsetIn(p, p, 0),
    p.contains(range.endContainer) ? offsetIn(p, range.endContainer, range.endOffset) : offsetIn(p, p, p.childNodes.length),
  ]);
  if (parts.length === 0) return null;
  const start = parts[0][0], words = text.slice(start, parts.at(-1)[1]);
  const blanks = words.length - words.trimStart().length;
  return words.trim() ? [start + blanks, start + blanks + words.trim().length] : null;
}

// Where in the text a point of a paragraph is; what is shown of a control character stands for one.
function offsetIn(p, node, offset) {
  const before = document.createRange();
  before.setStart(p, 0);
  before.setEnd(node, offset);
  const content = before.cloneContents();
  for (const control of content.querySelectorAll(".control")) control.textContent = "?";
  return Number(p.dataset.start) + content.textContent.length;
}

// Where evidence stands in the text: [[start, end]] in code points. `evidence`: [{ quote, span }]; what was typed has no
// span, and is where it stands nearest to `near`; throws for what is not there.
function placesOf(text, evidence, near) {
  return evidence.map(({ quote, span }, i) => {
    const start = span?.[0] ?? nearest(text, quote, near[i]?.[0] ?? near[0]?.[0] ?? 0);
    if (start < 0) throw new Error(`These words are not in the article: ${quote}`);
    const before = [...text.slice(0, start)].length;
    return [before, before + [...text.slice(start, span?.[1] ?? start + quote.length)].length];
  });
}

function nearest(text, quote, wanted) {
  let best = -1;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (best < 0 || Math.abs(at - wanted) < Math.abs(best - wanted)) best = at;
  }
  return best;
}

// The text with all evidence marked, that of the fact in hand lit up. `choose` is called with a fact that is clicked.
function sheetText(sheet, chosen, choose) {
  if (sheet.text === null) return h("p", { class: "quiet" }, "The text of this article is not at hand: name where it is by --texts. Its facts can be judged by their evidence.");
  const shown = sheet.facts.filter((fact) => fact.verdict !== "wrong" || fact === chosen);
  const spans = spansOf(shown);
  const pieces = piecesOf(spans, [], breaksOf(sheet.text));
  const element = h("article", { class: "text", "aria-label": "Text of the article", lang: "en" }, renderText(sheet.text, pieces));
  for (const piece of pieces.filter((one) => one.element)) {
    if (chosen?.spans.some(([start, end]) => start <= piece.start && piece.end <= end)) piece.element.classList.add("lit");
    piece.element.addEventListener("click", () => {
      const facts = spans.filter((span) => span.start <= piece.start && piece.end <= span.end).flatMap((span) => span.facts);
      if (String(getSelection()) === "" && facts.length > 0) choose(facts[(facts.indexOf(chosen) + 1) % facts.length]);
    });
    piece.element.removeAttribute("role");
    piece.element.removeAttribute("tabindex");
  }
  return element;
}

function verdictMark(verdict) {
  if (!verdict) return null;
  return h("span", { class: `verdict ${verdict}` }, { right: "✓ ", wrong: "✕ ", mended: "✎ ", added: "+ " }[verdict], VERDICTS[verdict]);
}
