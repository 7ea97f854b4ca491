// Competitions in the order of time. What became of each is told by a sign and by words.

const STATUSES = { past: "took part", upcoming: "upcoming", hoped: "hoped for", missed: "missed", dnf: "did not finish" };

function timeline(facts) {
  const years = new Map();
  for (const entry of mergeCompetitions(facts)) {
    const year = entry.date?.slice(0, 4) ?? "undated";
    years.set(year, [...(years.get(year) ?? []), entry]);
  }
  const order = [...years.keys()].sort((a, b) => (a === "undated") - (b === "undated") || b.localeCompare(a));
  return h("div", { class: "timeline" }, legend(facts), order.map((year) => [
    h("h3", {}, year === "undated" ? "Date not told" : year),
    longList("ol", {}, years.get(year).sort((a, b) => (b.date ?? "").localeCompare(a.date ?? "")), competition),
  ]));
}

// The same competition in the same year and discipline, with the same outcome, is one.
function mergeCompetitions(facts) {
  const groups = new Map();
  for (const fact of facts) {
    const key = keyOf(fact);
    if (groups.has(key)) groups.get(key).push(fact);
    else groups.set(key, [fact]);
  }
  return [...groups.values()].map((group) => {
    const fullest = group.reduce((best, fact) => (fact.details.length > best.details.length ? fact : best));
    const sorted = [...group].sort((a, b) => b.confidence - a.confidence);
    return { ...fullest, confidence: sorted[0].confidence, facts: sorted };
  });
}

function keyOf(fact) {
  return foldText([fact.main, fact.date?.slice(0, 4) ?? fact.dateText ?? "", fact.discipline ?? "", fact.status].join("|"));
}

function competition(entry) {
  const details = entry.details.filter((detail) => detail !== STATUSES[entry.status]);
  const item = factEntry({ ...entry, details });
  item.classList.add(`is-${entry.status}`);
  item.prepend(statusSign(entry.status), h("p", { class: "status" }, STATUSES[entry.status]));
  return item;
}

function legend(facts) {
  const present = Object.keys(STATUSES).filter((status) => facts.some((fact) => fact.status === status));
  return h("p", { class: "legend" }, present.map((status) => h("span", {}, statusSign(status), STATUSES[status])));
}

// A disc, an arrow, a dashed ring, a cross, a barred ring.
function statusSign(status) {
  const shapes = {
    past: [svg("circle", { cx: 8, cy: 8, r: 6, class: "solid" })],
    upcoming: [svg("circle", { cx: 8, cy: 8, r: 6 }), svg("path", { d: "M5 8h5.5M8 5.2 10.8 8 8 10.8" })],
    hoped: [svg("circle", { cx: 8, cy: 8, r: 6, "stroke-dasharray": "2.4 2.3" })],
    missed: [svg("path", { d: "M3 3 13 13M13 3 3 13" })],
    dnf: [svg("circle", { cx: 8, cy: 8, r: 6 }), svg("path", { d: "M3.8 12.2 12.2 3.8" })],
  };
  return svg("svg", { class: `sign ${status}`, viewBox: "0 0 16 16", "aria-hidden": "true" }, shapes[status] ?? shapes.past);
}
