// How far a channel was read.
export const chats = () => document.querySelectorAll("[data-chat]");
export const log = (chat) => chat.querySelector(".chat-log");
/** Whether the newest message is in view, or was before some height was added. */
export const isAtEnd = (box, added = 0) => box.scrollHeight - box.scrollTop - box.clientHeight < 80 + added;
/** Whether it has a place on the page, which a tab that is not chosen has not. */
export const isSeen = (element) => element.getClientRects().length > 0;
const noted = new WeakMap();

// A channel once its end is in view; a page of replies as far as it says that nothing else is new before.
function isRead(chat) {
  const box = log(chat);
  if (!box) return "newest" in chat.dataset && isSeen(chat);
  return isSeen(box) && !chat.querySelector('[data-whole="no"]') && isAtEnd(box);
}

/** Notes how far the channel was read, once its end was in view for a moment. Replies count as read with it, though they stand on pages of their own. */
export function note(chat) {
  if (document.hidden || !isRead(chat)) return;
  const number = Number(chat.dataset.newest);
  if (number <= (noted.get(chat) ?? Number(chat.dataset.read))) return;
  noted.set(chat, number);
  const body = new URLSearchParams({ token: chat.dataset.token, number });
  fetch(`/chat/${chat.dataset.chat}/read`, { method: "POST", body })
    .then((answer) => answer.ok && answer.json())
    .then((told) => told && document.dispatchEvent(new CustomEvent("hatata:unread", { detail: told })))
    .catch(() => noted.delete(chat));
}

/** Notes a message that the page was told of, whether it stands on it or not. */
export function heard(chat, row) {
  if (!log(chat)) return;
  chat.dataset.newest = Math.max(chat.dataset.newest, row.dataset.number);
  setTimeout(() => note(chat), 1_000);
}

document.addEventListener("hatata:elsewhere", ({ detail: row }) => {
  if (row.matches(".message")) for (const chat of chats()) heard(chat, row);
});
document.addEventListener("visibilitychange", () => chats().forEach(note));
