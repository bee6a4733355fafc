// How much waits at the desks for who is on them, in the header. Pages of one's own come with it; those that an audience shares do not.
const desks = [["help", "/help/queue", "Help desk"], ["cases", "/conduct/cases", "Conduct desk"]];
const link = (door) => (door.matches("a") ? door : door.querySelector("a"));

function lead(first, path) {
  const door = first.cloneNode(true);
  link(door).href = path;
  link(door).removeAttribute("aria-current");
  first.before(door);
  return door;
}

function show(path, label, count) {
  for (const kind of ["a.is-door", "li.is-door"]) {
    const doors = [...document.querySelectorAll(`.top ${kind}`)];
    const door = doors.find((one) => link(one).pathname === path);
    if (count > 0 && doors.length > 0) link(door ?? lead(doors[0], path)).textContent = `${label} (${count})`;
    else if (door && !door.contains(document.activeElement)) door.remove();
  }
}

/** Shows the ways to the desks at which something waits; nothing is said to who is on none. */
export function showDesks(counts) {
  for (const [name, path, label] of desks) if (counts[name] !== undefined) show(path, label, counts[name]);
}

// The queue of the help desk is told at once.
const queue = document.getElementById("help-count");
if (queue) new MutationObserver(() => showDesks({ help: Number(queue.textContent) })).observe(queue, { childList: true });
