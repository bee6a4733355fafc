// By consent: a notification of the browser when there is something new in one's conversations while no page of the site is looked at.
import { read, write } from "./stored.js";

const key = "hatata.notify";
const often = 60_000;
let known;

const words = (unread, forYou) => `${unread === 1 ? "One new message" : `${unread} new messages`}${forYou > 0 ? `, ${forYou} for you` : ""}`;

async function look() {
  if (!document.hidden || !read(key, false) || Notification.permission !== "granted") return;
  try {
    const answer = await fetch("/chat/unread.json");
    if (!answer.ok) return;
    const { unread, forYou = 0 } = await answer.json();
    if (known !== undefined && unread > known) {
      const note = new Notification(document.title, { body: words(unread, forYou), tag: "hatata-chat" });
      note.addEventListener("click", () => (focus(), location.assign("/chat")));
    }
    known = unread;
  } catch {
    // It is asked again.
  }
}

function offer(part) {
  const button = part.querySelector("button");
  const status = part.querySelector("[role=status]");
  const show = () => {
    const isOn = read(key, false) && Notification.permission === "granted";
    button.textContent = isOn ? "Tell me no more" : "Tell me on this device";
    status.textContent = Notification.permission === "denied" ? "Your browser does not allow it; its settings for this site can." : isOn ? "You are told while a page of this site is open." : "";
  };
  button.addEventListener("click", async () => {
    const isOn = read(key, false) && Notification.permission === "granted";
    write(key, !isOn && (await Notification.requestPermission()) === "granted");
    show();
  });
  part.hidden = false;
  show();
}

if ("Notification" in window) {
  for (const part of document.querySelectorAll("[data-notify]")) offer(part);
  setInterval(look, often);
  // What is new is counted from when one looked away.
  document.addEventListener("visibilitychange", () => {
    known = undefined;
    look();
  });
}
