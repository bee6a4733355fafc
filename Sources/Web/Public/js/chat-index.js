// One's conversations, and the channels for everybody beside them, are those of a page that is loaded now. What the stream tells is only that something is otherwise,
// and it is asked for again: at once where it is one's own or the numbers in the header are others, and for what others write in a channel that is listed every
// few seconds at most, spread over as long as the server says.
import { keepFocus } from "./focus.js";
import { parsed } from "./page.js";
import { show } from "./unread.js";

const pace = { own: 1_000, others: 5_000, again: 60_000 };
const place = document.getElementById("chat-lists");
const lists = (root) => [...root.querySelectorAll(":scope > * > [data-list]")];
let turn = Promise.resolve();
let last = -Infinity;
let due = Infinity;
let timer;
let isTelling = false;
// What is heard while one waits is asked for together, and no sooner: the earliest of many times would soon come on all pages.
let isHeard = false;

function swap(fresh) {
  const focusAgain = keepFocus(place);
  const coming = lists(fresh);
  for (const [number, old] of lists(place).entries()) {
    if (old.isEqualNode(coming[number])) continue;
    const list = document.adoptNode(coming[number]);
    old.replaceWith(list);
    document.dispatchEvent(new CustomEvent("hatata:swapped", { detail: list }));
  }
  if (!place.contains(document.activeElement)) focusAgain(place);
  const { cursor, unreadCount, forYou, newest } = fresh.dataset;
  Object.assign(place.dataset, { cursor, unreadCount, forYou, newest });
  // The header says the same as the list; that is no news to the list.
  isTelling = true;
  show({ unread: Number(unreadCount), forYou: Number(forYou), newest: Number(newest) });
  isTelling = false;
}

async function renew() {
  last = Date.now();
  try {
    const answer = await fetch("/chat");
    if (answer.status >= 500) throw new Error(String(answer.status));
    const fresh = (await parsed(answer)).getElementById("chat-lists");
    if (fresh) swap(fresh);
  } catch {
    ask(pace.again * (0.5 + Math.random()));
  }
}

// A hidden tab asks once it is seen.
function ask(milliseconds) {
  const at = Math.max(Date.now() + milliseconds, last + pace.own);
  if (at >= due || document.hidden) return;
  clearTimeout(timer);
  due = at;
  timer = setTimeout(() => {
    [due, isHeard] = [Infinity, false];
    turn = turn.then(renew);
  }, at - Date.now());
}

function isListed(channels) {
  const here = new Set([...place.querySelectorAll("[data-channel]")].map((row) => row.dataset.channel));
  return channels.split(" ").some((channel) => here.has(channel));
}

function hear({ heard = "", listed, newest = 0, within }) {
  if (isHeard || document.hidden) return;
  if (listed === undefined && !isListed(heard) && !(Number(newest) > Number(place.dataset.cursor))) return;
  isHeard = true;
  ask(Math.max(0, last + pace.others - Date.now()) + Math.random() * Number(within) * 1_000);
}

document.addEventListener("hatata:news", () => isTelling || ask(0));
document.addEventListener("hatata:elsewhere", ({ detail: { id, dataset } }) => {
  if (id === "conversations-changed") ask(0);
  if (id === "conversations-news") hear(dataset);
});
document.addEventListener("visibilitychange", () => ask(Math.random() * 1_000));
