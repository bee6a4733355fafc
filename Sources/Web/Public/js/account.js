// Who is signed in keeps the plan in the account; this browser has a copy of it, and sends changes when it can. With it comes which papers are one's own.
import { read, write } from "./stored.js";

const isSignedIn = document.documentElement.hasAttribute("data-signed-in");
const nothing = { saved: {}, visited: [] };
const patience = 30_000;
const batch = 500;
let token;
let running;

function unsent() {
  return { ...nothing, ...read("hatata.unsent", nothing) };
}

/** Notes that a star was set or taken back, and sends it. */
export function tellSaved(item, on) {
  if (!isSignedIn) return;
  const all = unsent();
  write("hatata.unsent", { ...all, saved: { ...all.saved, [item]: on } });
  sync();
}

/** Notes that a paper's page was opened; it goes along with the next exchange. */
export function tellVisited(id) {
  const all = unsent();
  if (isSignedIn) write("hatata.unsent", { ...all, visited: [...all.visited, `papers:${id}`] });
}

async function ask(changes) {
  const body = changes && new URLSearchParams({ token, ...changes });
  const answer = await fetch("/account/saved", body ? { method: "POST", body } : {});
  if (!answer.ok) throw new Error(`The account answered ${answer.status}`);
  return answer.json();
}

// What was saved before signing in moves into the account; what was somebody else's in this browser does not.
function moveIn(account) {
  const owner = read("hatata.account", null);
  // What was typed outlives a session that ended, but is for nobody else.
  if (read("hatata.drafts-of", account) !== account) write("hatata.drafts", {});
  write("hatata.drafts-of", account);
  if (owner === account) return;
  if (owner !== null) forget();
  const { papers = [], sessions = [] } = read("hatata.saved", {});
  const items = [...papers.map((id) => `papers:${id}`), ...sessions.map((id) => `sessions:${id}`)];
  const visited = read("hatata.visited", []).map((id) => `papers:${id}`);
  write("hatata.unsent", { saved: Object.fromEntries(items.map((item) => [item, true])), visited });
  write("hatata.account", account);
}

function forget() {
  for (const [name, value] of [["saved", {}], ["visited", []], ["own", []], ["claimable", []], ["today", {}], ["unsent", nothing], ["account", null], ["synced", 0]]) {
    write(`hatata.${name}`, value);
  }
}

// Takes the first of what is unsent; null when there is nothing.
function next() {
  const { saved, visited } = unsent();
  const items = Object.entries(saved).slice(0, batch);
  const pages = visited.slice(0, batch);
  if (items.length + pages.length === 0) return null;
  const of = (on) => items.filter((item) => item[1] === on).map((item) => item[0]).join(",");
  return { items, pages, changes: { save: of(true), unsave: of(false), visit: pages.join(",") } };
}

function drop({ items, pages }) {
  const all = unsent();
  for (const [item, on] of items) if (all.saved[item] === on) delete all.saved[item];
  write("hatata.unsent", { saved: all.saved, visited: all.visited.filter((item) => !pages.includes(item)) });
}

async function exchange() {
  let list = await ask();
  token = list.token;
  moveIn(list.account);
  const before = JSON.stringify(list.saved);
  for (let part = next(); part; part = next()) {
    list = await ask(part.changes);
    drop(part);
  }
  const changed = JSON.stringify(list.saved) !== before || JSON.stringify(read("hatata.saved", {})) !== JSON.stringify(list.saved);
  write("hatata.saved", list.saved);
  write("hatata.visited", list.visited);
  write("hatata.own", list.own);
  write("hatata.claimable", list.claimable);
  write("hatata.synced", Date.now());
  document.dispatchEvent(new CustomEvent("hatata:synced"));
  return changed;
}

document.addEventListener("submit", ({ target }) => target.getAttribute("action") === "/sign-out" && write("hatata.drafts", {}));

// What cannot be sent now is sent from the next page.
function sync() {
  running ??= exchange().catch(() => false).finally(() => (running = undefined));
  return running;
}

// A page may not know who asks while the database rests: only what the account says ends the copy.
async function leave() {
  try {
    if ((await ask()).account == null) forget();
  } catch {
    return false;
  }
  document.dispatchEvent(new CustomEvent("hatata:synced"));
  return false;
}

function begin() {
  if (!isSignedIn) {
    return read("hatata.account", null) === null ? Promise.resolve(false) : leave();
  }
  const isFresh = Math.abs(Date.now() - read("hatata.synced", 0)) < patience && location.pathname !== "/plan";
  return isFresh && !next() ? Promise.resolve(false) : sync();
}

/** Whether the account held something else than was shown, once that is known. */
export const loaded = begin();
