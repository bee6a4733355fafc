// Questions: a vote counts at once, the list keeps its order, what was typed is kept, and what is asked already is shown while one types.
import "./drafts.js";
import { say } from "./part.js";
import "./question-own.js";

const voted = new Set();
// Votes of the last seconds: a part that was rendered before them does not know of them.
const lately = new Map();
const memory = 10_000;
const board = () => document.querySelector(".questions[data-voted]");

function mark(button) {
  const isMine = voted.has(button.value);
  button.name = isMine ? "unvote" : "vote";
  button.setAttribute("aria-pressed", String(isMine));
}

function markAll(root) {
  for (const button of root.querySelectorAll("button.vote")) mark(button);
}

async function vote(button) {
  const form = button.form;
  if (!form || form.method !== "post" || button.dataset.busy !== undefined) return;
  const body = new URLSearchParams([...new FormData(form, button)]);
  const [id, isFor, part] = [button.value, button.name === "vote", button.closest("[data-part]")];
  const change = (on) => {
    voted[on ? "add" : "delete"](id);
    lately.set(id, { on, at: Date.now() });
    const [now, count] = [document.querySelector(`button.vote[value="${CSS.escape(id)}"]`), document.getElementById(`votes-${id}`)];
    if (now) mark(now);
    if (count) count.textContent = Math.max(0, Number(count.textContent) + (on ? 1 : -1));
  };
  button.dataset.busy = "";
  change(isFor);
  try {
    const answer = await fetch(form.action, { method: "POST", body });
    if (answer.status === 401) return location.assign(part.dataset.part);
    if (!answer.ok) throw new Error(String(answer.status));
  } catch {
    change(!isFor);
    say("The vote did not count. Try again.");
  }
  delete button.dataset.busy;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button.vote");
  if (!button || button.form?.method !== "post") return;
  event.preventDefault();
  vote(button);
});

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
  voted.clear();
  for (const id of (board()?.dataset.voted ?? "").split(" ")) if (id) voted.add(id);
  for (const [id, { on, at }] of lately) if (Date.now() - at < memory) voted[on ? "add" : "delete"](id);
  markAll(document);
  for (const list of document.querySelectorAll(".question-list")) watch.observe(list, { childList: true, subtree: true, characterData: true });
}

document.addEventListener("hatata:live", ({ detail }) => markAll(detail));
document.addEventListener("hatata:swapped", ({ detail }) => detail.matches(".questions") && start());
start();
