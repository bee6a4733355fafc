// My plan: the server writes the list, from the ids that this browser keeps, or from the account of who is signed in.
import { loaded } from "./account.js";
import { savedQuery } from "./near.js";
import { parsed } from "./page.js";
import { show } from "./saved.js";

const isSignedIn = document.documentElement.hasAttribute("data-signed-in");

const query = () => (isSignedIn ? "" : savedQuery());

// A plan that came with the address, from a bookmark or another person, keeps the files that belong to it.
function pointExports() {
  if (location.search || isSignedIn) return;
  const search = query();
  for (const link of document.querySelectorAll("[data-plan-export]")) {
    link.search = search;
  }
}

async function refresh() {
  const place = document.querySelector("#plan");
  const search = query();
  if (!place) return;
  place.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(search ? `/plan?${search}` : "/plan");
    const fresh = (await parsed(answer)).querySelector("#plan");
    if (!answer.ok || !fresh) throw new Error(`The plan answered ${answer.status}`);
    place.replaceWith(document.adoptNode(fresh));
    document.dispatchEvent(new CustomEvent("hatata:swapped", { detail: fresh }));
  } catch {
    place.removeAttribute("aria-busy");
    const note = place.querySelector("[data-plan-note]");
    if (note) note.textContent = "The plan could not be loaded. What you saved is kept here; try again soon.";
  }
  show();
  pointExports();
}

// A star that is taken back here leaves its row until the next visit, so that a slip is undone by a second click.
document.addEventListener("hatata:saved", pointExports);
document.addEventListener("hatata:saved-elsewhere", () => location.search || refresh());

if (query() && !location.search) refresh();
else pointExports();
loaded.then((isChanged) => isChanged && !location.search && refresh());
