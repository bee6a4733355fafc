// What is there for a time alone: from the instant of data-from, and until that of data-to, each of which may be missing.
import { now } from "./clock.js";
import { keepFocus } from "./focus.js";

function show() {
  const at = now();
  for (const part of document.querySelectorAll("[data-from], [data-to]")) {
    const isAway = at < Date.parse(part.dataset.from) || at >= Date.parse(part.dataset.to);
    if (part.hidden === isAway) continue;
    const focusAgain = keepFocus(part);
    part.hidden = isAway;
    focusAgain(part);
  }
}

show();
setInterval(show, 1_000);
document.addEventListener("visibilitychange", () => document.hidden || show());
for (const change of ["hatata:live", "hatata:swapped"]) document.addEventListener(change, show);
