// What people wrote whom the visitor has blocked is taken from view, also what comes in later. The pages are the same for everybody, so the list is asked
// for where somebody's words stand.
const isSignedIn = document.documentElement.hasAttribute("data-signed-in");
let blocked;

function hide(root) {
  const words = [...root.querySelectorAll("[data-author]"), ...(root.matches?.("[data-author]") ? [root] : [])];
  for (const element of words) element.hidden = blocked.has(element.dataset.author);
}

async function look(root) {
  if (!isSignedIn || !(root.matches?.("[data-author]") || root.querySelector("[data-author]"))) return;
  if (!blocked) {
    try {
      const answer = await fetch("/account/blocks.json");
      if (!answer.ok) return;
      blocked = new Set(await answer.json());
    } catch {
      return; // The next words ask again.
    }
  }
  hide(root);
}

look(document);
document.addEventListener("hatata:live", (event) => look(event.detail));
document.addEventListener("hatata:swapped", (event) => look(event.detail));
