// Keys: / searches, arrows (or j and k) walk the cards, Enter opens (it is a link), ? tells about all this.
import { openDialog } from "./dialog.js";
import { read, write } from "./stored.js";

const key = "hatata.keys";
const shortcuts = [
  ["/", "Search"],
  ["↓ ↑ or j k", "Next and previous card"],
  ["Enter", "Open it"],
  ["s", "Save it"],
  ["Esc", "Close"],
  ["?", "This list"],
];

function visible(element) {
  return element && element.getClientRects().length > 0;
}

function search() {
  const fields = [document.querySelector("[data-search-first]"), ...document.querySelectorAll("[data-search]")];
  const field = fields.find(visible);
  field?.focus();
  field?.select();
  return Boolean(field);
}

function walk(step, from) {
  const cards = [...document.querySelectorAll("[data-card]")].filter(visible);
  const here = cards.indexOf(from);
  const next = here < 0 ? cards[step > 0 ? 0 : cards.length - 1] : cards[here + step];
  const link = next?.querySelector("h2 a, h3 a, a");
  link?.focus();
  return Boolean(link);
}

function help() {
  const content = document.createElement("div");
  const list = document.createElement("dl");
  list.className = "facts";
  for (const [name, text] of shortcuts) {
    const [term, detail] = [document.createElement("dt"), document.createElement("dd")];
    term.textContent = name;
    detail.textContent = text;
    list.append(term, detail);
  }
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = read(key, "on") === "on";
  box.addEventListener("change", () => write(key, box.checked ? "on" : "off"));
  label.append(box, " Use keys of a single letter");
  content.append(list, label);
  openDialog("Keys", content);
  return true;
}

function closeDrop() {
  const open = document.querySelector("details.drop[open]");
  if (!open) return false;
  open.open = false;
  open.querySelector("summary").focus();
  return true;
}

function save(card) {
  const button = card?.querySelector("[data-save]");
  button?.click();
  return Boolean(button);
}

function act(event) {
  // A dialog that was just closed holds the focus until the next frame.
  const at = event.target.closest?.("dialog") ? document.body : event.target;
  const card = at.closest?.("[data-card]");
  const typing = at.matches?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  if (event.key === "Escape") return closeDrop();
  if (event.key === " " && at.matches?.("a[role=button]")) return at.click(), true;
  if (event.key === "ArrowDown" && at.matches?.("[data-search-first]")) return walk(1);
  if (typing) return false;
  const arrows = card || (at === document.body && document.querySelector(".results [data-card]"));
  if (arrows && event.key === "ArrowDown") return walk(1, card);
  if (arrows && event.key === "ArrowUp") return walk(-1, card);
  if (event.key === "?") return help();
  if (read(key, "on") !== "on") return false;
  if (event.key === "/") return search();
  if (event.key === "j") return walk(1, card);
  if (event.key === "k") return walk(-1, card);
  if (event.key === "s") return save(card);
  return false;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (document.querySelector("dialog[open]")) return;
  if (act(event)) event.preventDefault();
});
document.addEventListener("click", (event) => {
  for (const drop of document.querySelectorAll("details.drop[open]")) {
    if (!drop.contains(event.target)) drop.open = false;
  }
});
