// Finds papers in a hall by words, and leaves out what was visited.
const find = document.querySelector("[data-hall-find]");
const [words, unvisited] = find.querySelectorAll("input");
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const cards = [...document.querySelectorAll(".hall-grid [data-paper]")];
const texts = new Map(cards.map((card) => [card, folded(card.textContent)]));

function show() {
  const sought = folded(words.value).split(/\s+/);
  for (const card of cards) {
    const isFound = sought.every((word) => texts.get(card).includes(word));
    card.hidden = !isFound || (unvisited.checked && card.classList.contains("is-visited"));
  }
  for (const theme of document.querySelectorAll(".hall-theme")) theme.hidden = !theme.querySelector("[data-paper]:not([hidden])");
  const count = cards.filter((card) => !card.hidden).length;
  find.querySelector("output").textContent = count < cards.length ? `${count} of ${cards.length} shown` : "";
}

find.addEventListener("input", show);
document.addEventListener("hatata:synced", show);
addEventListener("pageshow", show);
find.hidden = false;
