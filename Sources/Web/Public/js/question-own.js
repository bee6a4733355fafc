// Nobody is offered to report what they asked themselves. Rows are the same for everybody, so the link is taken out of one's own here.
/** The question of a row, of whichever list. */
export const idOf = (row) => row.id.slice(row.id.indexOf("-") + 1);

const own = () => document.querySelector("[data-own-questions]")?.dataset.ownQuestions.split(" ") ?? [];

function clear(row) {
  if (own().includes(idOf(row))) row.querySelector("[data-focus=report]")?.remove();
}

const clearAll = () => document.querySelectorAll(".question, .queued").forEach(clear);
document.addEventListener("hatata:live", ({ detail }) => detail.matches(".question, .queued") && clear(detail));
document.addEventListener("hatata:swapped", clearAll);
clearAll();
