// A channel: messages are sent without leaving the page and never twice, what is new is brought into view, what is mine is marked, what was seen is noted.
import { markReactions } from "./chat-reactions.js";
import "./chat-reaction-menu.js";
import { chats, heard, isAtEnd, isSeen, log, note } from "./chat-read.js";
import { seek } from "./chat-seek.js";
import "./chat-names.js";
import "./chat-box.js";
import { bringReply } from "./chat-reply.js";
import "./chat-send.js";
import "./chat-picture.js";
import "./typing.js";

// The channels in which nothing is read out or moved for now, also after their part came anew.
const paused = new Set();

function mark(chat) {
  for (const row of chat.querySelectorAll(".message")) {
    row.classList.toggle("is-mine", row.dataset.author === chat.dataset.me);
    row.classList.toggle("is-for-me", (row.dataset.mentions ?? "").split(" ").includes(chat.dataset.me));
  }
  markReactions(chat);
}

function toEnd(chat) {
  const box = log(chat);
  if (box) box.scrollTop = box.scrollHeight;
  const note = chat.querySelector(".chat-new");
  if (note) note.hidden = true;
}

// Within the box: the page around it stays where it is.
function bring(chat, row) {
  const box = log(chat);
  if (!box || !row) return;
  const above = row.getBoundingClientRect().top - box.getBoundingClientRect().top;
  if (above < 0 || above > box.clientHeight - 96) box.scrollTop += above - 96;
}

// What it is called stays: whether it holds is said by its being pressed.
function showPause(chat) {
  const [button, isOn] = [chat.querySelector("[data-pause]"), paused.has(chat.dataset.chat)];
  if (!button) return;
  button.hidden = false;
  button.setAttribute("aria-pressed", isOn);
  log(chat)?.setAttribute("aria-live", isOn ? "off" : "polite");
}

function scrolled(chat) {
  if (isAtEnd(log(chat))) chat.querySelector(".chat-new").hidden = true;
  note(chat);
}

// In a tab that is not chosen it begins once it is: what is not seen cannot be scrolled.
function start(chat) {
  if (chat.dataset.started || !isSeen(chat)) return;
  chat.dataset.started = "1";
  mark(chat);
  if ("moderates" in chat.dataset) import("./chat-moderate.js");
  showPause(chat);
  const isThere = seek(chat);
  if (!isThere && chat.querySelector("#unread")) bring(chat, chat.querySelector("#unread"));
  else if (!isThere) toEnd(chat);
  log(chat)?.addEventListener("scroll", () => scrolled(chat), { passive: true });
  setTimeout(() => note(chat), 1_000);
}

// Comes back to the chat: to the first message that came meanwhile. Not every browser knows how far one had scrolled.
function resume(chat) {
  if (!chat.dataset.started) return start(chat);
  if (!isSeen(chat)) return;
  if (log(chat)?.scrollTop === 0) toEnd(chat);
  bring(chat, document.getElementById(chat.dataset.missed));
  delete chat.dataset.missed;
  setTimeout(() => note(chat), 1_000);
}

document.addEventListener("hatata:live", (event) => {
  const row = event.detail;
  const chat = row.closest?.("[data-chat]");
  if (!chat || !row.matches(".message")) return;
  mark(chat);
  const beside = row.closest(".messages")?.nextElementSibling;
  if (beside?.matches(".chat-empty")) beside.remove();
  const box = log(chat);
  if (!box) return bringReply(chat, row);
  if (!isSeen(box)) {
    if (!row.nextElementSibling) chat.dataset.missed ??= row.id;
    return heard(chat, row);
  }
  const isPaused = paused.has(chat.dataset.chat);
  const wasAtEnd = isAtEnd(box, row.offsetHeight);
  const isNew = Number(row.dataset.number) > Number(chat.dataset.newest);
  if ((isNew && row.dataset.author === chat.dataset.me) || (wasAtEnd && !isPaused)) toEnd(chat);
  else if (!row.nextElementSibling) chat.querySelector(".chat-new").hidden = false;
  heard(chat, row);
});

document.addEventListener("click", (event) => {
  if (event.target.closest("button[data-newest]")) {
    const chat = event.target.closest("[data-chat]");
    toEnd(chat);
    // The button goes.
    log(chat)?.focus();
  }
  const chat = event.target.closest("[data-pause]")?.closest("[data-chat]");
  if (!chat) return;
  if (!paused.delete(chat.dataset.chat)) paused.add(chat.dataset.chat);
  showPause(chat);
});

for (const chat of chats()) start(chat);
document.addEventListener("hatata:swapped", () => chats().forEach(start));
document.addEventListener("hatata:tab", () => chats().forEach(resume));
