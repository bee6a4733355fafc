// Below the search in the header, the best of what it finds for what is typed: a combobox whose list one may leave alone (WAI-ARIA, "editable combobox with list
// autocomplete").
import { say } from "./say.js";
import { suggestions } from "./suggest-hits.js";

const delay = 150;
const shortest = 2;
const field = document.getElementById("top-q");
const list = document.createElement("ul");
let waiting;
let asking;
let told;

Object.assign(list, { id: "top-hits", className: "top-hits" });
for (const [name, value] of [["role", "listbox"], ["aria-label", "Suggestions"]]) list.setAttribute(name, value);
for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id]]) field.setAttribute(name, value);
open(false);
field.after(list);

function open(isOpen) {
  list.hidden = !isOpen;
  field.setAttribute("aria-expanded", isOpen);
  if (!isOpen) choose(-1);
}

const chosen = () => [...list.children].findIndex((option) => option.matches("[aria-selected=true]"));

function choose(index) {
  [...list.children].forEach((option, at) => option.setAttribute("aria-selected", at === index));
  const option = list.children[index];
  option?.scrollIntoView({ block: "nearest" });
  if (option) field.setAttribute("aria-activedescendant", option.id);
  else field.removeAttribute("aria-activedescendant");
}

function go(option) {
  open(false);
  location.assign(option.dataset.address);
}

function option({ kind, words, address }, index) {
  const [row, text, about] = ["li", "span", "small"].map((name) => document.createElement(name));
  row.id = `top-hit-${index}`;
  row.setAttribute("role", "option");
  row.dataset.address = address;
  text.dir = "auto";
  text.append(...words.childNodes);
  about.textContent = kind;
  row.append(text, " ", about);
  return row;
}

function show(found) {
  list.replaceChildren(...found.map(option));
  choose(-1);
  open(found.length > 0);
  // Not with each letter that changes nothing.
  if (found.length !== told) say(found.length === 1 ? "1 suggestion" : `${found.length || "No"} suggestions`);
  told = found.length;
}

async function ask(text) {
  asking = new AbortController();
  const { signal } = asking;
  try {
    const found = await suggestions(text, signal);
    if (!signal.aborted && document.activeElement === field) show(found);
  } catch {
    // The search itself says what is wrong.
  }
}

function typed() {
  clearTimeout(waiting);
  asking?.abort();
  choose(-1);
  const text = field.value.trim();
  if ([...text].length < shortest) {
    list.replaceChildren();
    return open(false);
  }
  waiting = setTimeout(ask, delay, text);
}

function leave() {
  clearTimeout(waiting);
  asking?.abort();
  told = undefined;
  open(false);
}

/** Whether a key was for the list. */
function pressed(key) {
  const [count, at] = [list.children.length, chosen()];
  if (key === "Escape") {
    const wasOpen = !list.hidden;
    leave();
    return wasOpen;
  }
  if (key === "Enter" && at >= 0) return go(list.children[at]), true;
  if (!["ArrowDown", "ArrowUp"].includes(key)) return choose(-1), false;
  if (count === 0) return typed(), true;
  open(true);
  if (key === "ArrowDown") choose((at + 1) % count);
  else choose(at < 0 ? count - 1 : (at + count - 1) % count);
  return true;
}

field.addEventListener("input", typed);
// What is there may be for another text.
field.addEventListener("focus", () => list.replaceChildren());
field.addEventListener("focusout", leave);
field.form.addEventListener("submit", leave);
field.addEventListener("keydown", (event) => {
  const isPlain = !event.isComposing && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  if (isPlain && pressed(event.key)) event.preventDefault();
});
// The focus stays where one types.
list.addEventListener("mousedown", (event) => event.preventDefault());
list.addEventListener("click", ({ target }) => target.closest("[role=option]") && go(target.closest("[role=option]")));
if (field.value) typed();
