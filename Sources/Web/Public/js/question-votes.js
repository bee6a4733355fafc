// Votes count at once, and are taken back, with a word beside the question, where the server does not hear of them.
import { complain } from "./complain.js";
import { asked } from "./question-own.js";

const voted = new Set();
// Votes of the last seconds: a part that was rendered before them does not know of them.
const lately = new Map();
const memory = 10_000;
// The other tabs of this browser, which the stream tells how many voted, but not who.
const line = "BroadcastChannel" in window && new BroadcastChannel("hatata-votes");
const ownPart = () => document.querySelector(".questions-mine");
let own = [];

function mark(one) {
  const isMine = voted.has(one.value);
  one.name = isMine ? "unvote" : "vote";
  one.setAttribute("aria-pressed", String(isMine));
}

function markAll(root) {
  for (const one of root.querySelectorAll("button.vote")) mark(one);
}

const main = (id) => document.querySelector(`#question-${CSS.escape(id)} > .question-main`);
const button = (id) => document.querySelector(`button.vote[value="${CSS.escape(id)}"]`);
const calm = (id) => main(id)?.querySelector(":scope > .problem")?.remove();

function note(id, on) {
  voted[on ? "add" : "delete"](id);
  lately.set(id, { on, at: Date.now() });
  if (button(id)) mark(button(id));
}

async function vote(pressed) {
  const form = pressed.form;
  if (pressed.dataset.busy !== undefined) return;
  const body = new URLSearchParams([...new FormData(form, pressed)]);
  const [id, isFor, part] = [pressed.value, pressed.name === "vote", pressed.closest("[data-part]")];
  const change = (on) => {
    note(id, on);
    const count = document.getElementById(`votes-${id}`);
    if (count) count.textContent = Math.max(0, Number(count.textContent) + (on ? 1 : -1));
  };
  pressed.dataset.busy = "";
  calm(id);
  change(isFor);
  try {
    const answer = await fetch(form.action, { method: "POST", body });
    if (answer.status === 401) return location.assign(part.dataset.part);
    if (!answer.ok) throw new Error(String(answer.status));
    if (line) line.postMessage({ id, on: isFor });
  } catch {
    change(!isFor);
    complain(main(id), "The vote did not count. Try again.");
  }
  delete pressed.dataset.busy;
}

if (line) line.addEventListener("message", ({ data: { id, on } }) => note(id, on));

document.addEventListener("click", (event) => {
  const pressed = event.target.closest("button.vote");
  if (!pressed || pressed.form?.method !== "post") return;
  event.preventDefault();
  vote(pressed);
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
