// All that one may react by: a row of signs that a button opens in the row of a message.
import { markReactions } from "./chat-reactions.js";

let opened;
let chosen = 0;

function button(text) {
  const [sign, ...name] = text.split(" ");
  const element = document.createElement("button");
  Object.assign(element, { type: "button", textContent: sign });
  element.dataset.react = sign;
  element.setAttribute("aria-label", name.join(" "));
  return element;
}

// One of them is a stop for the tab key.
function stop(menu, index) {
  chosen = (index + menu.children.length) % menu.children.length;
  [...menu.children].forEach((one, at) => (one.tabIndex = at === chosen ? 0 : -1));
}

function choose(menu, index) {
  stop(menu, index);
  menu.children[chosen].focus({ preventScroll: true });
}

function close(isBack = false) {
  const row = opened && document.getElementById(opened);
  opened = undefined;
  row?.querySelector(".reaction-menu")?.remove();
  const way = row?.querySelector("[data-reacting]");
  way?.setAttribute("aria-expanded", false);
  if (isBack) way?.focus({ preventScroll: true });
}

function show(row) {
  close();
  const chat = row.closest("[data-chat]");
  const menu = document.createElement("span");
  menu.className = "reaction-menu";
  menu.setAttribute("role", "toolbar");
  menu.setAttribute("aria-label", "Reactions");
  // It stands in a list of which screen readers tell what is new.
  menu.setAttribute("aria-live", "off");
  menu.append(...chat.dataset.signs.split("|").map(button));
  row.querySelector(".message-foot").append(menu);
  opened = row.id;
  markReactions(chat);
  return menu;
}

function open(row) {
  const menu = show(row);
  menu.scrollIntoView({ block: "nearest" });
  choose(menu, 0);
}

document.addEventListener("click", (event) => {
  const control = event.target.closest("[data-react], [data-reacting]");
  const isOther = event.ctrlKey || event.metaKey || event.shiftKey;
  if (!control) return event.target.closest(".reaction-menu") || close();
  if (isOther) return;
  const row = control.closest(".message");
  if (!("reacting" in control.dataset)) return close(row.id === opened && control.matches("button"));
  event.preventDefault();
  if (row.id === opened) close(true);
  else open(row);
});

document.addEventListener("keydown", (event) => {
  const menu = event.target.closest?.(".reaction-menu");
  if (!menu) return;
  const moves = { ArrowRight: chosen + 1, ArrowDown: chosen + 1, ArrowLeft: chosen - 1, ArrowUp: chosen - 1, Home: 0, End: -1 };
  if (event.key === "Escape") close(true);
  else if (event.key in moves) choose(menu, moves[event.key]);
  else return;
  event.preventDefault();
  event.stopPropagation();
}, true);

document.addEventListener("focusout", ({ target, relatedTarget }) => {
  if (relatedTarget && target.closest(".reaction-menu") && !relatedTarget.closest(".reaction-menu, [data-reacting]")) close();
});

// The row comes anew when others react, too: what was open in it stays open, and moves nobody. Who was at one of the signs is at the row until then.
document.addEventListener("hatata:live", ({ detail: row }) => {
  if (row.id !== opened) return;
  if (!row.querySelector("[data-reacting]")) return close();
  const wasInside = document.activeElement === row;
  const menu = show(row);
  if (wasInside) choose(menu, chosen);
  else stop(menu, chosen);
});
