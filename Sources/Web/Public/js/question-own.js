// Nobody is offered to report what they asked themselves. Rows are the same for everybody, so the link is taken out of one's own here.
const own = () => document.querySelector("[data-own-questions]")?.dataset.ownQuestions.split(" ") ?? [];

function clear(row) {
  if (own().includes(row.id.slice(row.id.indexOf("-") + 1))) row.querySelector("[data-focus=report]")?.remove();
}

const clearAll = () => document.querySelectorAll(".question, .queued").forEach(clear);
document.addEventListener("hatata:live", ({ detail }) => detail.matches(".question, .queued") && clear(detail));
document.addEventListener("hatata:swapped", clearAll);
clearAll();
