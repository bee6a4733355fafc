// The form for a question: what is asked already is shown while one types. Where its reader may not ask any more, the style sheet puts away the form, by what
// stands before it; here whoever was writing keeps a place. A mute that ends with time has its time (spans.js).
import "./spans.js";

let asking;

// To its place in the page, or to its own page where it stands on another one.
function similarLink({ id, text, votes: count }) {
  const link = document.createElement("a");
  link.href = document.getElementById(`question-${id}`) ? `#question-${id}` : `/question/${id}`;
  [link.textContent, link.dir] = [`${text} (${count})`, "auto"];
  return link;
}

async function similar(field) {
  const place = document.getElementById(field.getAttribute("aria-describedby"));
  const answer = await fetch(`${field.dataset.similar}?${new URLSearchParams({ text: field.value })}`);
  if (!answer.ok || !place?.isConnected) return;
  const found = await answer.json();
  const list = (rows, words) => (rows.length > 0 ? [document.createTextNode(words), ...rows.map(similarLink)] : []);
  const open = list(found.filter((row) => !row.isAnswered), "Asked already? Vote for it instead:");
  place.replaceChildren(...open, ...list(found.filter((row) => row.isAnswered), "Answered already:"));
}

document.addEventListener("input", (event) => {
  const field = event.target.closest("[data-similar]");
  if (!field) return;
  clearTimeout(asking);
  asking = setTimeout(() => similar(field).catch(() => {}), 400);
});

document.addEventListener("hatata:sent", () => clearTimeout(asking));

// At what says why.
document.addEventListener("hatata:live", ({ detail }) => {
  const at = document.activeElement;
  if (!at?.closest(".ask, .is-silence") || at.getClientRects().length > 0 || !detail.parentElement.contains(at)) return;
  if (detail.tabIndex < 0) detail.tabIndex = -1;
  detail.focus();
});
