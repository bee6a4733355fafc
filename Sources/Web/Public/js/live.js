// The one stream of a page that is looked at. Elements with data-topics say what they follow, since the event in the nearest data-cursor; updates put
// elements in the place of others, by their ids. A hidden tab lets go of its stream after a while, and catches up when it is seen.
import { keepTyped } from "./kept.js";
import { apply } from "./live-apply.js";
import { forget, isRefused } from "./live-gone.js";
import { hold, release, whenWanted } from "./live-slots.js";
import { isBehind, oldest, reached, topics } from "./live-topics.js";

const patience = 30_000;
const turn = 4_000;
let source;
let followed = "";
let refused;
let failures = 0;
let attempt = 0;
let isWanted = false;
let retry;
let letGo;

function tell(state) {
  if (document.documentElement.dataset.live === state) return;
  document.documentElement.dataset.live = state;
  if (state === "here") import("./live-lost.js");
  document.dispatchEvent(new CustomEvent("hatata:stream", { detail: state }));
}

function close() {
  clearTimeout(retry);
  attempt += 1;
  source?.close();
  source = undefined;
}

// Nothing is kept for this tab: another may have its place.
function leave() {
  isWanted = false;
  close();
  release();
}

function again(milliseconds) {
  leave();
  tell("away");
  retry = setTimeout(open, milliseconds);
}

// Later and later, and never all at once. Who was refused everything asks no more, until the page follows something else or is loaded again.
async function failed({ target }) {
  const [names, isAnswered] = [followed, target.readyState === EventSource.CLOSED];
  leave();
  tell("away");
  const mine = attempt;
  if (isAnswered && (await isRefused(target.url))) {
    refused = names;
    forget(names.split(","));
  }
  if (mine !== attempt) return;
  failures += 1;
  again((0.5 + Math.random()) * Math.min(1_000 * 2 ** (failures - 1), 30_000));
}

async function open() {
  close();
  const names = topics();
  if (names.length === 0 || names.join(",") === refused) return tell("over");
  if (document.hidden) return;
  followed = names.join(",");
  isWanted = true;
  const mine = attempt;
  const isKept = await hold();
  if (!isWanted || document.hidden) return release();
  if (mine !== attempt) return;
  source = new EventSource(`/live?topics=${encodeURIComponent(followed)}&after=${oldest()}`);
  source.addEventListener("open", () => tell("here"));
  source.addEventListener("message", (event) => {
    failures = 0;
    apply(JSON.parse(event.data).updates);
    reached(event.lastEventId);
  });
  source.addEventListener("cursor", (event) => {
    failures = 0;
    reached(event.lastEventId);
    if (isKept) return;
    // One of more tabs in view than there are places has caught up, and does so again soon.
    close();
    retry = setTimeout(open, turn * (0.75 + Math.random() / 2));
  });
  source.addEventListener("gone", (event) => (forget(JSON.parse(event.data)), (followed = topics().join(","))));
  source.addEventListener("reset", () => {
    leave();
    // Not at once, should a page be given out that is as old.
    setTimeout(() => (keepTyped(), location.reload()), Math.random() * 2_000);
  });
  source.addEventListener("farewell", (event) => again(Number(event.data) || patience));
  source.addEventListener("error", failed);
}

// A hidden tab keeps its stream for a while, should one come back to it.
document.addEventListener("visibilitychange", () => {
  clearTimeout(letGo);
  if (document.hidden && !navigator.locks) return close();
  if (document.hidden) return void (letGo = setTimeout(leave, patience));
  failures = 0;
  if (!source) open();
});

/** Follows what the page holds by now, after a part of it has come or gone. */
export function follow() {
  if (topics().join(",") !== followed) open();
}

whenWanted(() => document.hidden && leave());
addEventListener("pagehide", leave);
addEventListener("pageshow", (event) => event.persisted && open());
addEventListener("online", () => source || open());
document.addEventListener("hatata:swapped", ({ detail }) => (isBehind(detail) ? open() : follow()));
open();
