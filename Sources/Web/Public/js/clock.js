// The server's clock, which a rehearsal may have set: its instant at rendering, carried on by the browser's clock.
const root = document.documentElement;
const navigation = performance.getEntriesByType("navigation")[0];
const header = navigation?.serverTiming?.find((entry) => entry.name === "now")?.description;
const rendered = Date.parse(header || root.dataset.now || "");
const arrived = navigation?.responseStart ?? 0;

export function now() {
  return Number.isNaN(rendered) ? Date.now() : rendered + performance.now() - arrived;
}

const zone = root.dataset.zone || "UTC";

export function wallTime(instant) {
  const options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  try {
    return new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone }).format(instant);
  } catch {
    return undefined; // A zone that this browser does not know: the server's text stays.
  }
}

function tick() {
  const instant = now();
  const text = wallTime(instant);
  for (const clock of document.querySelectorAll("[data-clock]")) {
    if (!text || clock.textContent === text) continue;
    clock.textContent = text;
    clock.dateTime = new Date(instant).toISOString();
  }
  setTimeout(tick, 60_000 - (instant % 60_000) + 50);
}

tick();
