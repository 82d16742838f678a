import { h, show, number, plural, ago } from "./dom.js";
import { Grid } from "./grid.js";
import { panels } from "./panels.js";

const PAUSE = 700;
const at = id => document.getElementById(id);

const grid = new Grid(at("sheet"), cell => showFormula(cell));
let state = null;
let tab = null;
let chosen = { file: null, tab: null };
let shown = "";
let failures = 0;

at("origin").textContent = location.host;
grid.onScroll = () => {
  cancelAnimationFrame(grid.frame);
  grid.frame = requestAnimationFrame(() => loadTab().catch(() => {}));
};
addEventListener("hashchange", () => choose(...fromAddress()));
addEventListener("resize", () => loadTab(true).catch(() => {}));
[chosen.file, chosen.tab] = fromAddress();
poll();

async function poll() {
  try {
    state = await ask("/_files");
    failures = 0;
    settle();
    await loadTab();
    render();
  } catch {
    failures++;
  }
  showLink();
  setTimeout(poll, failures ? 2 * PAUSE : PAUSE);
}

async function ask(path) {
  const answer = await fetch(path, { cache: "no-store" });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

// Keeps the choice while it exists; otherwise the newest spreadsheet and its first visible tab.
function settle() {
  const file = current() ?? state.files.find(f => f.tabs);
  chosen.file = file?.id ?? null;
  const tabs = file?.tabs ?? [];
  const open = tabs.find(t => t.id === chosen.tab) ?? tabs.find(t => !t.hidden) ?? tabs[0];
  chosen.tab = open?.id ?? null;
}

function current() {
  return state.files.find(f => f.id === chosen.file);
}

async function loadTab(anew = false) {
  const file = state && current();
  if (!file?.tabs) {
    tab = null;
    return;
  }
  const { from, rows } = grid.window();
  const key = [file.id, chosen.tab, file.version, from, rows].join("/");
  if (key === shown && !anew) return;
  const place = `${file.id}/${chosen.tab}`;
  if (!shown.startsWith(`${place}/`)) grid.reset();
  shown = key;
  tab = await ask(`/_files/${file.id}/${chosen.tab}?from=${from}&rows=${rows}`);
  if (place === `${chosen.file}/${chosen.tab}`) {
    grid.render(tab);
    grid.tell();
  }
}

function render() {
  const file = current();
  document.body.classList.toggle("empty", !file);
  renderFiles();
  show(at("head"), JSON.stringify([file?.name, file?.id, open()?.filledRows, ago(file?.modified, state.now)]), () => head(file));
  show(at("tabs"), JSON.stringify([file?.id, file?.tabs?.map(t => [t.title, t.color, t.hidden]), chosen.tab]), () => tabs(file));
  show(at("panels"), JSON.stringify([state.stats, state.faults, tab?.metadata]), () => panels(state, tab));
  if (!file) show(at("sheet"), "welcome", welcome);
  else delete at("sheet").dataset.key;
  if (file && !file.tabs) at("sheet").replaceChildren(h("p", { class: "blank" }, "This file is not a spreadsheet."));
}

const open = () => current()?.tabs?.find(t => t.id === chosen.tab);

function renderFiles() {
  const key = JSON.stringify([chosen.file, state.files.map(f => [f.id, f.name, f.version, ago(f.modified, state.now)])]);
  show(at("files"), key, () => [
    group("Spreadsheets", state.files.filter(f => f.tabs)),
    group("Other files", state.files.filter(f => !f.tabs))]);
}

function group(title, files) {
  if (files.length === 0) return [];
  return h("div", {}, h("h2", {}, title, h("span", { class: "note" }, number(files.length))), files.map(entry));
}

function entry(file) {
  const rows = file.tabs?.reduce((sum, t) => sum + t.filledRows, 0);
  const fresh = Date.parse(state.now) - Date.parse(file.modified) < 5000;
  return h("a", { href: `#${file.id}`, class: `entry${file.id === chosen.file ? " open" : ""}`, title: file.id },
    h("span", { class: `dot${fresh ? " fresh" : ""}` }),
    h("span", { class: "label" },
      h("b", {}, file.name),
      h("small", {}, file.tabs ? plural(rows, "row") : `${number(file.bytes)} bytes`, " · ", ago(file.modified, state.now))));
}

function head(file) {
  if (!file) return h("h1", {}, "No files yet");
  const size = open();
  return [
    h("div", { class: "title" }, h("h1", {}, file.name), h("code", { title: "Spreadsheet id" }, file.id)),
    h("div", { class: "facts" },
      size && h("span", {}, h("b", {}, number(size.filledRows)), " rows filled"),
      size && h("span", {}, h("b", {}, `${number(size.rows)} × ${number(size.columns)}`), " grid"),
      h("span", {}, "changed ", h("b", {}, ago(file.modified, state.now))))];
}

function tabs(file) {
  return (file?.tabs ?? []).map(t =>
    h("a", {
      role: "tab", href: `#${file.id}/${t.id}`, class: t.hidden ? "hidden" : null,
      "aria-selected": String(t.id === chosen.tab),
      style: t.color ? { "--tab": rgb(t.color) } : {}
    }, t.title));
}

function rgb({ red = 0, green = 0, blue = 0 }) {
  return `rgb(${[red, green, blue].map(part => Math.round(part * 255)).join(" ")})`;
}

function welcome() {
  return h("div", { class: "welcome" },
    h("img", { src: "/_page/icon.svg", alt: "", width: 56, height: 56 }),
    h("h2", {}, "Nothing has been written yet"),
    h("p", {}, "Point a client of Google Sheets or Drive at ", h("code", {}, location.origin + "/"),
      " and its sheets appear here as they are written."),
    h("p", { class: "quiet" }, "The key of the service account comes from ", h("code", {}, "--credentials-out KEY.json"), "."));
}

function showFormula(cell) {
  show(at("formula"), JSON.stringify(cell), () => cell
    ? [h("b", {}, cell.at), h("span", { class: `text ${cell.kind ?? ""}` }, cell.formula ?? cell.text ?? ""),
       cell.formula && h("span", { class: "quiet" }, `shows ${cell.text}`),
       cell.kind && h("span", { class: "kind" }, cell.kind)].filter(Boolean)
    : [h("span", { class: "quiet" }, "Select a cell to see what it holds")]);
}

function showLink() {
  const lost = failures > 1;
  at("link").classList.toggle("lost", lost);
  at("link").textContent = lost ? "The sandbox does not answer" : "Live";
}

function fromAddress() {
  const [file, id] = decodeURIComponent(location.hash.slice(1)).split("/");
  return [file || null, id === undefined ? null : Number(id)];
}

function choose(file, id) {
  chosen = { file, tab: id };
  settle();
  loadTab().then(render).catch(() => {});
}
