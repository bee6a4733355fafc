// What one types stays: in the browser's own store until it was sent, through reloads, lost connections and ended sessions.
import { read, write } from "./stored.js";

const key = "hatata.drafts";
const most = 50;

// What is chosen beside the text, such as that a question is asked without one's name.
const others = (form) => [...form.elements].filter((field) => field.name && field.matches("input:not([type=hidden], [type=file])"));
const isChoice = (field) => field.matches("[type=checkbox], [type=radio]");
// Radio buttons of one choice have one name.
const named = (field) => (field.type === "radio" ? `${field.name} ${field.value}` : field.name);

/** Keeps a form's text with what is chosen beside it, or forgets it. */
export function keep(form, text) {
  const drafts = Object.entries(read(key, {})).filter(([name]) => name !== form.dataset.draft);
  const beside = others(form).map((field) => [named(field), isChoice(field) ? field.checked : field.value]);
  if (text) drafts.push([form.dataset.draft, { text, client: form.elements.client?.value, beside }]);
  write(key, Object.fromEntries(drafts.slice(-most)));
}

function restore(form) {
  const draft = read(key, {})[form.dataset.draft];
  const box = form.querySelector("textarea");
  if (!draft || !box || box.value) return;
  box.value = draft.text;
  form.closest("details")?.setAttribute("open", "");
  const beside = new Map(draft.beside ?? []);
  for (const field of others(form)) {
    if (!beside.has(named(field))) continue;
    if (isChoice(field)) field.checked = beside.get(named(field));
    else field.value = beside.get(named(field));
  }
  // The same message as before: sent twice, it is one.
  if (draft.client && form.elements.client) form.elements.client.value = draft.client;
  tried(form);
}

/** The form that is seen now, where a part of the page has come anew since. */
export const current = (form) => (form.isConnected ? form : document.querySelector(`form[data-draft="${CSS.escape(form.dataset.draft)}"]`) ?? form);

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
  if (!form) return;
  if ("tried" in form.dataset) renew(form);
  keep(form, form.querySelector("textarea").value);
});
document.addEventListener("hatata:swapped", (event) => restoreAll(event.detail));
// What was typed since, here or into the form that has taken its place, is kept.
document.addEventListener("hatata:sent", ({ detail: { form, body } }) => {
  if (!form.dataset.draft) return;
  const now = current(form);
  const box = now.querySelector("textarea");
  keep(now, box.value === body.get(box.name) ? "" : box.value);
});
restoreAll(document);
