// Reactions in the rows of messages: one joins and leaves those that stand there; chat-reaction-menu.js offers all others.
import { complain, why } from "./complain.js";
import { parsed } from "./page.js";

function reacted(chat) {
  try {
    return JSON.parse(chat.querySelector("[data-reacted]")?.textContent || "{}");
  } catch {
    return {};
  }
}

/** Marks which reactions are one's own, and makes buttons of the links by which they are changed. */
export function markReactions(chat) {
  const signs = reacted(chat);
  for (const row of chat.querySelectorAll(".message")) {
    const mine = signs[row.id.slice(2)] ?? [];
    for (const control of row.querySelectorAll("[data-react]")) {
      control.classList.toggle("is-mine", mine.includes(control.dataset.react));
      if (control.matches("a")) control.setAttribute("role", "button");
      control.setAttribute("aria-pressed", mine.includes(control.dataset.react));
    }
    const way = row.querySelector("[data-reacting]");
    way?.setAttribute("role", "button");
    way?.setAttribute("aria-expanded", row.querySelector(".reaction-menu") !== null);
  }
}

// The row may come anew before it is answered.
const main = (id) => document.querySelector(`#m-${CSS.escape(id)} > .message-main`);

async function send(id, body) {
  try {
    const answer = await fetch(`/messages/${id}/reactions`, { method: "POST", body, redirect: "manual" });
    if (answer.type === "opaqueredirect") return true;
    if (answer.status === 401) location.assign(`/messages/${id}#react`);
    else complain(main(id), why(await parsed(answer)));
  } catch {
    complain(main(id), "It could not be sent. Try again.");
  }
  return false;
}

async function react(control) {
  const chat = control.closest("[data-chat]");
  const id = control.closest(".message").id.slice(2);
  const off = control.classList.contains("is-mine");
  const sign = control.dataset.react;
  main(id).querySelector(":scope > .problem")?.remove();
  if (!(await send(id, new URLSearchParams({ token: chat.dataset.token, sign, ...(off ? { off: 1 } : {}) })))) return;
  const signs = reacted(chat);
  const mine = new Set(signs[id] ?? []);
  if (off) mine.delete(sign);
  else mine.add(sign);
  chat.querySelector("[data-reacted]").textContent = JSON.stringify({ ...signs, [id]: [...mine] });
  markReactions(chat);
}

document.addEventListener("click", (event) => {
  const control = event.target.closest("[data-react]");
  if (!control || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  react(control);
});
