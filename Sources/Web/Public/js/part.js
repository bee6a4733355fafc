// Parts of other pages: an element with data-part="/address" is filled with that page's [data-part-body] once it is seen by who is signed in. Its forms
// are sent, and its links of data-part-link followed, without leaving the page; without scripts they lead to the part's own page.
import { keepFocus } from "./focus.js";

const isSignedIn = document.documentElement.hasAttribute("data-signed-in");
const status = document.createElement("div");
status.className = "sr";
status.setAttribute("role", "status");
document.body.append(status);

/** Says something to who does not see it. */
export function say(text) {
  status.textContent = "";
  setTimeout(() => (status.textContent = text), 50);
}

// What the part's page is styled and moved by; it is not to be seen before its style sheets are here.
async function addHead(page) {
  const names = (sheet) => sheet.getAttribute("href").split("/").pop().replace(".css", "").split("+");
  const known = new Set([...document.querySelectorAll("link[rel=stylesheet]")].flatMap(names));
  const fresh = [...page.querySelectorAll("link[rel=stylesheet]")].filter((sheet) => names(sheet).some((name) => !known.has(name)));
  const arrived = fresh.map((sheet) => new Promise((done) => {
    for (const end of ["load", "error"]) sheet.addEventListener(end, done, { once: true });
    document.head.append(document.adoptNode(sheet));
  }));
  // A module that is here already does not run again.
  for (const script of page.querySelectorAll("script[type=module][src]")) import(script.getAttribute("src"));
  await Promise.all(arrived);
}

async function show(part, page) {
  const fresh = page.querySelector("[data-part-body]");
  if (!fresh) return false;
  await addHead(page);
  const old = part.querySelector("[data-part-body]");
  const focusAgain = keepFocus(old);
  old.replaceWith(document.adoptNode(fresh));
  part.dataset.partLoaded = "";
  const count = part.querySelector("[data-part-count]");
  if (count) count.textContent = fresh.dataset.count ?? "";
  document.dispatchEvent(new CustomEvent("hatata:swapped", { detail: fresh }));
  focusAgain(fresh);
  return true;
}

const read = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");

// Whether the part shows what is at the address.
async function load(part, address = part.dataset.part) {
  try {
    const answer = await fetch(address);
    if (answer.ok && (await show(part, await read(answer)))) return true;
  } catch {
    // As if it had answered with a fault.
  }
  part.querySelector("[data-part-body]").removeAttribute("aria-busy");
  return false;
}

// Tells what went wrong beside the form, which keeps what was typed, or in its part where an earlier answer has replaced it.
function complain(part, form, text) {
  const place = form.isConnected ? form : part.querySelector("[data-part-body]");
  const old = place.querySelector(":scope > .problem");
  const problem = old ?? document.createElement("p");
  problem.className = "problem";
  problem.textContent = text;
  if (!old) place.append(problem);
  say(text);
}

async function send(part, form, action, body) {
  try {
    const answer = await fetch(action, { method: "POST", body });
    if (answer.status === 401) return location.assign(part.dataset.part);
    const page = await read(answer);
    if (!answer.ok) return complain(part, form, page.querySelector(".problem, .empty p")?.textContent ?? "It did not work. Try again.");
    document.dispatchEvent(new CustomEvent("hatata:sent", { detail: { form, body } }));
    if (!(await show(part, page))) return location.assign(answer.url);
    say(page.querySelector("[data-part-body] .notice")?.textContent ?? "");
  } catch {
    complain(part, form, "It could not be sent. What you wrote is still here: try again.");
  }
}

// What is asked of a part goes one after the other, so that no answer is shown after a later one. What is asked again before it is answered, as by a
// double click, is asked once.
const queues = new WeakMap();

function inTurn(part, name, work) {
  const queue = queues.get(part) ?? { last: undefined, waiting: new Set() };
  queues.set(part, queue);
  if (queue.waiting.has(name)) return;
  queue.waiting.add(name);
  const before = queue.last;
  queue.last = (async () => {
    await before;
    await work();
    queue.waiting.delete(name);
  })();
}

const described = (value) => (value instanceof File ? `${value.name} ${value.size} ${value.lastModified}` : value);

// At the window, so that scripts of a part itself have the first word on its forms.
addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  const part = form.closest("[data-part]");
  if (!part || event.defaultPrevented || form.method !== "post") return;
  event.preventDefault();
  const data = new FormData(form, submitter);
  const body = form.enctype === "multipart/form-data" ? data : new URLSearchParams([...data]);
  // A button may lead elsewhere than its form.
  const action = submitter?.getAttribute("formaction") ?? form.action;
  form.dataset.tried = "";
  inTurn(part, JSON.stringify([action, ...[...data].map(([name, value]) => [name, described(value)])]), () => send(part, form, action, body));
});

addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-part-link]");
  const part = link?.closest("[data-part]");
  if (!part || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  inTurn(part, link.href, async () => (await load(part, link.href)) || location.assign(link.href));
});

// The message that the address leads to may be older than what its part begins with.
const sought = () => location.hash.match(/^#m-([\w.~-]+)$/)?.[1];
const around = (part, id) => `${part.dataset.part}?message=${encodeURIComponent(id)}`;

function begin(part) {
  seen.unobserve(part);
  inTurn(part, "", () => load(part, part.id === "chat" && sought() ? around(part, sought()) : undefined));
}

const seen = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) if (isIntersecting) begin(target);
}, { rootMargin: "400px" });
document.addEventListener("hatata:sought", ({ detail: { part, id } }) => inTurn(part, `message ${id}`, () => load(part, around(part, id))));
// A part in a tab that is not chosen comes into no view.
document.addEventListener("hatata:wanted", ({ detail: part }) => {
  if (isSignedIn && !("partLoaded" in part.dataset)) begin(part);
});
if (isSignedIn) {
  for (const part of document.querySelectorAll("[data-part]:not([data-part-loaded])")) {
    if (part.id === "chat" && sought()) begin(part);
    else seen.observe(part);
  }
}
