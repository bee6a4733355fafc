// Papers whose page was opened in this browser are marked in every list, and counted in a hall.
import { tellVisited } from "./account.js";
import { read, write } from "./stored.js";

const key = "hatata.visited";
const limit = 5000;

function visited() {
  const ids = read(key, []);
  return new Set(Array.isArray(ids) ? ids : []);
}

function remember() {
  const id = document.querySelector("[data-paper-visited]")?.dataset.paperVisited;
  const all = visited();
  if (!id || all.has(id)) return;
  write(key, [...all, id].slice(-limit));
  tellVisited(id);
}

function show() {
  const all = visited();
  const cards = [...document.querySelectorAll("[data-paper]")];
  for (const card of cards) card.classList.toggle("is-visited", all.has(card.dataset.paper));
  const count = cards.filter((card) => all.has(card.dataset.paper)).length;
  for (const place of document.querySelectorAll("[data-visited-count]")) {
    place.textContent = `${count} of ${cards.length} visited`;
  }
}

remember();
show();
document.addEventListener("hatata:swapped", show);
document.addEventListener("hatata:synced", show);
addEventListener("pageshow", show);
addEventListener("storage", (event) => event.key === key && show());
