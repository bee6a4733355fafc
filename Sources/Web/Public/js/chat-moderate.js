// What moderators do with a message, in its row and without leaving the page. Rows are the same for everybody, so the buttons are put into them here; what
// was done comes back by the stream, and is undone on the record.
import { noteMute, showMute } from "./chat-mutes.js";
import { complain, why } from "./complain.js";
import { parsed } from "./page.js";
import { say } from "./say.js";

const words = { hiding: "Hide", restoring: "Show again", mutes: "Mute for an hour" };
const done = { hiding: "Hidden.", restoring: "Shown again.", mutes: "Muted for an hour in this channel." };
// What was hidden on this page; of one's own, one shows only that again.
const hid = new Set();
// The row in which a button was pressed: its place is kept when the row comes anew.
let pressed;

function button(act, name) {
  const element = document.createElement("button");
  Object.assign(element, { type: "button", className: "message-link", textContent: words[act] });
  [element.dataset.moderate, element.dataset.focus] = [act, act];
  const rest = document.createElement("span");
  rest.className = "sr";
  rest.textContent = act === "mutes" ? `: ${name}` : ` what ${name} wrote`;
  element.append(rest);
  return element;
}

// To where a hidden message can be read by moderators.
function seeing(row, name) {
  const link = document.createElement("a");
  Object.assign(link, { className: "message-link", href: `/messages/${row.id.slice(2)}`, textContent: "See it" });
  const rest = document.createElement("span");
  Object.assign(rest, { className: "sr", textContent: `: what ${name} wrote` });
  link.dataset.seeing = "";
  link.append(rest);
  return link;
}

function acts(chat, row) {
  const isMine = row.dataset.author === chat.dataset.me;
  const mutes = chat.dataset.moderates.includes("mute") && !isMine ? ["mutes"] : [];
  if (row.matches(".is-hidden")) return isMine && !hid.has(row.id) ? [] : ["restoring", ...mutes];
  return row.matches(".is-gone") ? [] : ["hiding", ...mutes];
}

function offer(row) {
  const chat = row.closest("[data-moderates]");
  if (!chat || row.querySelector("[data-moderate], [data-seeing]")) return;
  const name = row.querySelector(".message-author")?.textContent ?? "";
  const buttons = acts(chat, row).map((act) => button(act, name));
  const links = row.matches(".is-hidden") ? [seeing(row, name)] : [];
  (row.querySelector(".message-ways") ?? row.querySelector(".message-foot") ?? row.querySelector(".message-main")).append(...buttons, ...links);
  for (const one of buttons) if (one.dataset.moderate === "mutes") showMute(chat, row, one);
  if (pressed === row.id && [document.body, row].includes(document.activeElement)) buttons[0]?.focus({ preventScroll: true });
}

const offerAll = () => document.querySelectorAll("[data-moderates] .message").forEach(offer);

function fail(row, text) {
  hid.delete(row.id);
  complain(row.querySelector(".message-main"), text);
}

async function act(element) {
  const [row, name] = [element.closest(".message"), element.dataset.moderate];
  const chat = row.closest("[data-chat]");
  const path = name === "mutes" ? `people/${row.dataset.author}` : `messages/${row.id.slice(2)}`;
  const body = new URLSearchParams({ token: chat.dataset.token, ...(name === "mutes" ? { channel: chat.dataset.chat, minutes: 60 } : {}) });
  element.dataset.busy = "";
  // The stream may bring the row before the answer comes.
  if (name === "hiding") hid.add(row.id);
  try {
    const answer = await fetch(`/conduct/${path}/${name}`, { method: "POST", body, redirect: "manual" });
    if (answer.type !== "opaqueredirect") return fail(row, why(await parsed(answer)));
    say(done[name]);
    if (name !== "mutes") return;
    noteMute(chat, row);
    showMute(chat, row, element);
  } catch {
    fail(row, "It could not be sent. Try again.");
  } finally {
    delete element.dataset.busy;
  }
}

document.addEventListener("click", ({ target }) => {
  const element = target.closest("[data-moderate]");
  if (!element || "busy" in element.dataset || element.getAttribute("aria-disabled") === "true") return;
  pressed = element.closest(".message").id;
  act(element);
});

document.addEventListener("focusin", ({ target }) => {
  // The row itself takes the focus over until it has its buttons.
  if (!target.closest?.("[data-moderate]") && target.id !== pressed) pressed = undefined;
});
document.addEventListener("hatata:live", ({ detail }) => detail.matches(".message") && offer(detail));
document.addEventListener("hatata:swapped", offerAll);
offerAll();
