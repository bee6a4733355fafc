// What one has typed into forms stays when the page has to load itself anew: until then, and in this tab only. Messages and questions are kept for longer, by
// drafts.js; what is secret, and files, are not kept at all.
const key = "hatata.kept";
const patience = 60_000;
const texts = ["text", "textarea", "email", "url", "tel", "number", "search", "date", "datetime-local", "time"];
const sent = new WeakSet();
const kept = take();

const isText = (field) => texts.includes(field.type) && !field.readOnly && !/password|one-time-code/.test(field.autocomplete);
const isChoice = (field) => field.type === "checkbox" || field.type === "radio";
const forms = () => [...document.querySelectorAll('form[method="post"]:not([data-draft])')];
const fields = (form) => [...form.elements].filter((field) => field.name && (isText(field) || isChoice(field) || field.type === "select-one"));
// A time means another one in another zone: it stays only for a form in its own.
const isTimed = (field) => field.type === "datetime-local" || ["agenda", "papers"].includes(field.name);
const kind = (field) => (isTimed(field) && field.form.elements.zone ? `${field.name} ${field.form.elements.zone.value}` : field.name);
const value = (field) => (isChoice(field) ? field.checked : field.value);

// Its place among those that send to the same address.
function nameOf(form) {
  const address = form.getAttribute("action");
  return `${address} ${forms().filter((other) => other.getAttribute("action") === address).indexOf(form)}`;
}

/** Keeps what stands in forms that somebody has written in and not sent, for the page that comes next. */
export function keepTyped() {
  const isWritten = (form) => !sent.has(form) && fields(form).some((field) => isText(field) && field.value !== field.defaultValue);
  const typed = forms().filter(isWritten).map((form) => [nameOf(form), fields(form).map((field) => [kind(field), value(field)])]);
  try {
    if (typed.length > 0) sessionStorage.setItem(key, JSON.stringify({ path: location.pathname + location.search, at: Date.now(), typed }));
  } catch {
    // Without a store nothing can be kept.
  }
}

function take() {
  try {
    const { path, at, typed } = JSON.parse(sessionStorage.getItem(key)) ?? {};
    sessionStorage.removeItem(key);
    return new Map(path === location.pathname + location.search && Date.now() - at < patience ? typed : []);
  } catch {
    return new Map();
  }
}

function fill(form, values) {
  for (const field of fields(form)) {
    const at = values.findIndex(([name]) => name === kind(field));
    if (at < 0) continue;
    const [[, before]] = values.splice(at, 1);
    if (isChoice(field)) field.checked = before;
    else field.value = before;
  }
  form.closest("details")?.setAttribute("open", "");
}

function restore() {
  for (const form of kept.size > 0 ? forms() : []) {
    const name = nameOf(form);
    if (kept.has(name)) fill(form, kept.get(name));
    kept.delete(name);
  }
}

// One that a script sends goes from the page once it was taken, and stays where it was not.
addEventListener("submit", (event) => setTimeout(() => event.defaultPrevented || sent.add(event.target)));
document.addEventListener("hatata:swapped", restore);
restore();
