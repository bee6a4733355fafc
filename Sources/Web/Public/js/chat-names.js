// After an @, the names of those who wrote in the channel: arrows choose, enter or tab takes one.
const names = new Map();
let list;
let chosen = 0;

async function known(chat) {
  if (!names.has(chat)) {
    const answer = await fetch(`/chat/${chat}/names.json`);
    names.set(chat, answer.ok ? await answer.json() : []);
  }
  return names.get(chat);
}

function close(box) {
  list?.remove();
  list = undefined;
  box?.removeAttribute("aria-activedescendant");
  box?.removeAttribute("aria-controls");
}

const typed = (box) => box.value.slice(0, box.selectionStart).match(/(?:^|\s)@([\p{L}\p{M}' .-]{1,30})$/u)?.[1];

function take(box, name) {
  const end = box.selectionStart;
  box.setRangeText(`${name} `, end - typed(box).length, end, "end");
  close(box);
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

function show(box, found) {
  close(box);
  if (found.length === 0) return;
  list = document.createElement("ul");
  list.className = "names";
  list.id = "chat-names";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "People who wrote here");
  found.forEach((name, index) => {
    const row = document.createElement("li");
    row.id = `chat-name-${index}`;
    row.setAttribute("role", "option");
    row.dir = "auto";
    row.textContent = name;
    row.addEventListener("mousedown", (event) => (event.preventDefault(), take(box, name)));
    list.append(row);
  });
  box.after(list);
  box.setAttribute("aria-controls", list.id);
  choose(box, 0);
}

function choose(box, index) {
  chosen = (index + list.children.length) % list.children.length;
  [...list.children].forEach((row, at) => row.setAttribute("aria-selected", at === chosen));
  box.setAttribute("aria-activedescendant", `chat-name-${chosen}`);
}

document.addEventListener("input", async (event) => {
  const box = event.target;
  if (!box.matches("form[data-composer] textarea")) return;
  const start = typed(box)?.toLocaleLowerCase();
  if (!start) return close(box);
  try {
    const all = await known(box.closest("[data-chat]").dataset.chat);
    if (typed(box)?.toLocaleLowerCase() !== start) return;
    show(box, all.filter((name) => name.toLocaleLowerCase().startsWith(start) && name.toLocaleLowerCase() !== start).slice(0, 6));
  } catch {
    close(box);
  }
});

document.addEventListener("keydown", (event) => {
  if (!list || !event.target.matches("form[data-composer] textarea")) return;
  const box = event.target;
  const moves = { ArrowDown: () => choose(box, chosen + 1), ArrowUp: () => choose(box, chosen - 1), Escape: () => close(box) };
  moves.Enter = moves.Tab = () => take(box, list.children[chosen].textContent);
  if (!moves[event.key]) return;
  event.preventDefault();
  event.stopPropagation();
  moves[event.key]();
}, true);

document.addEventListener("focusout", (event) => list && event.target.matches("textarea") && close(event.target));
