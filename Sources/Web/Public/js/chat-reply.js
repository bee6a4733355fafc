// Replies: whoever came to write one does so at once, and sees it once it is sent.
function begin() {
  if (location.hash === "#reply") document.getElementById("message-text")?.focus({ preventScroll: true });
}

/** Brings a reply into view that was sent from here; what changes in one that stands there already moves nobody. */
export function bringReply(chat, row) {
  const form = chat.querySelector("[data-composer][data-sent]");
  if (!form || row.dataset.author !== chat.dataset.me || row.nextElementSibling) return;
  delete form.dataset.sent;
  row.scrollIntoView({ block: "nearest" });
}

// A browser that goes to a place of the page leaves what had the focus.
if (document.readyState === "complete") begin();
else addEventListener("load", () => setTimeout(begin));
addEventListener("hashchange", () => setTimeout(begin));
