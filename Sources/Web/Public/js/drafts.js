// What one types stays: in the browser's own store until it was sent, through reloads, lost connections and ended sessions.
import { read, write } from "./stored.js";

const key = "hatata.drafts";
const most = 50;

/** Keeps a form's text, or forgets it. */
export function keep(form, text) {
  const drafts = Object.entries(read(key, {})).filter(([name]) => name !== form.dataset.draft);
  if (text) drafts.push([form.dataset.draft, { text, client: form.elements.client?.value }]);
  write(key, Object.fromEntries(drafts.slice(-most)));
}

function restore(form) {
  const draft = read(key, {})[form.dataset.draft];
  const box = form.querySelector("textarea");
  if (!draft || !box || box.value) return;
  box.value = draft.text;
  // The same message as before: sent twice, it is one.
  if (draft.client && form.elements.client) form.elements.client.value = draft.client;
  tried(form);
}

/** Notes that what stands in a form may have been sent; once it is changed, it is another message. */
export function tried(form) {
  form.dataset.tried = "";
}

/** Makes what is sent next another message. */
export function renew(form) {
  delete form.dataset.tried;
  if (form.elements.client) form.elements.client.value = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
}

export function restoreAll(root) {
  for (const form of root.querySelectorAll("form[data-draft]")) restore(form);
}

document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form[data-draft]");
  if (!form || !event.target.matches("textarea")) return;
  if ("tried" in form.dataset) renew(form);
  keep(form, event.target.value);
});
document.addEventListener("hatata:swapped", (event) => restoreAll(event.detail));
// What was typed since, here or into the form that has taken its place, is kept.
document.addEventListener("hatata:sent", ({ detail: { form, body } }) => {
  if (!form.dataset.draft) return;
  const now = document.querySelector(`form[data-draft="${CSS.escape(form.dataset.draft)}"]`) ?? form;
  const box = now.querySelector("textarea");
  keep(now, box.value === body.get(box.name) ? "" : box.value);
});
restoreAll(document);
