// Authors find on their papers' pages, which all participants share, the way to edit them; who is called like an author finds the way to say that it is theirs.
import { read } from "./stored.js";

function show() {
  const own = read("hatata.own", []);
  const claimable = read("hatata.claimable", []);
  for (const link of document.querySelectorAll("[data-own-paper]")) link.hidden = !own.includes(link.dataset.ownPaper);
  for (const link of document.querySelectorAll("[data-claimable-paper]")) link.hidden = !claimable.includes(link.dataset.claimablePaper);
}

show();
document.addEventListener("hatata:synced", show);
