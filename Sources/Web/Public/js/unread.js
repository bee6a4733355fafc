// How much of what was written is new to who is here: asked for now and then, told at once where somebody is named.
const place = document.getElementById("unread-count");
const often = 60_000;

function show(count) {
  if (!place) return;
  place.textContent = count === 0 ? "" : count > 98 ? "99+" : String(count);
}

// In the bar on phones, too, also what the stream tells.
function copy() {
  for (const other of document.querySelectorAll("[data-unread-copy]")) other.textContent = place.textContent;
}

export async function ask() {
  try {
    const answer = await fetch("/chat/unread.json");
    if (answer.ok) show((await answer.json()).unread);
  } catch {
    // It is asked again.
  }
}

if (place) {
  new MutationObserver(copy).observe(place, { childList: true, characterData: true, subtree: true });
  ask();
  setInterval(() => document.hidden || ask(), often);
  document.addEventListener("visibilitychange", () => document.hidden || ask());
  document.addEventListener("hatata:unread", (event) => show(event.detail));
}
