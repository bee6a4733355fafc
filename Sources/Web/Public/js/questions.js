// Questions: the list keeps its order, and what was typed is kept.
import "./drafts.js";
import "./part-acts.js";
import "./question-ask.js";
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

function start() {
  if (document.getElementById("moderating")) import("./question-moderate.js");
  if (document.querySelector(".questions[data-hosted]")) import("./question-answer.js");
  for (const list of document.querySelectorAll(".question-list")) watch.observe(list, { childList: true, subtree: true, characterData: true });
}

document.addEventListener("hatata:swapped", ({ detail }) => detail.matches(".questions") && start());
start();
