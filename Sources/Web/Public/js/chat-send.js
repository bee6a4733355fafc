// Messages and pictures are sent without leaving the page. One that could not be sent is tried again, under the id that it has already, so that it is never there twice;
// its text stays in the box until it is sent.
import { why } from "./complain.js";
import { current, keep, renew, restoreAll, tried } from "./drafts.js";
import { parsed } from "./page.js";

const waits = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
// So often it is sent to a server that answers with faults; then it waits for its sender.
const most = 10;
const sending = new WeakMap();

export function state(form, text, isWaiting = false) {
  const now = current(form);
  now.classList.toggle("is-waiting", isWaiting);
  now.querySelector("[data-state]").textContent = text;
}

const pause = (milliseconds) => new Promise((done) => {
  const timer = setTimeout(done, milliseconds);
  addEventListener("online", () => (clearTimeout(timer), done()), { once: true });
});

// Whether it is settled: sent, or refused for good.
async function attempt(form, body) {
  const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
  if (answer.type === "opaqueredirect") {
    sent(form, body.get("text"));
    return true;
  }
  if (answer.status >= 500) return false;
  if (answer.status === 401) signIn(form);
  else state(form, why(await parsed(answer)), true);
  return true;
}

function sent(form, text) {
  const now = current(form);
  const box = now.querySelector("textarea");
  const isMore = box.value !== text;
  // What was written since has an id of its own already.
  if (!isMore || "tried" in now.dataset) renew(now);
  if (!isMore) for (const field of now.querySelectorAll("textarea, [type=file]")) field.value = "";
  keep(now, box.value);
  if (isMore && box.value) return state(form, "Sent, but not what you have written since.", true);
  const isPast = now.closest("[data-chat]")?.querySelector('[data-whole="no"]');
  state(form, isPast ? "Sent. It stands among the newer messages." : "Sent");
}

function signIn(form) {
  state(form, "You are signed out. What you wrote stays here. ", true);
  const link = document.createElement("a");
  link.href = `/sign-in?back=${encodeURIComponent(location.pathname + location.search)}`;
  link.textContent = "Sign in";
  current(form).querySelector("[data-state]").append(link);
}

async function send(form) {
  const data = new FormData(form);
  const body = form.enctype === "multipart/form-data" ? data : new URLSearchParams([...data]);
  tried(form);
  keep(form, form.querySelector("textarea").value);
  state(form, "Sending");
  // A reply is led to once its row is there.
  form.dataset.sent = "";
  let faults = 0;
  for (let count = 0; ; count += 1) {
    const wait = waits[Math.min(count, waits.length - 1)];
    try {
      if (await attempt(form, body)) return;
      faults += 1;
      if (faults === most) return state(form, "The server could not take it. Your message is kept: send it again later.", true);
      state(form, "The server does not answer. Your message is kept and sent again.", true);
    } catch {
      state(form, "No connection. Your message is kept and sent as soon as there is one.", true);
    }
    await pause(wait * (0.75 + Math.random() / 2));
  }
}

async function submit(form) {
  if (sending.get(form) || !form.reportValidity()) return;
  sending.set(form, true);
  try {
    await send(form);
  } finally {
    sending.delete(form);
  }
}

// Before others see the form's submission.
document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-composer]")) return;
  event.preventDefault();
  submit(event.target);
}, true);

document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("form[data-composer]");
  if (!form || !event.target.matches("textarea") || event.key !== "Enter" || event.shiftKey || event.isComposing || event.defaultPrevented) return;
  // On a screen without a keyboard, enter is a new line.
  if (!event.ctrlKey && !event.metaKey && matchMedia("(pointer: coarse)").matches) return;
  event.preventDefault();
  form.requestSubmit();
});

restoreAll(document);
