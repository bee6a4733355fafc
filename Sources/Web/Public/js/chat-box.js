// What becomes of the box to write in while a page is open: it goes where its reader may not write, and comes again. The style sheet does that, by what stands
// before it; here whoever was writing keeps a place. A mute that ends with time has its time (spans.js).
import { isSeen, log } from "./chat-read.js";
import "./spans.js";

// At the messages, or where there are none of the channel, at what says why.
document.addEventListener("hatata:live", ({ detail }) => {
  const [chat, at] = [detail.closest("[data-chat]"), document.activeElement];
  if (!chat?.contains(at) || isSeen(at)) return;
  const place = log(chat) ?? detail;
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus();
});
