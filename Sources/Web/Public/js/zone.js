// The first visit takes the browser's zone and says so; the link in the header opens the picker over the page.
import { now } from "./clock.js";
import { readCookie, writeCookie } from "./cookies.js";
import { openPage } from "./dialog.js";

const root = document.documentElement;
const justTaken = "hatata.zone-taken";

function browserZone() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone && zone !== "Etc/Unknown" ? zone : undefined;
}

function describe(zone) {
  const city = zone.split("/").pop().replaceAll("_", " ");
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "shortOffset" }).formatToParts(now());
  const offset = parts.find((part) => part.type === "timeZoneName").value.replace("GMT", "UTC");
  return city === "UTC" ? "UTC" : `${city} time (${offset})`;
}

// Where there is something else to do first: there it waits for the next page.
const isBusy = () => location.pathname.startsWith("/sign-in") || document.querySelector("main > .empty > h1") !== null;

// It is seen until something else on the page is pressed.
function putAway(note) {
  const gone = new AbortController();
  document.addEventListener("click", ({ target }) => {
    if (note.contains(target)) return;
    note.remove();
    gone.abort();
  }, { signal: gone.signal });
}

function say(zone) {
  const note = document.createElement("div");
  note.className = "note";
  note.setAttribute("role", "status");
  const text = document.createElement("span");
  text.textContent = `Times are in ${describe(zone)}, taken from your browser. `;
  const change = document.createElement("a");
  change.href = document.querySelector("[data-zone-picker]")?.href ?? "/zones";
  change.dataset.zonePicker = "";
  change.textContent = "Change";
  text.append(change);
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button is-quiet";
  close.textContent = "OK";
  close.addEventListener("click", () => note.remove());
  note.append(text, close);
  document.body.append(note);
  putAway(note);
  writeCookie("zone-said", "1");
}

function takeZone() {
  const zone = browserZone();
  if (!zone || !writeCookie("zone", zone)) return;
  const isShown = zone === root.dataset.zone;
  if (isShown && !isBusy()) return say(zone);
  try {
    sessionStorage.setItem(justTaken, zone);
  } catch {
    writeCookie("zone-said", "1");
  }
  if (!isShown) location.reload();
}

function start() {
  if (!readCookie("zone")) return takeZone();
  if (isBusy()) return;
  try {
    const zone = sessionStorage.getItem(justTaken);
    sessionStorage.removeItem(justTaken);
    if (zone) say(root.dataset.zone);
  } catch {
    // Without a session store there is no note; the header still names the zone.
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-zone-picker]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || location.pathname === "/zones") return;
  event.preventDefault();
  const address = new URL(link.href);
  address.searchParams.set("back", location.pathname + location.search);
  openPage(address.href, ".zone-picker", "Time zone");
});

start();
