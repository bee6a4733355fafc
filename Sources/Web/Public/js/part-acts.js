// What one does in parts of pages: their forms are sent, and their links of data-part-link followed, without leaving the page.
import { complain, why } from "./complain.js";
import { parsed } from "./page.js";
import { inTurn, load, show } from "./part.js";
import { say } from "./say.js";

// Where it is told what went wrong: beside what was pressed, or in the part where an earlier answer has replaced that.
const near = (part, element) => (element.isConnected ? element : part.querySelector("[data-part-body]"));

async function send(part, form, action, body) {
  try {
    const answer = await fetch(action, { method: "POST", body });
    if (answer.status === 401) return location.assign(part.dataset.part);
    const page = await parsed(answer);
    if (!answer.ok) return complain(near(part, form), why(page));
    document.dispatchEvent(new CustomEvent("hatata:sent", { detail: { form, body } }));
    if (!(await show(part, page))) return location.assign(answer.url);
    say(page.querySelector("[data-part-body] .notice")?.textContent ?? "");
  } catch {
    complain(near(part, form), "It could not be sent. What you wrote is still here: try again.");
  }
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

// What was answered otherwise says so on a page of its own; what was not reached is asked for here again.
async function follow(part, link) {
  const isThere = await load(part, link.href);
  if (isThere === false) location.assign(link.href);
  else if (!isThere) complain(near(part, link.parentElement), "It could not be loaded. Nothing is lost: try again.");
}

addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-part-link]");
  const part = link?.closest("[data-part]");
  if (!part || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  inTurn(part, link.href, () => follow(part, link));
});
