// The desk: one fact at a time, judged by a key; the next one comes by itself.

const main = document.getElementById("main");
let overview, sheet, chosen = null, form = null;
const past = []; // [article, fact, the fact as it was before]: what has been judged here, the last one at the end

const KEYS = {
  r: () => judge("right"), w: () => judge("wrong"), e: openMend, a: openAdd, u: undo, s: () => go(1), n: () => goToUnjudged(),
  ArrowRight: () => go(1), ArrowDown: () => go(1), j: () => go(1), ArrowLeft: () => go(-1), ArrowUp: () => go(-1), k: () => go(-1),
};

async function ask(path, answer) {
  const options = answer && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(answer) };
  let response;
  try {
    response = await fetch(`api/${path}`, options);
  } catch {
    throw new Error("The desk does not answer: has its command ended?");
  }
  const value = await response.json();
  if (!response.ok) throw Object.assign(new Error(value.error), { isOutdated: response.status === 409 });
  return value;
}

const SHOWN_MS = 4000;
let silence;

// Tells what was done, for a while; what went wrong stays until the next word.
function say(text, isWrong = false) {
  clearTimeout(silence);
  document.getElementById("said").replaceChildren(...textNodes(text));
  if (!isWrong) silence = setTimeout(() => document.getElementById("said").replaceChildren(), SHOWN_MS);
}

async function start() {
  overview = await ask("overview");
  document.getElementById("name").replaceChildren(...textNodes(overview.name));
  document.title = `${plain(overview.name)} – bioextract review`;
  const [, article, fact] = /^#(\d+)\/(\d+)$/.exec(location.hash) ?? [];
  if (overview.articles[article]) await open(Number(article), Number(fact));
  else await goToUnjudged();
}

// Shows a fact of an article; without one, the first that is asked for.
async function open(number, fact) {
  if (sheet?.number !== number) sheet = readSheet(await ask(`articles/${number}`), number);
  chosen = sheet.facts[fact] ?? sheet.facts[overview.articles[number].asked[0]] ?? null;
  form = null;
  draw(true);
}

function nextUnjudged(number, after) {
  const left = (n) => overview.articles[n].asked.filter((id) => !overview.articles[n].judged.includes(id));
  const here = overview.articles[number] && (left(number).find((id) => id > after) ?? left(number)[0]);
  if (here !== undefined) return [number, here];
  for (let step = 1; step <= overview.articles.length; step += 1) {
    const n = (Math.max(0, number) + step) % overview.articles.length;
    if (left(n).length > 0) return [n, left(n)[0]];
  }
  return null;
}

async function goToUnjudged() {
  const first = sheet ? nextUnjudged(sheet.number, chosen?.id ?? -1) : nextUnjudged(0, -1);
  if (first) return open(...first);
  if (!sheet && overview.articles.length > 0) await open(0);
  if (!sheet) return draw(false);
  say("Everything that was asked for has been judged.");
}

// To the next or the former fact that is asked for, over all articles.
async function go(step) {
  if (!sheet) return;
  const all = overview.articles.flatMap(({ asked }, number) => asked.map((id) => [number, id]));
  const at = all.findIndex(([number, id]) => number === sheet.number && id === chosen?.id);
  const next = all[at + step];
  if (next) await open(...next);
  else say(step > 0 ? "This is the last fact." : "This is the first fact.");
}

async function send(number, answer) {
  try {
    take(number, await ask(`articles/${number}`, answer));
  } catch (error) {
    if (error.isOutdated) await reread(number);
    throw error;
  }
}

// Somebody else has been at this article: shows it as it is now; what is being written in the form stays.
async function reread(number) {
  take(number, await ask(`articles/${number}`));
  chosen = sheet.facts[chosen?.id] ?? null;
  if (!form) draw(false);
}

function take(number, article) {
  sheet = readSheet(article, number);
  const entry = overview.articles[number];
  entry.asked = sheet.facts.filter((fact) => fact.isAsked).map((fact) => fact.id);
  entry.judged = sheet.facts.filter((fact) => fact.isAsked && fact.verdict).map((fact) => fact.id);
}

let isBusy = false;

