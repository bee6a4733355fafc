// On home, what one saved takes the place of how to start, as soon as something is.
import { wallTime } from "./clock.js";
import { isOpen, link, today } from "./near.js";
import { saved } from "./saved.js";

const place = document.querySelector("[data-yours]");
const most = 4;
const before = place ? [...place.childNodes] : [];
let shown = "";

const element = (name, ...parts) => {
  const made = document.createElement(name);
  made.append(...parts);
  return made;
};

function row(item) {
  const title = element("h3", link(item.address, item.title));
  return element("li", element("time", wallTime(item.start) ?? ""), element("div", title), ...(isOpen(item) ? [link(item.join, "Join", "button is-live")] : []));
}

function show() {
  const { papers, sessions } = saved();
  const items = today();
  if (!items) return;
  if (papers.length + sessions.length + items.length === 0) {
    if (shown) place.replaceChildren(...before);
    shown = "";
    return;
  }
  const state = JSON.stringify(items.map((item) => [item, isOpen(item)]));
  if (state === shown) return;
  shown = state;
  const list = element("ol", ...items.slice(0, most).map(row));
  list.className = "next-list";
  const head = element("div", Object.assign(element("h2", "Yours today"), { id: "start" }), link("/plan", "My plan"));
  head.className = "section-head";
  place.replaceChildren(head, items.length > 0 ? list : element("p", "Nothing of what you saved is left today."));
}

if (place) {
  document.addEventListener("hatata:today", show);
  show();
}
