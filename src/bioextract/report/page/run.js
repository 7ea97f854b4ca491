// The run: how many facts of each kind, how sure, what was rejected and why.

function runView() {
  const { run, articles } = index;
  const byKind = Object.fromEntries(Object.entries(run.bins).map(([kind, bins]) => [kind, sum(bins)]));
  const tiles = [
    [articles.length, "article"], [run.people, "person", "people"], [index.athletes.length, "athlete"],
    [sum(Object.values(byKind)), "fact"], [sum(Object.values(run.warnings)), "warning"], [run.rejects.length, "reject"],
  ];
  return {
    title: "Run",
    content: [
      h("h1", {}, "Run"),
      h("p", { class: "lead" }, told(index.name), ` · report by bioextract ${index.version}`),
      h("dl", { class: "tiles" }, tiles.map(([n, one, many = `${one}s`]) => h("div", {}, h("dt", {}, n === 1 ? one : many), h("dd", {}, n.toLocaleString("en"))))),
      h("div", { class: "columns" },
        h("section", { "aria-labelledby": "kinds" }, h("h2", { id: "kinds" }, "Facts by kind"), kindTable(byKind)),
        h("section", { "aria-labelledby": "sure" }, h("h2", { id: "sure" }, "Confidence"), histogramBox(run.bins))),
      warningTable(run.warnings),
      h("section", { "aria-labelledby": "rejects" }, h("h2", { id: "rejects" }, "Rejects"), rejectTable(run.rejects)),
      h("section", { "aria-labelledby": "made" }, h("h2", { id: "made" }, "Made by"),
        h("ul", {}, run.extractors.map(({ version, model, config, articles: n }) => h("li", {}, "bioextract ", told(version), ", model ", told(model), ", settings ", told(config), ` – ${plural(n, "article")}`)))),
    ],
  };
}

function kindTable(byKind) {
  const most = Math.max(1, ...Object.values(byKind));
  const rows = Object.entries(byKind).sort((a, b) => b[1] - a[1]);
  return h("table", { class: "bars" }, h("thead", { class: "hidden" }, h("tr", {}, h("th", { scope: "col" }, "Kind"), h("th", { scope: "col" }, "Facts"))),
    h("tbody", {}, rows.map(([kind, n]) => h("tr", {}, h("th", { scope: "row" }, KINDS[kind]), h("td", { "--p": n / most }, h("span", { class: "bar", "aria-hidden": "true" }), n.toLocaleString("en"))))));
}

function histogramBox(bins) {
  const box = h("div", { role: "group", "aria-live": "polite" });
  const show = (kind) => box.replaceChildren(histogram(kind ? bins[kind] : addUp(Object.values(bins))));
  const choices = [["", "all facts"], ...Object.keys(bins).map((kind) => [kind, KINDS[kind]])];
  show("");
  return h("div", {}, h("div", { class: "field" }, h("label", { for: "of" }, "Of"),
    h("select", { id: "of", onchange: (event) => show(event.target.value) }, choices.map(([value, name]) => h("option", { value }, name)))), box);
}

const CHART = { width: 480, height: 190, bottom: 160 };

function histogram(bins) {
  const most = Math.max(1, ...bins), step = CHART.width / bins.length;
  const total = sum(bins), sure = sum(bins.slice(bins.length / 2));
  const label = `${plural(total, "fact")}, ${total ? Math.round((100 * sure) / total) : 0} % of them with a confidence of 50 % or more`;
  const bars = bins.map((n, i) => {
    const height = (n / most) * (CHART.bottom - 10);
    return svg("rect", { x: i * step + 1, y: CHART.bottom - height, width: step - 2, height }, svg("title", {}, `${i * 5} to ${(i + 1) * 5} %: ${plural(n, "fact")}`));
  });
  const marks = [0, 25, 50, 75, 100].map((p) => svg("text", { x: (p / 100) * CHART.width, y: CHART.height - 8, "text-anchor": p === 0 ? "start" : p === 100 ? "end" : "middle" }, `${p} %`));
  return h("figure", {}, svg("svg", { viewBox: `0 0 ${CHART.width} ${CHART.height}`, class: "histogram", role: "img", "aria-label": label }, bars,
    svg("line", { x1: 0, x2: CHART.width, y1: CHART.bottom, y2: CHART.bottom }), marks), h("figcaption", {}, label));
}

function warningTable(warnings) {
  const rows = Object.entries(warnings);
  return rows.length > 0 && h("section", { "aria-labelledby": "warned" }, h("h2", { id: "warned" }, "Warnings"),
    h("ul", {}, rows.map(([code, n]) => h("li", {}, told(code.replace(/[._]/g, " ")), ` – ${n.toLocaleString("en")}`))),
    h("p", {}, h("a", { href: "#/articles?has=warnings" }, "Articles with warnings")));
}

function rejectTable(rejects) {
  if (rejects.length === 0) return h("p", { class: "quiet" }, "None are known: give the run’s rejects with --rejects.");
  const columns = [
    { key: "source", label: "Article", sort: (row) => row.source, cell: (row) => [told(row.source), row.line ? ` line ${row.line}` : null] },
    { key: "stage", label: "Stage", sort: (row) => row.stage, cell: (row) => told(String(row.stage ?? "")) },
    { key: "reason", label: "Reason", sort: (row) => row.message, cell: (row) => told(row.message) },
  ];
  const filters = [{ key: "error", label: "Error", options: commonest(rejects, (row) => [String(row.error ?? "unknown")]), keep: (row, value) => String(row.error ?? "unknown") === value }];
  return dataTable({ caption: "Rejects", noun: ["reject"], rows: rejects, columns, filters, text: (row) => `${row.source} ${row.message}` });
}

function sum(numbers) {
  return numbers.reduce((total, n) => total + n, 0);
}

function addUp(lists) {
  return lists.reduce((total, list) => total.map((n, i) => n + list[i]), Array(lists[0].length).fill(0));
}
