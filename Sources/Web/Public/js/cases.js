// How many cases of conduct wait for who is on the desk, in the header. Pages of one's own come with it; those that an audience shares do not.
const path = "/conduct/cases";
const link = (door) => (door.matches("a") ? door : door.querySelector("a"));

function lead(first) {
  const door = first.cloneNode(true);
  link(door).href = path;
  link(door).removeAttribute("aria-current");
  first.before(door);
  return door;
}

/** Shows the way to the cases while some wait; nothing is said to who is not on the desk. */
export function showCases(count) {
  if (count === undefined) return;
  for (const first of ["a.is-door", "li.is-door"].map((name) => document.querySelector(`.top ${name}`)).filter(Boolean)) {
    const isThere = link(first).pathname === path;
    if (count > 0) link(isThere ? first : lead(first)).textContent = `Conduct desk (${count})`;
    else if (isThere && !first.contains(document.activeElement)) first.remove();
  }
}
