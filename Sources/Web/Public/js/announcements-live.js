// What is announced while a page is open; and what is announced to those of its reader's sessions only, which is no part of pages that many share, and is asked for.
import "./announcements.js";
import { say } from "./say.js";

const told = new Set(document.documentElement.dataset.announcing.split(" "));
// What is announced to this person only, and of which state of what is announced to those of sessions that is.
let [mine, state, asked] = [[], null, null];
const place = () => document.getElementById("announced");
const reading = (banner) => banner.dataset.announcement;

// The section itself is no region that tells its changes, as it comes anew with each stream. What is folded away on a phone is told, what was dismissed is not.
function tell(isNew) {
  const fresh = [...document.querySelectorAll("[data-announcement]")].filter((banner) => !told.has(reading(banner)));
  for (const banner of fresh) told.add(reading(banner));
  const seen = fresh.filter((banner) => getComputedStyle(banner).display !== "none" || banner.matches(".is-further"));
  if (isNew && seen.length > 0) say(seen.map((banner) => banner.querySelector("strong").textContent).join(". "));
}

function add(section) {
  const there = new Set([...section.children].map(reading));
  section.append(...mine.filter((banner) => !there.has(reading(banner))).map((banner) => banner.cloneNode(true)));
  section.hidden = section.children.length === 0;
  document.dispatchEvent(new CustomEvent("hatata:announced"));
  tell(!told.has(section.dataset.own));
}

async function ask(wanted) {
  try {
    const answer = await fetch("/account/announcements.html");
    if (!answer.ok) return;
    const template = document.createElement("template");
    template.innerHTML = await answer.text();
    if (wanted !== asked) return;
    [mine, state] = [[...template.content.querySelectorAll("[data-mine]")], wanted];
    const section = place();
    if (section?.dataset.own !== wanted) return;
    const left = new Set(mine.map(reading));
    for (const banner of section.querySelectorAll("[data-mine]")) if (!left.has(reading(banner))) banner.remove();
    add(section);
  } catch {
    // They stand on the pages that are one's own, and are asked for from the next page.
  }
}

function bring() {
  const section = place();
  const wanted = section?.dataset.own;
  if (!wanted) return void ([mine, state, asked] = [[], null, null]);
  if (wanted === state) return add(section);
  if ("owned" in section.dataset) {
    [mine, state] = [[...section.querySelectorAll("[data-mine]")].map((banner) => banner.cloneNode(true)), wanted];
    return;
  }
  // What was announced to this person stays until it is known what is now.
  add(section);
  if (wanted === asked) return;
  asked = wanted;
  // Where it comes to an open page, it comes to all that are open: not all ask at once, and each has it within two seconds of its being announced.
  setTimeout(() => ask(wanted), told.has(wanted) ? 0 : Math.random() * 1_000);
}

function look() {
  tell(true);
  bring();
}

look();
document.addEventListener("hatata:live", ({ detail }) => detail.id === "announced" && look());