// One answer at a time, so that a key that is held down judges one fact.
async function once(act) {
  if (isBusy) return;
  isBusy = true;
  try {
    await act();
  } catch (error) {
    say(error.message, true);
  } finally {
    isBusy = false;
  }
}

async function judge(verdict) {
  if (!chosen) return;
  if (chosen.verdict === "added" && verdict === "right") return say("It was added, which says that it is right.");
  const before = chosen, { id, seen } = chosen, { number } = sheet;
  await send(number, { fact: id, seen, verdict });
  past.push([number, id, before]);
  say(`Judged: ${verdict}.`);
  await goOn(number, id);
}

async function goOn(number, id) {
  chosen = sheet.facts[id] ?? null;
  form = null;
  const next = nextUnjudged(number, id);
  if (next) return open(...next);
  draw(false);
  say("Everything that was asked for has been judged.");
}

async function undo() {
  const [number, id, before] = past.pop() ?? [sheet?.number, chosen?.id];
  if (number === undefined) return;
  if (sheet.number !== number) await open(number, id);
  if (!sheet.facts[id]?.verdict) return say("There is nothing to undo.");
  await send(number, { fact: id, seen: sheet.facts[id].seen, ...verdictOf(before) });
  await open(number, id);
  say("Undone.");
}

// The answer that gives a fact the verdict that it had.
function verdictOf(before) {
  if (before?.verdict !== "mended") return { verdict: before?.verdict ?? "withdrawn" };
  return { verdict: "mended", fields: before.fields, spans: pairs(before.evidence) };
}

function openMend() {
  if (!chosen) return;
  const fact = chosen;
  openForm({ title: `Mend: ${KINDS[fact.kind]} of ${sheet.people[fact.person].name}`, isNew: false, initial: { ...fact, evidence: fact.quotes.map((quote, i) => ({ quote, span: fact.spans[i] })) }, near: fact.spans,
    save: async (told, spans) => {
      await send(sheet.number, { fact: fact.id, seen: fact.seen, verdict: "mended", fields: told.fields, spans });
      const id = fact.verdict === "added" ? sheet.facts.length - 1 : fact.id; // what was added is the last now
      past.push([sheet.number, id, fact.verdict === "added" ? null : fact]);
      say("Mended.");
      await goOn(sheet.number, id);
    } });
}

function openAdd() {
  if (!sheet) return;
  if (sheet.text === null) return say("The text of this article is not at hand, so that nothing can be added.");
  const initial = { kind: chosen?.kind ?? overview.kinds[0] ?? "participation", person: sheet.people[chosen?.person ?? 0]?.name ?? "", fields: {}, evidence: [selectedEvidence() ?? { quote: "" }] };
  openForm({ title: "Add a fact that was missed", isNew: true, initial, near: chosen?.spans ?? [],
    save: async (told, spans) => {
      const before = chosen?.id ?? 0;
      await send(sheet.number, { verdict: "added", person: told.person, kind: told.kind, fields: told.fields, spans });
      past.push([sheet.number, sheet.facts.length - 1]);
      chosen = sheet.facts[before] ?? null;
      form = null;
      draw(false);
      say("Added.");
    } });
}

function selectedEvidence() {
  const span = selectedSpan(main.querySelector("article.text"), sheet.text);
  return span && { quote: sheet.text.slice(...span), span };
}

function openForm({ title, isNew, initial, near, save }) {
  form = factForm({
    title, isNew, initial, forms: overview.forms, people: sheet.people.map((person) => person.name), hasText: sheet.text !== null, select: selectedEvidence,
    onCancel: closeForm,
    onSave: async (told) => {
      try {
        await save(told, sheet.text === null ? [] : placesOf(sheet.text, told.evidence, near));
        return "";
      } catch (error) {
        return error.message;
      }
    },
  });
  draw(false);
  form.querySelector(isNew ? "select, input" : ".fields input, .fields select").focus();
}

function closeForm() {
  form = null;
  draw(false);
}

