// The list of one's conversations is as new as the numbers in the header, which are asked for once a minute, and told at once where something is written to
// who reads.
import { keepFocus } from "./focus.js";
import { parsed } from "./page.js";

let turn = Promise.resolve();
let isWaiting = false;

async function renew() {
  isWaiting = false;
  try {
    const answer = await fetch("/chat");
    const [old, fresh] = [document, await parsed(answer)].map((page) => page.getElementById("conversations"));
    if (!fresh) return;
    const focusAgain = keepFocus(old);
    old.replaceWith(document.adoptNode(fresh));
    document.dispatchEvent(new CustomEvent("hatata:swapped", { detail: fresh }));
    focusAgain(fresh);
  } catch {
    // It is asked for again with the next news.
  }
}

document.addEventListener("hatata:news", () => {
  if (isWaiting) return;
  isWaiting = true;
  turn = turn.then(renew);
});
