// Questions: the list keeps its order, what was typed is kept, and what is asked already is shown while one types.
import "./drafts.js";
import "./question-own.js";
import "./question-votes.js";

const number = (row, name) => Number(row.dataset[name] ?? 0);
const votes = (row) => Number(row.querySelector(".vote-count")?.textContent ?? 0);
const isAnswered = (row) => ["live", "written"].includes(row.dataset.state);
const orders = {
  votes: (a, b) => votes(b) - votes(a) || number(a, "asked") - number(b, "asked"),
  newest: (a, b) => number(b, "asked") - number(a, "asked"),
  unanswered: (a, b) => isAnswered(a) - isAnswered(b) || orders.votes(a, b),
};

// Rows do not move while somebody points at them or is within the list.
function sort(list) {
  if (!list?.isConnected || list.matches(":hover") || list.contains(document.activeElement)) return;
  const rows = [...list.children];
  const isPinned = (row) => row.dataset.state === "pinned";
  const sorted = rows.toSorted((a, b) => isPinned(b) - isPinned(a) || orders[list.dataset.sort](a, b));
  if (sorted.some((row, place) => row !== rows[place])) list.append(...sorted);
}

const sortAll = () => document.querySelectorAll(".question-list[data-sort]").forEach(sort);
const watch = new MutationObserver(() => setTimeout(sortAll, 300));
document.addEventListener("focusout", () => setTimeout(sortAll, 300));
document.addEventListener("mouseout", (event) => event.target.closest(".question-list") && setTimeout(sortAll, 300));

let asking;

// To its place in the page, or to its own page where it stands on another one.
function similarLink({ id, text, votes: count }) {
  const link = document.createElement("a");
  link.href = document.getElementById(`question-${id}`) ? `#question-${id}` : `/question/${id}`;
  [link.textContent, link.dir] = [`${text} (${count})`, "auto"];
  return link;
}

async function similar(field) {
  const place = document.getElementById(field.getAttribute("aria-describedby"));
  const answer = await fetch(`${field.dataset.similar}?${new URLSearchParams({ text: field.value })}`);
  if (!answer.ok || !place?.isConnected) return;
  const found = await answer.json();
  const list = (rows, words) => (rows.length > 0 ? [document.createTextNode(words), ...rows.map(similarLink)] : []);
  const open = list(found.filter((row) => !row.isAnswered), "Asked already? Vote for it instead:");
  place.replaceChildren(...open, ...list(found.filter((row) => row.isAnswered), "Answered already:"));
}

document.addEventListener("input", (event) => {
  const field = event.target.closest("[data-similar]");
  if (!field) return;
  clearTimeout(asking);
  asking = setTimeout(() => similar(field).catch(() => {}), 400);
});

document.addEventListener("hatata:sent", () => clearTimeout(asking));

function start() {
  if (document.getElementById("moderating")) import("./question-moderate.js");
  if (document.querySelector(".questions[data-hosted]")) import("./question-answer.js");
  for (const list of document.querySelectorAll(".question-list")) watch.observe(list, { childList: true, subtree: true, characterData: true });
}

document.addEventListener("hatata:swapped", ({ detail }) => detail.matches(".questions") && start());
start();
