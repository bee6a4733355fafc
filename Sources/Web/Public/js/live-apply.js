// Puts what a stream tells into the page: elements by their ids, in lists by their numbers.
import { now, wallTime } from "./clock.js";
import { keepFocus, remove } from "./focus.js";

const zone = document.documentElement.dataset.zone || "UTC";

export function day(instant, timeZone = zone) {
  const options = { weekday: "short", day: "numeric", month: "short", timeZone };
  const parts = Object.fromEntries(new Intl.DateTimeFormat("en-GB", options).formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${parts.weekday} ${parts.day} ${parts.month.slice(0, 3)}`;
}

/** Writes the times that are the same for everybody in the visitor's zone, as the server does in whole pages. */
export function localize(root) {
  for (const time of root.querySelectorAll("time[data-local]")) {
    const instant = new Date(time.dateTime);
    try {
      const date = day(instant);
      // The day of today goes without saying, as does the day on which it began.
      const isKnown = date === day(new Date(now())) || (time.dataset.after && date === day(new Date(time.dataset.after)));
      time.textContent = isKnown ? wallTime(instant) : `${date}, ${wallTime(instant)}`;
      time.title = `${date}, ${wallTime(instant)} (${zone})`;
      time.removeAttribute("data-local");
    } catch {
      // A zone that this browser does not know: the time stays in UTC, as it says.
    }
  }
}

function element(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild;
}

// The place of an element among those of a list, which are ordered by number.
function insert(list, fresh) {
  const descends = list.dataset.order === "descending";
  const number = Number(fresh.dataset.number ?? 0);
  const rows = [...list.children].filter((row) => row.dataset.number !== undefined);
  const next = rows.find((row) => (descends ? Number(row.dataset.number) < number : Number(row.dataset.number) > number));
  // What is older than the page's first row stands on another page.
  if ("older" in list.dataset && rows.length > 0 && next === rows[0] && !descends) return false;
  // So does what is newer than the last row of a page of the past.
  if (list.dataset.whole === "no" && !next) return false;
  if (next) next.before(fresh);
  else list.append(fresh);
  return true;
}

const isRegion = (place) => place.matches("[role=status], [role=alert], [aria-live=polite]");

// What a region says, without what changes in it quietly.
function said(region) {
  const copy = region.cloneNode(true);
  for (const quiet of copy.querySelectorAll("[aria-live=off]")) quiet.textContent = "";
  return copy;
}

// What tells its changes is heard only while it stays itself, and again with each change: what comes as it was, as with each stream, is none.
function refill(region, fresh) {
  // Who was led there is there still.
  if (region.hasAttribute("tabindex")) fresh.setAttribute("tabindex", region.getAttribute("tabindex"));
  if (said(region).isEqualNode(said(fresh))) return region;
  for (const { name } of [...region.attributes]) if (!fresh.hasAttribute(name)) region.removeAttribute(name);
  for (const { name, value } of fresh.attributes) region.setAttribute(name, value);
  region.replaceChildren(...fresh.childNodes);
  return region;
}

// Puts one element in the place of another; gives what stands there now.
function replace(old, fresh, list) {
  if (isRegion(old) && isRegion(fresh) && old.tagName === fresh.tagName) return refill(old, fresh);
  // What was read out of a log already is not read again for every reaction.
  if (old.parentElement.closest("[role=log]")) fresh.setAttribute("aria-live", "off");
  const isMoved = list?.contains(old) && list.dataset.order && old.dataset.number !== fresh.dataset.number;
  if (!isMoved) old.replaceWith(fresh);
  else {
    old.remove();
    insert(list, fresh);
  }
  return fresh;
}

function put(update) {
  let fresh = element(update.html);
  if (!fresh) return;
  localize(fresh);
  const old = document.getElementById(update.put);
  const list = document.getElementById(update.in);
  if (old) {
    const focusAgain = keepFocus(old);
    fresh = replace(old, fresh, list);
    focusAgain(fresh);
  } else if (!list || !insert(list, fresh)) {
    document.dispatchEvent(new CustomEvent("hatata:elsewhere", { detail: fresh }));
    return;
  }
  if (fresh.matches(".announcements")) import("./announcements-live.js");
  document.dispatchEvent(new CustomEvent("hatata:live", { detail: fresh }));
}

export function apply(updates) {
  for (const update of updates) {
    if (update.put) put(update);
    else if (update.remove) {
      const old = document.getElementById(update.remove);
      if (old) remove(old);
    } else if (update.text) {
      const place = document.getElementById(update.text);
      if (place && place.textContent !== update.value) place.textContent = update.value;
    }
  }
}

localize(document);
document.addEventListener("hatata:swapped", (event) => localize(event.detail));
