// Leads to the message that the address names, also to one that is older than what stands on the page: the part comes anew around it.
import { chats, log } from "./chat-read.js";
import { sought } from "./page.js";

const asked = new Set();

function come(chat, id) {
  const part = chat.closest("[data-part]");
  if (part) return document.dispatchEvent(new CustomEvent("hatata:sought", { detail: { part, id } }));
  if (new URLSearchParams(location.search).has("message")) return;
  location.replace(`/chat/${chat.dataset.chat}?message=${encodeURIComponent(id)}#m-${id}`);
}

/** Brings what the address names into view; false where it is not in the chat, and is asked for if it may be. */
export function seek(chat) {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (target && chat.contains(target)) {
    for (const old of chat.querySelectorAll(".is-sought")) old.classList.remove("is-sought");
    target.classList.add("is-sought");
    target.scrollIntoView({ block: "center" });
    return true;
  }
  const id = sought();
  if (!id || target || !log(chat) || asked.has(id)) return false;
  asked.add(id);
  // Where the part came with the server's answer for it already, it is not there.
  if (chat.dataset.sought !== id) come(chat, id);
  return false;
}

addEventListener("hashchange", () => {
  for (const chat of chats()) if (sought()) seek(chat);
});
// One that comes anew is still the one that was sought.
document.addEventListener("hatata:live", ({ detail: row }) => {
  if (row.matches(".message") && `#${row.id}` === location.hash) row.classList.add("is-sought");
});
