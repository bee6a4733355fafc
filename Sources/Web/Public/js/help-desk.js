// Keeps the times for which people wait current.
import { now } from "./clock.js";

function words(milliseconds) {
  const minutes = Math.max(milliseconds > 0 ? 1 : 0, Math.round(milliseconds / 60_000));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

function show(root) {
  for (const place of root.querySelectorAll("[data-since]")) {
    const text = words(now() - Date.parse(place.dataset.since));
    if (place.textContent !== text) place.textContent = text;
  }
}

setInterval(() => document.hidden || show(document), 15_000);
document.addEventListener("hatata:live", (event) => show(event.detail));
