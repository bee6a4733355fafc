// The host's queue by keys: each button says its key; arrows or j and k go through the queue. Keys of a letter can be switched off, as everywhere.
import "./part-acts.js";
import "./question-own.js";
import "./spans.js";
import { read } from "./stored.js";

const rows = () => [...document.querySelectorAll("#queue > li")].filter((row) => row.getClientRects().length > 0);

function walk(step) {
  const all = rows();
  const here = all.findIndex((row) => row.contains(document.activeElement));
  const next = all[here < 0 ? (step > 0 ? 0 : all.length - 1) : here + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
  return Boolean(next);
}

// The button of the row that one is at, else of what is being answered, else of the page.
function press(key) {
  const here = document.activeElement.closest("#queue > li") ?? document.querySelector("#queue > .is-pinned");
  const selector = `[data-key="${CSS.escape(key)}"]`;
  const target = here?.querySelector(selector) ?? document.querySelector(`#hosting ${selector}, #merging ${selector}`);
  target?.click();
  return Boolean(target);
}

// Votes alone bring no row anew: the open ones keep their order here, but for the row that one is at.
function sort(list) {
  if (list.contains(document.activeElement)) return;
  const votes = (row) => Number(row.querySelector("[id^=votes-]").textContent);
  const open = [...list.querySelectorAll(":scope > .is-open:not(.is-done)")];
  const sorted = open.toSorted((a, b) => votes(b) - votes(a));
  if (sorted.every((row, place) => row === open[place])) return;
  const after = open.at(-1).nextSibling;
  for (const row of sorted) list.insertBefore(row, after);
}

const watch = new MutationObserver(() => document.querySelectorAll("#queue").forEach(sort));

function start() {
  document.querySelectorAll("#queue").forEach((list) => watch.observe(list, { childList: true, subtree: true, characterData: true }));
  if (document.getElementById("moderating")) import("./question-moderate.js");
}

document.addEventListener("hatata:swapped", start);
start();

// "Next" names what it is pressed after: where another host was faster, nothing is skipped.
document.addEventListener("submit", ({ target }) => {
  if (target.id !== "hosting") return;
  const pinned = document.querySelector("#queue > .is-pinned");
  target.elements.after.value = pinned?.id.replace("queued-", "") ?? "";
});

// A choice that stands in the queue's place begins at its first button; afterwards one is back at the row that one left, or at the one that was chosen.
let left;
document.addEventListener("click", ({ target }) => {
  const row = target.closest("[data-key=m]")?.closest("#queue > li");
  if (row) left = row.id;
});
document.addEventListener("hatata:swapped", ({ detail }) => setTimeout(() => {
  const first = detail.querySelector("#merging input:checked, #merging input[type=radio], #merging a");
  if (first) return first.focus();
  const row = document.getElementById(left ?? "");
  left = undefined;
  if (row?.getClientRects().length > 0) row.focus();
}));

function act({ key, target }) {
  if (key === "Escape") return press(key);
  if (target.matches("input:not([type=checkbox]), textarea, select")) return false;
  if (key === "ArrowDown") return walk(1);
  if (key === "ArrowUp") return walk(-1);
  if (key === "Enter") return target.matches("#queue > li") && press(key);
  if (read("hatata.keys", "on") !== "on") return false;
  if (key === "j") return walk(1);
  if (key === "k") return walk(-1);
  return ["n", "p", "a", "d", "o", "m", "c"].includes(key) && press(key);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  if (act(event)) event.preventDefault();
});