function draw(isScrolled) {
  drawProgress();
  if (!sheet) {
    main.replaceChildren(h("h1", {}, "Nothing to judge"), h("p", {}, "No fact is asked for. Try a higher ", h("code", {}, "--below"), ", or leave it out."));
    return;
  }
  const title = sheet.title || sheet.source || "Untitled article";
  main.replaceChildren(
    h("h1", {}, told(title)),
    h("p", { class: "lead" }, [sheet.published, sheet.title && sheet.source && sourceLink(sheet.source), `article ${sheet.number + 1} of ${overview.articles.length}`].filter(Boolean).map((part, i) => [i > 0 && " · ", part])),
    h("div", { class: "reading" }, sheetText(sheet, chosen, choose), h("section", { class: "panel desk", "aria-label": "The fact in hand" }, chosen ? cardOf(chosen) : h("p", {}, "No fact of this article is asked for."), form ?? actions(), listOfFacts())),
  );
  if (chosen) history.replaceState(null, "", `#${sheet.number}/${chosen.id}`);
  if (!form) main.focus({ preventScroll: true });
  // Beside the text the fact in hand is always in sight; above it, it is the text that can wait.
  const isBeside = matchMedia("(min-width: 62rem)").matches;
  const target = form ?? main.querySelector(isBeside ? ".lit" : ".card");
  if ((isScrolled || form) && target) scrollTo(target, "nearest");
}

function drawProgress() {
  const count = (name) => overview.articles.reduce((sum, article) => sum + article[name].length, 0);
  const bar = document.getElementById("progress");
  bar.max = Math.max(1, count("asked"));
  bar.value = count("judged");
  document.getElementById("done").replaceChildren(`${count("judged").toLocaleString("en")} of ${plural(count("asked"), "fact")} judged`);
}

function choose(fact) {
  chosen = fact;
  form = null;
  draw(false);
}

function cardOf(fact) {
  const quote = sheet.text === null ? fact.quotes.map((text, i) => [i > 0 && " … ", h("mark", {}, told(shorten(text)))]) : sentencesOf(sheet, fact);
  return h("div", { class: "card", "data-kind": fact.kind },
    h("h2", {}, h("span", { class: "kind", "data-kind": fact.kind }, KINDS[fact.kind]), " ", told(sheet.people[fact.person].name)),
    h("p", { class: "said-of" }, wordsOf(fact), confidence(fact.confidence), verdictMark(fact.verdict)),
    fact.before && h("p", { class: "quiet" }, "was: ", h("del", {}, told(fact.before))),
    h("blockquote", {}, h("p", {}, quote)));
}

function actions() {
  const button = (label, key, act, name) => h("button", { type: "button", class: name, onclick: () => once(act), "aria-keyshortcuts": key }, label, keyHint(key.toUpperCase()));
  return h("p", { class: "actions" },
    button("Right", "r", KEYS.r, "main"), button("Wrong", "w", KEYS.w, "main"), button("Mend", "e", KEYS.e), button("Add", "a", KEYS.a),
    button("Undo", "u", KEYS.u), button("Skip", "s", KEYS.s), button("Back", "k", KEYS.k));
}

const MOST_LISTED = 200;

// Of an article with very many facts, those around the fact in hand.
function listOfFacts() {
  const from = Math.max(0, Math.min((chosen?.id ?? 0) - MOST_LISTED / 2, sheet.facts.length - MOST_LISTED));
  const listed = sheet.facts.slice(from, from + MOST_LISTED), others = sheet.facts.length - listed.length;
  return [h("h3", {}, "Facts of this article"), others > 0 && h("p", { class: "quiet" }, `and ${plural(others, "more fact")}, to which the keys go`), h("ul", {}, listed.map((fact) => h("li", {}, h("button", { type: "button", class: fact.isAsked ? "item" : "item other", "aria-current": fact === chosen ? "true" : null, onclick: () => choose(fact) },
    h("span", { class: "kind", "data-kind": fact.kind }, KINDS[fact.kind]), wordsOf(fact), h("span", { class: "quiet" }, told(sheet.people[fact.person].name)), verdictMark(fact.verdict) ?? confidence(fact.confidence)))))];
}

addEventListener("keydown", (event) => {
  if (event.key === "Escape" && form) return closeForm();
  if (form || event.ctrlKey || event.altKey || event.metaKey || event.target.closest?.("input, select, textarea")) return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  once(act);
});
once(start);
