import { h, number, plural } from "./dom.js";

export function panels(state, tab) {
  return [calls(state.stats), faults(state.faults), metadata(tab)];
}

function card(title, note, ...content) {
  return h("section", { class: "card" }, h("h2", {}, title, note && h("span", { class: "note" }, note)), content);
}

function calls(stats) {
  const methods = Object.entries(stats.methods);
  return card("Calls", null,
    h("div", { class: "totals" }, total(stats.readCalls, "Sheets reads"), total(stats.writeCalls, "Sheets writes")),
    methods.length === 0
      ? h("p", { class: "quiet" }, "No call yet.")
      : h("ul", { class: "methods" }, methods.map(([name, endings]) => method(name, endings))));
}

function total(count, label) {
  return h("div", { class: "total" }, h("b", {}, number(count)), h("span", {}, label));
}

function method(name, endings) {
  const short = name.replace(/^spreadsheets\./, "");
  return h("li", {},
    h("span", { class: "name", title: name }, short),
    h("span", { class: "endings" },
      Object.entries(endings).map(([ending, count]) =>
        h("span", { class: `ending ${tone(ending)}`, title: `${name}: ${ending}, ${count} times` },
          h("i", {}, ending), ` ${number(count)}`))));
}

function tone(ending) {
  if (/^2/.test(ending)) return "good";
  if (/^(429|3)/.test(ending)) return "warn";
  return /^(dropped|late)/.test(ending) ? "odd" : "bad";
}

function faults(list) {
  if (list.length === 0) {
    return card("Faults", null, h("p", { class: "quiet" }, "None. ", h("code", {}, "POST /_faults"), " plans one."));
  }
  return card("Faults", `${list.length} on`,
    h("ul", { class: "faults" }, list.map(fault => h("li", {},
      h("div", {}, h("b", {}, fault.fault), h("span", { class: "quiet" }, meant(fault.method))),
      h("div", { class: "fired" }, fired(fault))))));
}

function meant(method) {
  return method === "*" ? "all methods" : method.replace(/^spreadsheets\./, "");
}

function fired(fault) {
  const share = fault.rate < 1 ? `${Math.round(fault.rate * 100)} % · ` : "";
  return share + (fault.count == null ? `fired ${number(fault.fired)}` : `${number(fault.fired)} of ${number(fault.count)}`);
}

function metadata(tab) {
  const items = tab?.metadata ?? [];
  if (items.length === 0) {
    return card("Developer metadata", null, h("p", { class: "quiet" }, "None in this tab."));
  }
  return card("Developer metadata", plural(items.length, "item"),
    h("ul", { class: "metadata" }, items.map(item => h("li", {},
      h("div", {}, h("b", {}, item.metadataKey), h("code", {}, `#${item.metadataId}`)),
      h("div", { class: "quiet" },
        item.metadataValue && h("span", { class: "value", title: item.metadataValue }, item.metadataValue),
        h("span", {}, location(item.location)))))));
}

function location(location) {
  const range = location.dimensionRange;
  if (range) return range.dimension === "ROWS" ? `row ${range.startIndex + 1}` : `column ${range.startIndex + 1}`;
  return location.spreadsheet ? "whole file" : "this tab";
}
