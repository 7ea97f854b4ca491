// The form in which a fact is mended or added: its fields, and the words of the article that show it.

const words = (name) => name.replaceAll("_", " ");

// `initial`: { kind, person, fields, evidence: [{ quote, span }] }; `select()`: the evidence that is selected, or null.
function factForm({ title, forms, people, initial, isNew, hasText, select, onSave, onCancel }) {
  const fields = h("div", { class: "fields" });
  const problem = h("p", { class: "problem", role: "alert" });
  const kind = isNew && choiceField("kind", Object.keys(forms), initial.kind, true);
  const person = isNew && textField("person", initial.person, true, people);
  const quotes = h("div", { class: "fields" }, initial.evidence.map(evidenceField));
  const drawFields = (of) => fields.replaceChildren(...forms[of].map((field) => inputFor(field, initial.fields[field.name])));
  const current = () => (isNew ? valueOf(kind) : initial.kind);
  drawFields(initial.kind);
  kind?.querySelector?.("select").addEventListener("change", () => drawFields(current()));
  const form = h("form", { class: "mend", "aria-label": title, novalidate: true, onsubmit: save },
    h("h3", {}, title), person, kind, fields,
    hasText && [quotes, h("p", { class: "quiet" }, "Evidence is copied from the article. Select words in it, then ", h("button", { type: "button", class: "plain", onclick: useSelection }, "use the selection"), ".")],
    problem,
    h("p", { class: "actions" }, h("button", { type: "submit", class: "main" }, "Save", keyHint("Enter")), h("button", { type: "button", onclick: onCancel }, "Cancel", keyHint("Esc"))));

  function useSelection() {
    const selected = select();
    if (!selected) return fail("Select some words of the article first.");
    quotes.replaceChildren(evidenceField(selected));
    quotes.querySelector("textarea").focus();
  }

  function fail(reason) {
    problem.replaceChildren(reason);
  }

  async function save(event) {
    event.preventDefault();
    fail("");
    const values = Object.fromEntries(forms[current()].map(({ name, type }, i) => [name, readField(fields.children[i], type)]));
    const evidence = [...quotes.querySelectorAll("textarea")].map(readEvidence).filter(({ quote }) => quote);
    const reason = await onSave({ kind: current(), person: isNew ? valueOf(person) : undefined, fields: values, evidence });
    if (reason) fail(reason);
  }

  return form;
}

function inputFor(field, value) {
  if (field.type === "choice") return choiceField(field.name, field.options, value ?? field.default, field.required || field.default !== null);
  return textField(field.name, value ?? "", field.required, [], field.type);
}

function choiceField(name, options, value, isRequired) {
  const known = isRequired ? options : ["", ...options];
  return labelled(name, h("select", { name, required: isRequired }, known.map((option) => h("option", { value: option, selected: option === value }, option === "" ? "not told" : words(option)))), isRequired);
}

function textField(name, value, isRequired, suggestions = [], type = "text") {
  const list = suggestions.length > 0 ? `known-${name}` : null;
  const hint = type === "date" ? "such as 2024-09" : null;
  const input = h("input", { name, list, placeholder: hint, required: isRequired, inputmode: type === "number" ? "numeric" : null, autocomplete: "off", spellcheck: "false" });
  input.value = value;
  return labelled(name, [input, list && h("datalist", { id: list }, suggestions.map((one) => h("option", { value: one })))], isRequired);
}

const shownEvidence = new WeakMap(); // by text area: the evidence that it showed first, and its words as it has them

function evidenceField({ quote, span }) {
  const area = h("textarea", { name: "evidence", rows: Math.min(5, 1 + Math.floor(quote.length / 38)), spellcheck: "false" });
  area.value = quote;
  shownEvidence.set(area, { words: area.value, evidence: { quote, span } });
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    area.form.requestSubmit();
  });
  return labelled("evidence", area, true);
}

// What is as it was shown stands where it stood; other words are to be looked for.
function readEvidence(area) {
  const { words: shown, evidence } = shownEvidence.get(area);
  return area.value === shown ? evidence : { quote: area.value.trim() };
}

function labelled(name, control, isRequired) {
  return h("label", { class: "field" }, h("span", {}, words(name), !isRequired && h("span", { class: "quiet" }, " (optional)")), control);
}

function valueOf(field) {
  return field.querySelector("input, select").value.trim();
}

// A whole number as such, anything else as it stands: the server says what is wrong with it.
function readField(field, type) {
  const value = valueOf(field);
  if (value === "") return null;
  return type === "number" && /^-?\d+$/.test(value) ? Number(value) : value;
}

function keyHint(key) {
  return h("kbd", { "aria-hidden": "true" }, key);
}
