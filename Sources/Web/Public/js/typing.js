// Says that one is writing, now and then and never what, and how many others are: the number is the same for everybody, so oneself is left out here.
const pause = 4_000;
const lasting = 8_000;
const said = new WeakMap();
const begun = new WeakSet();

// A message, or of a picture what it shows.
const isWriting = (chat) => [...chat.querySelectorAll("form[data-composer] textarea")].some((box) => box.value);
const saidLately = (chat, within) => Date.now() - (said.get(chat) ?? -Infinity) < within;

function words(chat) {
  const [number, text] = chat.querySelector("[data-typing]").children;
  const isOneMe = saidLately(chat, lasting) && isWriting(chat);
  const others = Number(number.textContent) - (isOneMe ? 1 : 0);
  text.textContent = others > 0 ? `${others} ${others === 1 ? "person is" : "people are"} typing` : "";
}

function start(chat) {
  const place = chat.querySelector("[data-typing]");
  if (!place || "typist" in chat.dataset) return;
  chat.dataset.typist = "";
  new MutationObserver(() => words(chat)).observe(place.firstElementChild, { childList: true, characterData: true, subtree: true });
  words(chat);
}

// Whoever has sent something and writes on is heard of at once.
document.addEventListener("submit", ({ target }) => target.matches?.("form[data-composer]") && begun.add(target.closest("[data-chat]")));

// Who may not write here is not heard, and that is all.
document.addEventListener("input", ({ target }) => {
  const chat = target.matches?.("form[data-composer] textarea") && target.closest("[data-chat]");
  if (!chat || !target.value.trim() || (saidLately(chat, pause) && !begun.has(chat))) return;
  begun.delete(chat);
  said.set(chat, Date.now());
  const body = new URLSearchParams({ token: chat.dataset.token });
  fetch(`/chat/${chat.dataset.chat}/typing`, { method: "POST", body }).catch(() => {});
});

const startAll = () => document.querySelectorAll("[data-chat]").forEach(start);
document.addEventListener("hatata:swapped", startAll);
startAll();
