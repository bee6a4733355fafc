// What becomes of the box to write in while a page is open: it goes where its reader may not write, and comes again. The style sheet does that, by what stands
// before it; here whoever was writing keeps a place, and a mute ends with time.
import { isSeen, log } from "./chat-read.js";
import { now } from "./clock.js";
import { keepFocus } from "./focus.js";

// At the messages, or where there are none of the channel, at what says why.
document.addEventListener("hatata:live", ({ detail }) => {
  const [chat, at] = [detail.closest("[data-chat]"), document.activeElement];
  if (!chat?.contains(at) || isSeen(at)) return;
  const place = log(chat) ?? detail;
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus();
});

function end() {
  for (const notice of document.querySelectorAll("[data-ends]:not([hidden])")) {
    if (Date.parse(notice.dataset.ends) > now()) continue;
    const focusAgain = keepFocus(notice);
    notice.hidden = true;
    focusAgain(notice);
  }
}

setInterval(end, 1_000);
document.addEventListener("visibilitychange", () => document.hidden || end());
