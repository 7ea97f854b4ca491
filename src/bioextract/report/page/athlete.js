// The table of athletes, and the page of one.

const SIGNS = { exact: "", at_least: "≥ ", about: "≈ " };

function athletesView() {
  const rows = index.athletes.map((athlete, number) => ({ ...athlete, number }));
  const list = (key, limit = 3) => (row) => listOf(row[key] ?? [], limit);
  const amount = (key) => ({ isNumber: true, sort: (row) => row[key]?.[0], cell: (row) => row[key] && SIGNS[row[key][1]] + row[key][0] });
  const columns = [
    { key: "name", label: "Name", sort: (row) => row.name, cell: (row) => h("a", { href: `#/athletes/${row.number}` }, told(row.name)) },
    { key: "nationality", label: "Nationality", sort: (row) => row.nationalities?.[0], cell: list("nationalities") },
    { key: "age", label: "Age", note: "in the latest article that tells it", isNumber: true, sort: (row) => row.age, cell: (row) => row.age },
    { key: "discipline", label: "Discipline", sort: (row) => row.disciplines?.[0], cell: list("disciplines") },
    { key: "olympics", label: "Olympics", note: "Olympic Games taken part in", ...amount("olympics") },
    { key: "marathons", label: "Marathons", note: "marathons run", ...amount("marathons") },
    { key: "sponsors", label: "Sponsors", sort: (row) => row.sponsors?.[0], cell: list("sponsors") },
    { key: "marks", label: "Best marks", sort: (row) => row.marks?.[0], cell: list("marks", 2) },
    { key: "articles", label: "Articles", isNumber: true, sort: (row) => row.people.length, cell: (row) => row.people.length },
    { key: "confidence", label: "Confidence", note: "the mean over the facts", isNumber: true, sort: (row) => row.confidence, cell: (row) => confidence(row.confidence) },
  ];
  const filters = [
    { key: "from", label: "Nationality", options: commonest(rows, (row) => row.nationalities ?? []), keep: (row, value) => (row.nationalities ?? []).includes(value) },
    { key: "does", label: "Discipline", options: commonest(rows, (row) => row.disciplines ?? []), keep: (row, value) => (row.disciplines ?? []).includes(value) },
    { key: "sure", label: "Confidence", options: ["0.9", "0.8", "0.7", "0.5"].map((p) => [p, `at least ${percent(p)}`]), keep: (row, value) => row.confidence >= Number(value) },
  ];
  const text = (row) => [row.name, ...(row.aliases ?? []), ...(row.nationalities ?? []), ...(row.disciplines ?? []), ...(row.sponsors ?? [])].join(" ");
  return { title: "Athletes", content: [h("h1", {}, "Athletes"), dataTable({ caption: "Athletes", noun: ["athlete"], rows, columns, filters, text })] };
}

function listOf(values, limit) {
  const shown = values.slice(0, limit).map((value, i) => [i > 0 && ", ", told(value)]);
  const more = values.length - limit;
  return more > 0 ? [...shown, h("span", { class: "quiet" }, ` +${more}`)] : shown;
}

function athleteView(number) {
  const athlete = index.athletes[number];
  const facts = athlete.people.flatMap(([article, person]) => readArticle(article).facts.filter((fact) => fact.person === person));
  const competitions = facts.filter((fact) => fact.kind === "participation");
  const charts = plots(facts);
  return {
    title: athlete.name,
    content: [
      h("h1", {}, told(athlete.name)),
      h("p", { class: "lead" }, summaryOf(athlete)),
      athlete.aliases?.length > 0 && h("p", { class: "quiet" }, "also called ", listOf(athlete.aliases, 6)),
      h("div", { class: "columns" },
        h("section", { "aria-labelledby": "facts" }, h("h2", { id: "facts" }, "Facts"), kindsOf(facts)),
        h("div", {},
          competitions.length > 0 && h("section", { "aria-labelledby": "events" }, h("h2", { id: "events" }, "Competitions"), timeline(competitions)),
          charts.length > 0 && h("section", { "aria-labelledby": "marks" }, h("h2", { id: "marks" }, "Marks over time"), charts))),
      h("section", { "aria-labelledby": "sources" }, h("h2", { id: "sources" }, plural(athlete.people.length, "article")), articleList(athlete.people.map(([article]) => article))),
    ],
  };
}

function summaryOf(athlete) {
  const parts = [
    athlete.nationalities && listOf(athlete.nationalities, 3),
    athlete.age !== undefined && `${athlete.age} years old when last told`,
    athlete.disciplines && listOf(athlete.disciplines, 3),
  ].filter(Boolean);
  return parts.map((part, i) => [i > 0 && " · ", part]);
}

// Facts that are no competitions, by kind.
function kindsOf(facts) {
  const groups = Object.keys(KINDS).filter((kind) => kind !== "participation").map((kind) => [kind, facts.filter((fact) => fact.kind === kind)]);
  const told = groups.filter(([, group]) => group.length > 0);
  if (told.length === 0) return h("p", { class: "quiet" }, "Only competitions are told.");
  return told.map(([kind, group]) => [h("h3", { class: "kind", "data-kind": kind }, KINDS[kind]), longList("ul", { class: "facts" }, mergeFacts(group), factEntry)]);
}

function articleList(numbers) {
  return longList("ul", { class: "sources" }, [...new Set(numbers)], (number) => {
    const article = index.articles[number];
    return h("li", {}, h("a", { href: `#/articles/${number}` }, told(titleOf(article))), article.published && h("span", { class: "quiet" }, ` · ${article.published}`));
  });
}
