// Parts of other pages: an element with data-part="/address" is filled with that page's [data-part-body] once it is seen by who is signed in. What one does
// in them is part-acts.js's; without scripts all of it leads to the part's own page.
import { keepFocus } from "./focus.js";
import { addStyles, parsed, sought } from "./page.js";

const isSignedIn = document.documentElement.hasAttribute("data-signed-in");
const body = (part) => part.querySelector("[data-part-body]");

/** Puts the body of a page's part in the place of ours; false where that page has none. */
export async function show(part, page) {
  const fresh = body(page);
  if (!fresh) return false;
  const isStyled = addStyles(page);
  // By their names, as the page may be of a server that was updated since: a module that is here already does not run again.
  for (const { src } of page.querySelectorAll("script[type=module][src]")) import(`./${src.split("/").pop()}`);
  await isStyled;
  const old = body(part);
  const focusAgain = keepFocus(old);
  old.replaceWith(document.adoptNode(fresh));
  part.dataset.partLoaded = "";
  const count = part.querySelector("[data-part-count]");
  if (count) count.textContent = fresh.dataset.count ?? "";
  document.dispatchEvent(new CustomEvent("hatata:swapped", { detail: fresh }));
  focusAgain(fresh);
  return true;
}

/** Whether a part shows what is at an address by now; undefined where that was not reached. */
export async function load(part, address = part.dataset.part) {
  body(part).setAttribute("aria-busy", true);
  try {
    // What sends its forms is here before they are.
    const [answer] = await Promise.all([fetch(address), import("./part-acts.js").catch(() => {})]);
    return answer.ok && (await show(part, await parsed(answer)));
  } catch {
    return undefined;
  } finally {
    body(part).removeAttribute("aria-busy");
  }
}

const queues = new WeakMap();

/** Asks something of a part after what was asked before, so that no answer is shown after a later one. What has the name of what still waits, as by a
 * double click, is not asked again. */
export function inTurn(part, name, work) {
  const queue = queues.get(part) ?? { last: Promise.resolve(), waiting: new Set() };
  queues.set(part, queue);
  if (queue.waiting.has(name)) return;
  queue.waiting.add(name);
  queue.last = queue.last.catch(() => {}).then(work).finally(() => queue.waiting.delete(name));
}

// The message that the address leads to may be older than what its part begins with.
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
