// Elements. What articles say goes in as text only, never as markup.

const SVG = "http://www.w3.org/2000/svg";
// Characters that show nothing but change what is shown: controls, and those that turn the direction of a text.
const INVISIBLE = /([\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])/;

// h("p", { class: "note", onclick: f }, "text", child, [more]): an element; null, undefined and false are left out.
function h(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function svg(tag, attributes, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) setAttribute(element, name, value);
  append(element, children);
  return element;
}

function setAttribute(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name.startsWith("--")) element.style.setProperty(name, value);
  else if (name === "href" && !isSafe(value)) throw new Error(`unsafe link: ${value}`);
  else element.setAttribute(name, value === true ? "" : plain(String(value)));
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(...(child instanceof Node ? [child] : textNodes(String(child))));
  }
}

// Text with what is invisible made visible.
function textNodes(text) {
  if (!INVISIBLE.test(text)) return [text];
  return text.split(INVISIBLE).map((part, i) => (i % 2 ? h("span", { class: "control" }, codePoint(part)) : part));
}

function codePoint(character) {
  return `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

// For attributes and other places that hold no elements.
function plain(text) {
  return text.split(INVISIBLE).map((part, i) => (i % 2 ? "\ufffd" : part)).join("");
}

// What an article says, in its own direction of writing.
function told(text) {
  return h("bdi", {}, text);
}

function isSafe(href) {
  return href.startsWith("#/") || webAddress(href) !== null;
}

// The address if it is one of the web, else null.
function webAddress(text) {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  return new URL(text).href;
}

// A source: a link if it is an address of the web, else its words.
function sourceLink(source) {
  const address = webAddress(source);
  if (address === null) return told(source);
  return h("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, told(source), h("span", { class: "quiet" }, " (opens a new tab)"));
}

// A list that begins with some of its items and has a button for more.
const ITEMS_AT_ONCE = 50;

function longList(tag, attributes, values, render) {
  const list = h(tag, attributes);
  const button = h("button", { type: "button", class: "more", onclick: add });
  let shown = 0;
  function add() {
    append(list, values.slice(shown, shown + ITEMS_AT_ONCE).map(render));
    shown = Math.min(values.length, shown + ITEMS_AT_ONCE);
    button.hidden = shown === values.length;
    button.replaceChildren(`Show more (${(values.length - shown).toLocaleString("en")} left)`);
  }
  add();
  return [list, button];
}

function percent(probability) {
  return `${Math.round(probability * 100)} %`;
}

// How sure a fact is: a bar and its number.
function confidence(probability) {
  return h("span", { class: "confidence", "--p": probability, title: `confidence ${percent(probability)}` },
    h("span", { class: "bar", "aria-hidden": "true" }), h("span", { class: "hidden" }, "confidence "), h("span", { class: "percent" }, percent(probability)));
}

function plural(number, one, many = `${one}s`) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

function isMotionReduced() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function scrollTo(element, block = "center") {
  element.scrollIntoView({ block, behavior: isMotionReduced() ? "auto" : "smooth" });
}
