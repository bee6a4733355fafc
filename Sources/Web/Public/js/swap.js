// Forms with data-swap="#region": the same address is fetched while one types, and its region takes the place of ours.
import { keepFocus } from "./focus.js";
import { parsed } from "./page.js";
import { say } from "./say.js";

const delay = 150;
const running = new WeakMap();

function addressOf(form) {
  const address = new URL(form.action);
  address.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
  return address;
}

const told = (region) => region.querySelector("[data-announce]")?.textContent ?? "";

function replace(form, page) {
  const selector = form.dataset.swap;
  const root = form.closest("dialog") ?? document;
  const [old, fresh] = [root.querySelector(selector), page.querySelector(selector)];
  if (!old || !fresh) return false;
  const focusAgain = keepFocus(old);
  old.replaceWith(document.adoptNode(fresh));
  for (const count of page.querySelectorAll(".count[id]")) {
    const here = document.getElementById(count.id);
    if (here) here.textContent = count.textContent;
  }
  for (const choice of page.querySelectorAll("select[id]")) {
    const [here, value] = [document.getElementById(choice.id), choice.value];
    if (here?.form !== form) continue;
    here.replaceChildren(...choice.childNodes);
    // Each of them was the chosen one for a moment, when those before it had moved.
    here.value = value;
  }
  for (const link of page.querySelectorAll("a.day-tab[id]")) {
    const here = document.getElementById(link.id);
    if (here) here.href = link.getAttribute("href");
  }
  // Not with each letter that changes nothing.
  if (told(fresh) !== told(old)) say(told(fresh));
  document.dispatchEvent(new CustomEvent("hatata:swapped", { detail: fresh }));
  focusAgain(fresh);
  return true;
}

async function refresh(form) {
  running.get(form)?.abort();
  const control = new AbortController();
  running.set(form, control);
  const address = addressOf(form);
  const region = document.querySelector(form.dataset.swap);
  region?.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { signal: control.signal });
    const page = await parsed(answer);
    if (control.signal.aborted) return;
    if (!replace(form, page)) return location.assign(address);
    if (!form.closest("dialog")) history.replaceState(history.state, "", address);
  } catch (error) {
    if (error.name === "AbortError") return;
    region?.removeAttribute("aria-busy");
    say("The list could not be loaded. It still shows what it did.");
  }
}

const waiting = new WeakMap();

function later(form, milliseconds) {
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(() => refresh(form), milliseconds));
}

const swapping = (event) => event.target.closest?.("form[data-swap]");

document.addEventListener("input", (event) => {
  const form = swapping(event);
  if (form) later(form, event.target.matches("[type=search], [type=text]") ? delay : 0);
});

document.addEventListener("submit", (event) => {
  const form = swapping(event);
  if (!form) return;
  event.preventDefault();
  later(form, 0);
});
