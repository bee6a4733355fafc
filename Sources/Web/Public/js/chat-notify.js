// By consent: a notification of the browser when there is something new in one's conversations while no page of the site is looked at. It comes at once where
// the stream tells of it; a tab that has let go of its stream asks now and then.
import { read, write } from "./stored.js";

const key = "hatata.notify";
const often = 60_000;
// Between two questions that the stream is the reason for.
const pace = 5_000;
const line = "BroadcastChannel" in window && new BroadcastChannel("hatata-looked-at");
// The newest message that is new: how many are new says no more where they are very many.
let known;
let asked = -Infinity;
let waiting;
let isElsewhere = false;

const words = (unread, forYou) => `${unread === 1 ? "One new message" : `${unread > 98 ? "99+" : unread} new messages`}${forYou > 0 ? `, ${forYou} for you` : ""}`;
const isWanted = () => document.hidden && read(key, false) && Notification.permission === "granted";

// Whether another tab of the site is in view.
async function isLookedAt() {
  if (!line) return false;
  isElsewhere = false;
  line.postMessage("who");
  await new Promise((done) => setTimeout(done, 200));
  return isElsewhere;
}

// On phones there are notifications that pages cannot make; whether they can is tried before it is allowed, as making one shows nothing then.
function canTell() {
  try {
    return Notification.permission === "granted" || Boolean(new Notification(""));
  } catch {
    return false;
  }
}

function tell(unread, forYou) {
  try {
    const note = new Notification(document.title, { body: words(unread, forYou), tag: "hatata-chat" });
    note.addEventListener("click", () => (focus(), location.assign("/chat")));
  } catch {
    // It was allowed without having been offered here: nobody is told that it is on.
    write(key, false);
  }
}

async function look() {
  clearTimeout(waiting);
  waiting = undefined;
  if (!isWanted()) return;
  try {
    const answer = await fetch("/chat/unread.json");
    if (!answer.ok) return;
    const { unread, forYou = 0, newest } = await answer.json();
    const before = known;
    known = newest;
    if (before !== undefined && newest > before && !(await isLookedAt()) && isWanted()) tell(unread, forYou);
  } catch {
    // It is asked again.
  }
}

function heard() {
  if (isWanted()) waiting ??= setTimeout(() => ((asked = Date.now()), look()), Math.max(0, asked + pace - Date.now()));
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
  for (const part of document.querySelectorAll("[data-notify]")) if (canTell()) offer(part);
  setInterval(look, often);
  const watch = new MutationObserver(heard);
  for (const id of ["unread-count", "unread-for-me"]) {
    const place = document.getElementById(id);
    if (place) watch.observe(place, { childList: true, characterData: true, subtree: true });
  }
  for (const name of ["hatata:live", "hatata:elsewhere"]) document.addEventListener(name, ({ detail }) => detail.matches(".message") && heard());
  if (line) {
    line.addEventListener("message", ({ data }) => {
      if (data === "who" && !document.hidden) line.postMessage("here");
      if (data === "here") isElsewhere = true;
    });
  }
  // What is new is counted from when one looked away.
  document.addEventListener("visibilitychange", () => {
    known = undefined;
    look();
  });
}
