// What people wrote whom the visitor has blocked is taken from view, also what comes in later. The pages are the same for everybody, so the list is asked
// for where somebody's words stand, and again when it is told that it is another one.
import { keepTyped } from "./kept.js";

const isSignedIn = document.documentElement.hasAttribute("data-signed-in");
const words = "[data-author], [data-without]";
let list;

async function ask() {
  try {
    const answer = await fetch("/account/blocks.json");
    return answer.ok ? new Set(await answer.json()) : undefined;
  } catch {
    return undefined;
  }
}

async function look(root) {
  if (!isSignedIn || !(root.matches?.(words) || root.querySelector(words))) return;
  const asked = (list ??= ask());
  const blocked = await asked;
  if (list !== asked) return;
  // The next words ask again.
  if (!blocked) return void (list = undefined);
  for (const element of [...root.querySelectorAll("[data-author]"), ...(root.matches?.("[data-author]") ? [root] : [])]) {
    element.hidden = blocked.has(element.dataset.author);
  }
}

// Rows of chats that came without those of somebody who is blocked no more come with the page only.
async function renew() {
  list = undefined;
  await look(document);
  const blocked = await list;
  const without = [...document.querySelectorAll("[data-without]")].flatMap((rows) => rows.dataset.without.split(" "));
  if (!blocked || without.every((author) => blocked.has(author))) return;
  keepTyped();
  location.reload();
}

look(document);
document.addEventListener("hatata:live", (event) => look(event.detail));
document.addEventListener("hatata:swapped", (event) => look(event.detail));
document.addEventListener("hatata:elsewhere", ({ detail }) => detail.id === "blocks" && renew());
