// How much of what was written is new to who is here: asked for now and then, told at once where somebody is named. With it comes how much waits at the desks.
import { showDesks } from "./desks.js";

const place = document.getElementById("unread-count");
const mine = document.getElementById("unread-for-me");
const often = 60_000;
// Other tabs of this browser, in which something may be read.
const line = "BroadcastChannel" in window && new BroadcastChannel("hatata-read");
const pace = 5_000;
let newest;
let told;
let asked = -Infinity;
let waiting;

/** Shows how much is new. */
export function show(counts) {
  if (!place) return;
  showDesks(counts);
  const { unread, forYou = 0 } = counts;
  place.textContent = unread === 0 ? "" : unread > 98 ? "99+" : String(unread);
  mine.textContent = forYou === 0 ? "" : `${forYou} for you`;
  newest = counts.newest;
  tell();
}

// Whoever lists what is new does so again when that is something else.
function tell() {
  const state = `${place.textContent}, ${mine.textContent}, ${newest}`;
  if (told !== undefined && told !== state) document.dispatchEvent(new CustomEvent("hatata:news"));
  told = state;
}

// In the bar on phones, too, also what the stream tells. How much of it names who reads is seen after an @, and said.
function copy() {
  const named = Number.parseInt(mine.textContent, 10) || 0;
  mark(place, named);
  for (const other of document.querySelectorAll("[data-unread-copy]")) {
    // There is room for one number: of those that name its reader, where there are any.
    other.textContent = named || place.textContent;
    mark(other, named);
    other.nextElementSibling.textContent = named ? "for you" : "";
  }
  tell();
}

function mark(element, named) {
  element.classList.toggle("is-for-me", named > 0);
  element.dataset.named = named || "";
}

export async function ask() {
  try {
    const answer = await fetch("/chat/unread.json");
    if (answer.ok) show(await answer.json());
  } catch {
    // It is asked again.
  }
}

// In an open channel each message is read as it comes.
function hear() {
  waiting ??= setTimeout(() => {
    [waiting, asked] = [undefined, Date.now()];
    if (!document.hidden) ask();
  }, Math.max(0, asked + pace - Date.now()));
}

if (place) {
  const watch = new MutationObserver(copy);
  for (const element of [place, mine]) watch.observe(element, { childList: true, characterData: true, subtree: true });
  ask();
  setInterval(() => document.hidden || ask(), often);
  document.addEventListener("visibilitychange", () => document.hidden || ask());
  document.addEventListener("hatata:unread", (event) => {
    show(event.detail);
    if (line) line.postMessage("read");
  });
  if (line) line.addEventListener("message", hear);
}
