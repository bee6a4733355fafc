// Authors find on their papers' pages, which all participants share, the way to edit them.
import { read } from "./stored.js";

function show() {
  const own = read("hatata.own", []);
  for (const link of document.querySelectorAll("[data-own-paper]")) link.hidden = !own.includes(link.dataset.ownPaper);
}

show();
document.addEventListener("hatata:synced", show);
