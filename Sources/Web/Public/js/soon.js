// "in 8 min" beside an absolute time. data-soon is the instant; data-soon-word "starts" (default) or "ends".
import { now } from "./clock.js";

const minute = 60_000;

function span(minutes) {
  if (minutes < 60) return `${minutes} min`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours < 24) return rest ? `${hours} h ${rest} min` : `${hours} h`;
  const days = Math.round(hours / 24);
  return days === 1 ? "1 day" : `${days} days`;
}

export function soonText(instant, word, at) {
  const minutes = Math.ceil((instant - at) / minute);
  if (word === "ends") return minutes > 0 ? `${span(minutes)} left` : "over";
  return minutes > 0 ? `in ${span(minutes)}` : "now";
}

function show() {
  const at = now();
  for (const place of document.querySelectorAll("[data-soon]")) {
    const instant = Date.parse(place.dataset.soon);
    if (Number.isNaN(instant)) continue;
    const text = soonText(instant, place.dataset.soonWord, at);
    if (place.textContent !== text) place.textContent = text;
  }
}

show();
setInterval(show, 15_000);
document.addEventListener("hatata:swapped", show);
document.addEventListener("visibilitychange", () => document.hidden || show());
