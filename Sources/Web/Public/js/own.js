// On papers' pages, which all participants share, authors find the way to edit them, and who is called like one that to claim them.
import { read } from "./stored.js";

function show() {
  for (const link of document.querySelectorAll("[data-own-paper]")) {
    link.hidden = !read(`hatata.${link.dataset.if ?? "own"}`, []).includes(link.dataset.ownPaper);
  }
}

show();
document.addEventListener("hatata:synced", show);
