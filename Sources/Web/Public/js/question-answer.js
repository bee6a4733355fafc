// For hosts, the way to a question's page is the way to answer it. Rows are the same for everybody, so it is named for them here; without scripts it stays "More".
function name(row) {
  const way = row.closest(".questions[data-hosted]") && row.querySelector("[data-ways] > a[href^='/question/']");
  const address = way?.getAttribute("href");
  if (!way || address.includes("#")) return;
  way.setAttribute("href", `${address}#answer`);
  way.firstChild.data = row.querySelector(".question-answer") ? "Change the answer" : "Answer";
  const rest = way.querySelector(".sr");
  rest.textContent = rest.textContent.replace(" about", "");
}

const nameAll = () => document.querySelectorAll(".question").forEach(name);
document.addEventListener("hatata:live", ({ detail }) => detail.matches(".question") && name(detail));
document.addEventListener("hatata:swapped", nameAll);
nameAll();
