// What is left of one's plan today, which is asked for now and then, and a line below the header while some of it is on or about to begin.
import { now } from "./clock.js";
import { saved } from "./saved.js";
import { soonText } from "./soon.js";
import { read, write } from "./stored.js";

const key = "hatata.today";
const minute = 60_000;
const patience = 5 * minute;
const root = document.documentElement;
const isSignedIn = root.hasAttribute("data-signed-in");
const line = document.createElement("aside");
line.className = "near";
line.setAttribute("aria-label", "From my plan");
let shown = "";
let tried = {};

const owner = () => JSON.stringify([isSignedIn, read("hatata.account", null)]);
const list = () => JSON.stringify([root.dataset.zone, saved()]);

/** What one saved, as the plan's addresses have it. */
export function savedQuery() {
  const parts = Object.entries(saved()).filter(([, ids]) => ids.length > 0);
  return parts.map(([name, ids]) => `${name}=${ids.map(encodeURIComponent).join(",")}`).join("&");
}

/** What is not over of it, by when it begins; undefined before it is known. */
export function today() {
  const kept = read(key, {});
  if (kept.owner !== owner()) return undefined;
  return kept.items.map((item) => ({ ...item, opens: Date.parse(item.opens), start: Date.parse(item.start), end: Date.parse(item.end) })).filter(({ end }) => end > now());
}

export function link(address, text, className = "") {
  return Object.assign(document.createElement("a"), { href: address, textContent: text, className, dir: "auto" });
}

/** Whether one can go in. */
export const isOpen = ({ opens, join }) => join && opens <= now();

// What is next, else what began last; not what the page is about.
function nearest() {
  const near = (today() ?? []).filter((item) => !item.isAllDay && item.start - now() <= 15 * minute && item.address !== location.pathname);
  return near.find(({ start }) => start > now()) ?? near.at(-1);
}

function show() {
  const item = nearest();
  const when = item && (item.start > now() ? `Starts ${soonText(item.start, "starts", now())}: ` : "On now: ");
  const links = item ? JSON.stringify([item.title, item.address, isOpen(item) && item.join]) : "";
  if (links === shown) {
    // The links stay, as one of them may have the focus.
    if (item && line.firstChild.data !== when) line.firstChild.data = when;
    return;
  }
  shown = links;
  if (!item) return line.remove();
  line.replaceChildren(when, link(item.address, item.title));
  if (isOpen(item)) line.append(" · ", link(item.join, "Join"));
  if (!line.isConnected) document.getElementById("main").before(line);
}

async function refresh() {
  const asked = { owner: owner(), list: list(), at: now(), items: [] };
  const query = isSignedIn ? "" : savedQuery();
  tried = asked;
  try {
    const answer = isSignedIn || query ? await fetch(`/plan/today.json?${query}`) : undefined;
    if (answer && !answer.ok) return;
    if (answer) asked.items = (await answer.json()).items;
  } catch {
    return; // It is asked for again later, as after a refusal.
  }
  // Whose browser it is, or what was saved, may have changed meanwhile.
  if (asked.owner !== owner() || asked.list !== list()) return refreshOld();
  write(key, asked);
  tell();
}

function tell() {
  show();
  document.dispatchEvent(new CustomEvent("hatata:today"));
}

const isFresh = (known) => known.owner === owner() && known.list === list() && Math.abs(now() - known.at) <= patience;

function refreshOld() {
  // What somebody saved who signed out is forgotten first.
  if (!isSignedIn && read("hatata.account", null) !== null) return;
  if (!isFresh(read(key, {})) && !isFresh(tried)) refresh();
}

// Of who is signed in the account knows it, once it was told.
for (const event of isSignedIn ? ["hatata:synced"] : ["hatata:synced", "hatata:saved", "hatata:saved-elsewhere"]) document.addEventListener(event, refreshOld);
addEventListener("pageshow", ({ persisted }) => persisted && refreshOld());
setInterval(() => {
  tell();
  if (!document.hidden) refreshOld();
}, 15_000);
document.addEventListener("visibilitychange", () => document.hidden || refreshOld());
show();
refreshOld();
