// What moderators do with a question, in its row. Rows are the same for everybody, so the buttons are put into them here: they belong to one form of the part,
// which is sent as its other forms are. What is hidden stands below, to be shown again.
import { idOf } from "./question-own.js";

const form = () => document.getElementById("moderating");

function button(row, back) {
  const element = document.createElement("button");
  const style = row.matches(".queued") ? "button is-quiet" : "row-link";
  Object.assign(element, { type: "submit", className: style, textContent: "Hide", name: "back", value: back });
  element.setAttribute("form", "moderating");
  element.setAttribute("formaction", `/conduct/questions/${idOf(row)}/hiding`);
  element.dataset.focus = "hide";
  const rest = document.createElement("span");
  rest.className = "sr";
  rest.textContent = `: ${row.querySelector(".question-text, .queued-text")?.textContent.slice(0, 80) ?? ""}`;
  element.append(rest);
  return element;
}

function offer(row) {
  const ways = row.querySelector("[data-ways]");
  if (form() && ways && !ways.querySelector("[data-focus=hide]")) ways.append(button(row, form().dataset.back));
}

const offerAll = () => document.querySelectorAll(".question, .queued").forEach(offer);
document.addEventListener("hatata:live", ({ detail }) => detail.matches(".question, .queued") && offer(detail));
document.addEventListener("hatata:swapped", offerAll);
offerAll();
