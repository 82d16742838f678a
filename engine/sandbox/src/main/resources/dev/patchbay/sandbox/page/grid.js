import { h } from "./dom.js";

const ROW_HEIGHT = 26;
const SPARE_ROWS = 20;
const MARGIN = 40;
const MARK_WIDTH = 52;

export function letters(column) {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

// The cells of one tab. Only the rows in sight are in the document; what changed lights up.
export class Grid {
  constructor(place, onSelect) {
    this.place = place;
    this.onSelect = onSelect;
    this.widths = [];
    this.texts = new Map();
    this.selected = null;
    place.addEventListener("scroll", () => this.onScroll?.(), { passive: true });
    place.addEventListener("click", event => this.click(event));
    place.addEventListener("keydown", event => this.key(event));
  }

  reset() {
    this.widths = [];
    this.texts.clear();
    this.selected = null;
    this.place.scrollTo(0, 0);
    this.place.replaceChildren();
    this.onSelect(null);
  }

  // The rows that must be asked for: those in sight and some around them.
  window() {
    const from = Math.max(0, Math.floor(this.place.scrollTop / ROW_HEIGHT) - MARGIN);
    return { from, rows: Math.ceil(this.place.clientHeight / ROW_HEIGHT) + 2 * MARGIN };
  }

  render(tab) {
    this.tab = tab;
    const total = Math.min(tab.rows, tab.filledRows + SPARE_ROWS);
    const widest = Math.max(0, ...tab.cells.map(row => row.length));
    const inSight = Math.ceil((this.place.clientWidth - MARK_WIDTH) / 110);
    this.columns = Math.min(tab.columns, Math.max(widest + 2, inSight));
    this.total = total;
    this.measure(tab);
    const end = Math.min(total, tab.from + this.window().rows);
    const body = h("tbody");
    body.append(this.spacer(tab.from));
    for (let row = tab.from; row < end; row++) body.append(this.row(row, tab.cells[row - tab.from] ?? []));
    body.append(this.spacer(total - end));
    this.place.replaceChildren(this.table(body));
  }

  table(body) {
    const width = MARK_WIDTH + this.widths.slice(0, this.columns).reduce((a, b) => a + b, 0);
    const table = h("table", { style: { width: `${width}px` } });
    const columns = [...Array(this.columns).keys()];
    table.append(
      h("colgroup", {},
        h("col", { style: { width: `${MARK_WIDTH}px` } }),
        columns.map(c => h("col", { style: { width: `${this.widths[c]}px` } }))),
      h("thead", {}, h("tr", {}, h("th", { class: "corner" }), columns.map(c => h("th", { scope: "col" }, letters(c))))),
      body);
    return table;
  }

  spacer(rows) {
    return h("tr", { class: "spacer", "aria-hidden": "true", style: { height: `${Math.max(0, rows) * ROW_HEIGHT}px` } });
  }

  row(row, cells) {
    const line = h("tr", {}, h("th", { scope: "row" }, String(row + 1)));
    for (let column = 0; column < this.columns; column++) line.append(this.cell(row, column, cells[column] ?? {}));
    return line;
  }

  cell(row, column, cell) {
    const place = letters(column) + (row + 1);
    const before = this.texts.get(place);
    const text = cell.text ?? "";
    const changed = before !== undefined && before !== text;
    this.texts.set(place, text);
    const classes = [cell.kind, row === 0 && "first", changed && "changed", place === this.selected && "selected"];
    return h("td", { "data-at": place, class: classes.filter(Boolean).join(" ") || null }, oneLine(text));
  }

  // Columns take the width of what was seen in them, and never become narrower while one looks.
  measure(tab) {
    for (let column = 0; column < this.columns; column++) {
      let longest = 0;
      for (const row of tab.cells) longest = Math.max(longest, this.textWidth(oneLine(row[column]?.text ?? "")));
      const wanted = longest === 0 ? 96 : Math.min(340, Math.max(72, 26 + longest));
      this.widths[column] = Math.max(this.widths[column] ?? 0, Math.round(wanted));
    }
  }

  textWidth(text) {
    if (text.length > 80) return Infinity;
    this.pen ??= Object.assign(document.createElement("canvas").getContext("2d"), {
      font: `600 13px ${getComputedStyle(document.body).fontFamily}`
    });
    return this.pen.measureText(text).width;
  }

  click(event) {
    const at = event.target.closest("td")?.dataset.at;
    if (at) this.select(at);
  }

  select(at) {
    this.selected = at;
    this.place.querySelector("td.selected")?.classList.remove("selected");
    const cell = this.place.querySelector(`td[data-at="${at}"]`);
    cell?.classList.add("selected");
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.tell();
  }

  // What the selected cell holds, again after each update.
  tell() {
    if (!this.selected || !this.tab) return;
    const { row, column } = parse(this.selected);
    const inSight = row >= this.tab.from && row < this.tab.from + this.window().rows;
    if (inSight) this.onSelect({ at: this.selected, ...(this.tab.cells[row - this.tab.from]?.[column] ?? {}) });
  }

  key(event) {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (!step || !this.selected) return;
    event.preventDefault();
    const from = parse(this.selected);
    const row = from.row + step[0];
    const column = from.column + step[1];
    if (column >= 0 && column < this.columns && row >= 0 && row < this.total) this.select(letters(column) + (row + 1));
  }
}

function parse(at) {
  const [, name, row] = at.match(/^([A-Z]+)(\d+)$/);
  return { row: Number(row) - 1, column: [...name].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0) - 1 };
}

function oneLine(text) {
  return text.replace(/\s*\n\s*/g, " ⏎ ");
}
