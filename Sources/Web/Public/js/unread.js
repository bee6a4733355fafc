// How much of what was written is new to who is here: asked for now and then, told at once where somebody is named.
const place = document.getElementById("unread-count");
const mine = document.getElementById("unread-for-me");
const often = 60_000;

function show({ unread, forYou = 0 }) {
  if (!place) return;
  place.textContent = unread === 0 ? "" : unread > 98 ? "99+" : String(unread);
  mine.textContent = forYou === 0 ? "" : `${forYou} for you`;
}

// In the bar on phones, too, also what the stream tells. That somebody is named is seen by a sign, and said.
function copy() {
  place.classList.toggle("is-for-me", mine.textContent !== "");
  for (const other of document.querySelectorAll("[data-unread-copy]")) {
    other.textContent = place.textContent;
    other.classList.toggle("is-for-me", mine.textContent !== "");
    other.nextElementSibling.textContent = mine.textContent;
  }
}

export async function ask() {
  try {
    const answer = await fetch("/chat/unread.json");
    if (answer.ok) show(await answer.json());
  } catch {
    // It is asked again.
  }
}

if (place) {
  const watch = new MutationObserver(copy);
  for (const element of [place, mine]) watch.observe(element, { childList: true, characterData: true, subtree: true });
  ask();
  setInterval(() => document.hidden || ask(), often);
  document.addEventListener("visibilitychange", () => document.hidden || ask());
  document.addEventListener("hatata:unread", (event) => show(event.detail));
}
