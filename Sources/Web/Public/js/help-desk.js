// Keeps true what changes with time: for how long people wait, what time it is and for who helps; and marks the shifts that are one's own.
import { now } from "./clock.js";
import { remove } from "./focus.js";
import "./spans.js";

function words(milliseconds) {
  const minutes = Math.max(milliseconds > 0 ? 1 : 0, Math.round(milliseconds / 60_000));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

function clockIn(timeZone) {
  try {
    return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(now());
  } catch {
    return undefined; // A zone that this browser does not know: the server's text stays.
  }
}

function write(place, text) {
  if (text && place.textContent !== text) place.textContent = text;
}

function show(root) {
  for (const place of root.querySelectorAll("[data-since]")) write(place, words(now() - Date.parse(place.dataset.since)));
  for (const place of root.querySelectorAll("[data-clock-in]")) write(place, clockIn(place.dataset.clockIn));
}

// What is over is not there on a page that is loaded now.
function end() {
  for (const row of document.querySelectorAll("li[data-until]")) if (Date.parse(row.dataset.until) <= now()) remove(row);
}

function mark(row) {
  const me = row.closest("[data-me]")?.dataset.me;
  row.classList.toggle("is-mine", row.dataset.helpers.split(" ").includes(me));
}

// Whoever was at a button of a state that has passed is at the new one.
function stay(state) {
  const at = document.activeElement;
  if (at?.closest("[data-when]") && at.getClientRects().length === 0) state.focus();
}

setInterval(() => {
  if (document.hidden) return;
  show(document);
  end();
}, 15_000);
document.addEventListener("visibilitychange", () => document.hidden || (show(document), end()));
document.addEventListener("hatata:live", ({ detail }) => {
  show(detail);
  if (detail.matches("[data-helpers]")) mark(detail);
  if (detail.matches("#help-state")) stay(detail);
});
