// Stars: what one saved stays in this browser, as {papers: [id], sessions: [id]}, and follows into its other tabs; and into the
// account of who is signed in.
import { tellSaved } from "./account.js";
import { read, write } from "./stored.js";

const key = "hatata.saved";
const limit = 1000;

export function saved() {
  const value = read(key, {});
  const list = (name) => (Array.isArray(value?.[name]) ? value[name].filter((id) => typeof id === "string") : []);
  return { papers: list("papers"), sessions: list("sessions") };
}

function isSaved(item, all) {
  const [kind, id] = split(item);
  return all[kind]?.includes(id) ?? false;
}

function split(item) {
  const colon = item.indexOf(":");
  return [item.slice(0, colon), item.slice(colon + 1)];
}

function toggle(item) {
  const all = saved();
  const [kind, id] = split(item);
  if (!(kind in all)) return;
  all[kind] = all[kind].includes(id) ? all[kind].filter((other) => other !== id) : [...all[kind], id].slice(-limit);
  write(key, all);
  tellSaved(item, all[kind].includes(id));
  show();
  document.dispatchEvent(new CustomEvent("hatata:saved"));
}

function showButton(button, all) {
  const on = isSaved(button.dataset.save, all);
  const word = button.querySelector("[data-save-word]");
  button.hidden = false;
  button.classList.toggle("is-saved", on);
  if (word) {
    word.textContent = on ? "Saved" : "Save"; // The word tells the state, so it is not told twice.
    button.removeAttribute("aria-pressed");
  } else {
    button.setAttribute("aria-pressed", String(on));
  }
}

export function show() {
  const all = saved();
  for (const button of document.querySelectorAll("[data-save]")) showButton(button, all);
  const count = all.papers.length + all.sessions.length;
  for (const place of document.querySelectorAll("[data-saved-count]")) place.textContent = count || "";
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-save]");
  if (button) toggle(button.dataset.save);
});
document.addEventListener("hatata:swapped", show);
document.addEventListener("hatata:synced", show);
addEventListener("pageshow", show);
addEventListener("storage", (event) => {
  if (event.key !== key && event.key !== null) return;
  show();
  document.dispatchEvent(new CustomEvent("hatata:saved-elsewhere"));
});

show();
