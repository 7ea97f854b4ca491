// Marks over time: one plot for each discipline with at least two dated marks. Up is better.

const PLOT = { width: 640, height: 220, left: 96, right: 20, top: 18, bottom: 38 };

function plots(facts) {
  const series = new Map();
  for (const fact of facts) {
    const point = pointOf(fact);
    if (!point) continue;
    const key = foldText(`${fact.discipline ?? ""}|${fact.unit}`);
    if (!series.has(key)) series.set(key, { discipline: fact.discipline ?? "discipline not told", unit: fact.unit, points: [] });
    const { points } = series.get(key);
    if (!points.some((other) => other.amount === point.amount && other.date === point.date)) points.push(point);
  }
  return [...series.values()].filter(({ points }) => points.length > 1).map(plot);
}

function pointOf(fact) {
  if (fact.amount === undefined || !fact.date) return null;
  const name = fact.kind === "mark" ? fact.details[0] : fact.main;
  return { amount: fact.amount, date: fact.date, text: fact.kind === "mark" ? fact.main : fact.mark, name, time: timeOf(fact.date) };
}

// A month or a year alone stands in its middle.
function timeOf(date) {
  const [year, month, day] = date.split("-").map(Number);
  return year + (month ? (month - 1) / 12 + ((day || 15) - 1) / 365 : 0.5);
}

function plot({ discipline, unit, points }) {
  points.sort((a, b) => a.time - b.time);
  const x = scale(points.map((point) => point.time), PLOT.left, PLOT.width - PLOT.right);
  const amounts = points.map((point) => point.amount);
  const [bottom, top] = [PLOT.height - PLOT.bottom, PLOT.top];
  const y = unit === "s" ? scale(amounts, top, bottom) : scale(amounts, bottom, top);
  const chart = svg("svg", { viewBox: `0 0 ${PLOT.width} ${PLOT.height}`, class: "plot", role: "img", "aria-label": `${discipline}: ${points.length} marks over time; the list below tells them.` },
    ticks(y.low, y.high, 4).map((value) => horizontal(y(value), formatAmount(value, unit))),
    years(x.low, x.high).map((year) => svg("text", { x: x(year), y: PLOT.height - 10, "text-anchor": "middle" }, String(year))),
    svg("polyline", { points: points.map((point) => `${x(point.time)},${y(point.amount)}`).join(" ") }),
    points.map((point) => svg("circle", { cx: x(point.time), cy: y(point.amount), r: 5, class: point.date.length < 8 ? "vague" : null }, svg("title", {}, `${point.text}, ${point.date}, ${point.name}`))));
  return h("figure", {}, h("figcaption", {}, h("strong", {}, told(discipline)), ` – ${unit === "s" ? "faster" : "more"} is higher; a hollow point has no exact day`), chart,
    longList("ol", { class: "points" }, points, (point) => h("li", {}, h("span", { class: "quiet" }, `${point.date} `), h("strong", {}, told(point.text)), " ", told(point.name))));
}

function horizontal(y, label) {
  return svg("g", {}, svg("line", { x1: PLOT.left, x2: PLOT.width - PLOT.right, y1: y, y2: y }), svg("text", { x: PLOT.left - 10, y: y + 4, "text-anchor": "end" }, label));
}

// A linear scale with a margin around the values.
function scale(values, from, to) {
  const low = values.reduce((a, b) => Math.min(a, b)), high = values.reduce((a, b) => Math.max(a, b));
  const margin = (high - low) * 0.08 || Math.abs(high) * 0.01 || 1;
  const start = low - margin, end = high + margin;
  const map = (value) => Math.round((from + ((value - start) / (end - start)) * (to - from)) * 10) / 10;
  return Object.assign(map, { low, high });
}

function ticks(low, high, count) {
  if (low === high) return [low];
  return Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
}

function years(low, high) {
  const first = Math.ceil(low), last = Math.floor(high);
  if (last < first) return [Math.round((low + high) / 2)];
  const step = Math.ceil((last - first + 1) / 8);
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step);
}

function formatAmount(amount, unit) {
  if (unit !== "s") return `${Number(amount.toFixed(2))} ${unit}`;
  const seconds = (amount % 60).toFixed(amount < 60 ? 2 : 0).padStart(2, "0");
  const minutes = Math.floor(amount / 60) % 60, hours = Math.floor(amount / 3600);
  if (hours > 0) return `${hours}:${String(minutes).padStart(2, "0")}:${seconds}`;
  return minutes > 0 ? `${minutes}:${seconds}` : `${seconds} s`;
}
