// What the times of a form are in UTC, said beside each while it is typed.
import { day } from "./live-apply.js";

const options = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

/** What a wall clock in a zone shows at an instant, as if it hung in UTC. */
function wall(instant, timeZone) {
  const parts = new Intl.DateTimeFormat("en-GB", { ...options, timeZone }).formatToParts(instant);
  const { year, month, day: number, hour, minute } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return Date.UTC(year, month - 1, number, hour, minute);
}

/** As the server reads it: of a time that is shown twice the earlier one, and one that is left out as clocks were before. */
function instant(text, zone) {
  const shown = Date.parse(`${text}Z`);
  const [early, late] = [-86_400_000, 86_400_000].map((far) => shown + (shown + far - wall(shown + far, zone)));
  return wall(early, zone) === shown || wall(late, zone) !== shown ? early : late;
}

function say(beside) {
  const field = beside.previousElementSibling;
  try {
    const time = field.value && new Date(instant(field.value, beside.dataset.utc));
    beside.textContent = time ? `= ${day(time, "UTC")}, ${time.toISOString().slice(11, 16)} UTC` : "";
  } catch {
    beside.textContent = ""; // A zone that this browser does not know.
  }
}

for (const beside of document.querySelectorAll("[data-utc]")) {
  beside.previousElementSibling.addEventListener("input", () => say(beside));
  say(beside);
}
