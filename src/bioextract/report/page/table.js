// A table that can be searched, filtered, sorted and paged.
//
// columns: [{ key, label, note, sort(row) -> string or number or null, cell(row) -> content, isNumber }]
// filters: [{ key, label, options: [[value, label]], keep(row, value) }]; text(row): what is searched in.

const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });

function dataTable({ caption, noun, rows, columns, filters = [], text, order = "" }) {
  const state = { q: "", sort: order, page: "1", ...readState() };
  const searchable = rows.map((row) => foldText(text(row)));
  const count = h("p", { class: "count", role: "status" });
  const body = h("tbody", { role: "rowgroup" });
  const paging = h("div", {});
  const heads = columns.map((column) => headOf(column, sortBy));
  const table = h("table", { role: "table" }, h("caption", { class: "hidden" }, caption),
    h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, heads)), body);

  function sortBy(column) {
    const [key, direction] = state.sort.split(":");
    update({ sort: key === column.key ? `${key}:${direction === "up" ? "down" : "up"}` : firstOrder(column) });
  }

  function update(change) {
    Object.assign(state, { page: "1" }, change);
    writeState({ ...state, page: state.page === "1" ? "" : state.page, sort: state.sort === order ? "" : state.sort });
    show();
  }

  function show() {
    const found = sortRows(findRows(rows, searchable, state, filters), columns, state.sort);
    const pages = Math.max(1, Math.ceil(found.length / PAGE_ROWS));
    const page = Math.min(Math.max(1, Number(state.page) || 1), pages);
    const shown = found.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS);
    body.replaceChildren(...shown.map((row) => rowOf(row, columns)));
    count.replaceChildren(found.length === rows.length ? plural(rows.length, ...noun) : `${found.length.toLocaleString("en")} of ${plural(rows.length, ...noun)}`);
    paging.replaceChildren(pager(page, pages, (to) => { update({ page: String(to) }); scrollTo(count, "start"); }) ?? "");
    heads.forEach((head, i) => markSorted(head, columns[i].key, state.sort));
  }

  show();
  return h("div", { class: "data" }, controls(state, filters, columns, update), count, h("div", { class: "wide" }, table), paging);
}

// Numbers begin with the greatest.
function firstOrder(column) {
  return `${column.key}:${column.isNumber ? "down" : "up"}`;
}

// Where rows are cards there are no heads to sort by: there is a choice instead.
function controls(state, filters, columns, update) {
  const search = h("input", { type: "search", id: "search", value: state.q, autocomplete: "off", oninput: (event) => update({ q: event.target.value }) });
  return h("form", { class: "controls", role: "search", onsubmit: (event) => event.preventDefault() },
    h("div", { class: "field grows" }, h("label", { for: "search" }, "Search"), search),
    filters.map((filter) => selectOf(filter, "all", state, update)),
    h("div", { class: "narrow" }, selectOf({ key: "sort", label: "Sort by", options: columns.map((column) => [firstOrder(column), column.label]) }, "default", state, update)));
}

function selectOf({ key, label, options }, none, state, update) {
  const choices = [["", none], ...options].map(([value, name]) => h("option", { value, selected: state[key] === value }, name));
  return h("div", { class: "field" }, h("label", { for: `filter-${key}` }, label),
    h("select", { id: `filter-${key}`, onchange: (event) => update({ [key]: event.target.value }) }, choices));
}

function headOf(column, sortBy) {
  const button = h("button", { type: "button", title: column.note, onclick: () => sortBy(column) }, column.label, h("span", { class: "arrow", "aria-hidden": "true" }));
  return h("th", { scope: "col", role: "columnheader", class: column.isNumber && "number" }, button);
}

function markSorted(head, key, sort) {
  const [by, direction] = sort.split(":");
  head.setAttribute("aria-sort", by !== key ? "none" : direction === "up" ? "ascending" : "descending");
}

function rowOf(row, columns) {
  const cells = columns.map((column, i) => {
    const content = column.cell(row);
    const isEmpty = content === null || content === undefined || content === "" || content.length === 0;
    const attributes = { "data-label": column.label, class: [column.isNumber && "number", isEmpty && "empty"].filter(Boolean).join(" ") || null };
    return i === 0
      ? h("th", { scope: "row", role: "rowheader", ...attributes }, content)
      : h("td", { role: "cell", ...attributes }, h("div", {}, content));
  });
  return h("tr", { role: "row" }, cells);
}

function findRows(rows, searchable, state, filters) {
  const words = foldText(state.q).split(/\s+/).filter(Boolean);
  const chosen = filters.filter((filter) => state[filter.key]);
  return rows.filter((row, i) => words.every((word) => searchable[i].includes(word)) && chosen.every((filter) => filter.keep(row, state[filter.key])));
}

// What has no value comes last, whichever way.
function sortRows(rows, columns, sort) {
  const [key, direction] = sort.split(":");
  const column = columns.find((candidate) => candidate.key === key);
  if (!column) return rows;
  const sign = direction === "down" ? -1 : 1;
  const keyed = rows.map((row) => [column.sort(row) ?? null, row]);
  keyed.sort(([a], [b]) => {
    if (a === null || b === null) return (a === null) - (b === null);
    return sign * (typeof a === "number" ? a - b : collator.compare(a, b));
  });
  return keyed.map(([, row]) => row);
}

// The values of a filter, the commonest first.
function commonest(rows, valuesOf, limit = 200) {
  const times = new Map();
  for (const row of rows) for (const value of valuesOf(row)) times.set(value, (times.get(value) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || collator.compare(a[0], b[0])).slice(0, limit).map(([value, n]) => [value, `${value} (${n})`]);
}
