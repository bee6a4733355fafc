// Nobody is offered to report what they asked themselves. Rows are the same for everybody, so the link is taken out of one's own here, also of what one asked in
// another tab: that is told by one's own topic.
/** The question of a row, of whichever list. */
export const idOf = (row) => row.id.slice(row.id.indexOf("-") + 1);

const own = new Set();

/** The questions that an element says are one's own. */
export const asked = (element) => (element.dataset.ownQuestions ?? "").split(" ").filter(Boolean);

function clear(row) {
  if (own.has(idOf(row))) row.querySelector("[data-focus=report]")?.remove();
}

const clearAll = () => document.querySelectorAll(".question, .queued").forEach(clear);

function learn(elements) {
  for (const id of [...elements].flatMap(asked)) own.add(id);
  clearAll();
}

const learnAll = () => learn(document.querySelectorAll("[data-own-questions]"));

// A host's page has no place for what one asked, and hears of it.
for (const name of ["hatata:live", "hatata:elsewhere"]) {
  document.addEventListener(name, ({ detail }) => {
    if ("ownQuestions" in detail.dataset) learn([detail]);
    else if (detail.matches(".question, .queued")) clear(detail);
  });
}
document.addEventListener("hatata:swapped", learnAll);
learnAll();
