// After an @, the names that begin with what is typed, of those who can be named in the channel: arrows choose, enter or tab takes one. A name that several
// people have is offered with a sign of each, so that nobody has to guess.
const known = new Map();
const delay = 120;
let list;
let chosen = 0;
let asking;

// Where a shorter beginning had no names, a longer one has none.
const isHopeless = (chat, start) => [...start].some((_, end) => known.get(`${chat} ${start.slice(0, end)}`)?.length === 0);

async function offers(chat, start) {
  if (isHopeless(chat, start)) return [];
  const key = `${chat} ${start}`;
  if (!known.has(key)) {
    const answer = await fetch(`/chat/${chat}/names.json?${new URLSearchParams({ start })}`);
    if (!answer.ok) return [];
    known.set(key, await answer.json());
  }
  return known.get(key);
}

function close(box) {
  list?.remove();
  list = undefined;
  box?.removeAttribute("aria-activedescendant");
  box?.removeAttribute("aria-controls");
}

const typed = (box) => box.value.slice(0, box.selectionStart).match(/(?:^|\s)@([\p{L}\p{M}\p{N}' .-]{1,30})$/u)?.[1];

function take(box, text) {
  const end = box.selectionStart;
  box.setRangeText(`${text} `, end - (typed(box)?.length ?? 0), end, "end");
  close(box);
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

function option(box, { name, text, about }, index) {
  const row = document.createElement("li");
  row.id = `chat-name-${index}`;
  row.setAttribute("role", "option");
  row.dataset.text = text;
  row.dir = "auto";
  row.textContent = name;
  if (about) {
    const small = document.createElement("small");
    small.textContent = ` ${about}`;
    row.append(small);
  }
  row.addEventListener("mousedown", (event) => (event.preventDefault(), take(box, text)));
  return row;
}

function show(box, found) {
  close(box);
  if (found.length === 0) return;
  list = document.createElement("ul");
  list.className = "names";
  list.id = "chat-names";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "People who can be named here");
  list.append(...found.map((offer, index) => option(box, offer, index)));
  box.after(list);
  box.setAttribute("aria-controls", list.id);
  choose(box, 0);
}

function choose(box, index) {
  chosen = (index + list.children.length) % list.children.length;
  [...list.children].forEach((row, at) => row.setAttribute("aria-selected", at === chosen));
  box.setAttribute("aria-activedescendant", list.children[chosen].id);
}

// What stands there already is not taken for what is typed now.
function narrow(box, start) {
  for (const row of [...(list?.children ?? [])]) if (!row.textContent.toLocaleLowerCase().startsWith(start)) row.remove();
  if (list?.children.length) choose(box, 0);
  else close(box);
}

async function offer(box, start) {
  try {
    const found = await offers(box.closest("[data-chat]").dataset.chat, start);
    if (typed(box)?.toLocaleLowerCase() !== start) return;
    show(box, found.filter(({ text }) => text.toLocaleLowerCase() !== start).slice(0, 6));
  } catch {
    close(box);
  }
}

document.addEventListener("input", ({ target: box }) => {
  if (!box.matches("textarea[data-names]")) return;
  clearTimeout(asking);
  const start = typed(box)?.toLocaleLowerCase();
  if (!start) return close(box);
  narrow(box, start);
  asking = setTimeout(() => offer(box, start), delay);
});

document.addEventListener("keydown", (event) => {
  if (!list || !event.target.matches("textarea[data-names]")) return;
  const box = event.target;
  const moves = { ArrowDown: () => choose(box, chosen + 1), ArrowUp: () => choose(box, chosen - 1), Escape: () => close(box) };
  moves.Enter = moves.Tab = () => take(box, list.children[chosen].dataset.text);
  if (!moves[event.key]) return;
  event.preventDefault();
  event.stopPropagation();
  moves[event.key]();
}, true);

document.addEventListener("focusout", (event) => list && event.target.matches("textarea") && close(event.target));
