// What the button for a mute says of who is muted already: from here just now, or from before the page was loaded.
import { now } from "./clock.js";
import "./spans.js";

const hour = 3_600_000;
// Who was muted on this page, by their channels, and until when.
const muted = new Map();
const place = (chat, row) => `${chat.dataset.chat} ${row.dataset.author}`;

function silence(chat, row) {
  const before = chat.dataset.muted?.split(" ").find((one) => one.split("=")[0] === row.dataset.author);
  const [words, until] = muted.get(place(chat, row)) ?? (before ? ["Muted", before.split("=")[1]] : []);
  return Date.parse(until) <= now() ? [] : [words, until];
}

/** Notes that the author of a row was muted for an hour. */
export function noteMute(chat, row) {
  muted.set(place(chat, row), ["Muted for an hour", new Date(now() + hour).toISOString()]);
}

/** Says by the button that the author of its row is muted, where they are; when that ends by itself, there is a button again (spans.js). */
export function showMute(chat, row, element) {
  const [words, until] = silence(chat, row);
  if (!words) return;
  // The log would tell of it in each row of that person.
  element.setAttribute("aria-live", "off");
  if (until) {
    const again = element.cloneNode(true);
    again.hidden = true;
    delete again.dataset.busy;
    again.dataset.from = element.dataset.to = until;
    element.before(again);
  }
  element.textContent = words;
  element.setAttribute("aria-disabled", "true");
}
