// What tabs say of what is in them: how many questions there are, how much of the chat is new, and what came while another tab was open.
const narrow = matchMedia("screen and (max-width: 999.98px)");
const chosen = () => document.documentElement.dataset.tab;
const tabOf = (name) => document.getElementById(`tab-${name}`);
const part = (name) => document.getElementById(name);
let newest;

function mark(name, isNew) {
  tabOf(name).classList.toggle("is-new", isNew);
  tabOf(name).querySelector("[data-tab-new]").hidden = !isNew;
}

function tell(name, count) {
  tabOf(name).querySelector("[data-tab-count]").textContent = Number(count) || "";
  mark(name, name === "chat" && Number(count) > 0);
}

// A message that is changed, or is one's own, is nothing new.
function heard({ detail: fresh }) {
  const name = fresh.matches(".message") ? "chat" : fresh.matches(".question") ? "ask" : undefined;
  if (!name || !narrow.matches || name === chosen() || !tabOf(name)) return;
  if (name === "ask") return fresh.hidden || mark(name, true);
  const number = Number(fresh.dataset.number);
  const isOwn = fresh.dataset.author === part(name).querySelector("[data-chat]")?.dataset.me;
  if (!(number > newest) || isOwn || fresh.hidden) return;
  newest = number;
  tell(name, Number(tabOf(name).querySelector("[data-tab-count]").textContent) + 1);
}

function loaded({ detail: body }) {
  const name = body.closest("#ask, #chat")?.id;
  if (!name || !tabOf(name) || !("count" in body.dataset)) return;
  if (name === "chat") newest = Number(body.dataset.newest);
  const isSeen = name === "chat" && narrow.matches && name === chosen();
  tell(name, isSeen ? 0 : body.dataset.count);
}

// How many there are is told to the part's heading, too, while they are asked and go.
function followCount(place) {
  const copy = () => tabOf("ask") && (tabOf("ask").querySelector("[data-tab-count]").textContent = Number(place.textContent) || "");
  if (place) new MutationObserver(copy).observe(place, { childList: true, characterData: true, subtree: true });
}

function chose({ detail: name }) {
  if (name === "chat") tell(name, 0);
  if (name === "ask") mark(name, false);
}

// What is in a tab that nobody has opened is loaded too, as the tab says how much it is.
function want() {
  for (const name of narrow.matches ? ["ask", "chat"] : []) {
    if (part(name)?.dataset.part && part(name).getClientRects().length === 0) {
      document.dispatchEvent(new CustomEvent("hatata:wanted", { detail: part(name) }));
    }
  }
}

for (const name of ["hatata:live", "hatata:elsewhere"]) document.addEventListener(name, heard);
document.addEventListener("hatata:swapped", loaded);
document.addEventListener("hatata:tab", chose);
document.addEventListener("hatata:unread", () => tabOf("chat") && tell("chat", 0));
followCount(document.getElementById("questions-count"));
narrow.addEventListener("change", want);
if (document.readyState === "complete") setTimeout(want, 300);
else addEventListener("load", () => setTimeout(want, 300));
