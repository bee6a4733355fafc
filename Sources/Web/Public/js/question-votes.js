// Votes count at once, and are taken back, with a word beside the question, where the server does not hear of them.
import { complain } from "./complain.js";
import { asked } from "./question-own.js";

const voted = new Set();
// Votes of the last seconds: a part that was rendered before them does not know of them.
const lately = new Map();
const memory = 10_000;
const ownPart = () => document.querySelector(".questions-mine");
let own = [];

function mark(button) {
  const isMine = voted.has(button.value);
  button.name = isMine ? "unvote" : "vote";
  button.setAttribute("aria-pressed", String(isMine));
}

function markAll(root) {
  for (const button of root.querySelectorAll("button.vote")) mark(button);
}

const main = (id) => document.querySelector(`#question-${CSS.escape(id)} > .question-main`);
const calm = (id) => main(id)?.querySelector(":scope > .problem")?.remove();

async function vote(button) {
  const form = button.form;
  if (button.dataset.busy !== undefined) return;
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
  calm(id);
  change(isFor);
  try {
    const answer = await fetch(form.action, { method: "POST", body });
    if (answer.status === 401) return location.assign(part.dataset.part);
    if (!answer.ok) throw new Error(String(answer.status));
  } catch {
    change(!isFor);
    complain(main(id), "The vote did not count. Try again.");
  }
  delete button.dataset.busy;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button.vote");
  if (!button || button.form?.method !== "post") return;
  event.preventDefault();
  vote(button);
});

function start() {
  voted.clear();
  own = ownPart() ? asked(ownPart()) : [];
  for (const id of (document.querySelector(".questions[data-voted]")?.dataset.voted ?? "").split(" ")) if (id) voted.add(id);
  for (const [id, { on, at }] of lately) if (Date.now() - at < memory) voted[on ? "add" : "delete"](id);
  markAll(document);
}

// To ask is to vote, also where one asked in another tab.
function learn(part) {
  for (const id of asked(part)) if (!own.includes(id)) voted.add(id);
  own = asked(part);
  markAll(document);
}

document.addEventListener("hatata:live", ({ detail }) => (detail.matches(".questions-mine") ? learn(detail) : markAll(detail)));
document.addEventListener("hatata:swapped", ({ detail }) => detail.matches(".questions") && start());
start();
