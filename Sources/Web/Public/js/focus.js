// Whoever is within what goes is within what comes: at the same control, else at its row, else at the next one that is there.
const attribute = (name, value) => `[${name}="${CSS.escape(value)}"]`;

// How a control is found again in its row.
function sign(control) {
  if (control.dataset.focus) return attribute("data-focus", control.dataset.focus);
  return control.matches("a[href]") ? `a${attribute("href", control.getAttribute("href"))}` : "";
}

function beside(row) {
  const all = [...(row.parentElement?.children ?? [])];
  const here = all.indexOf(row);
  return [...all.slice(here + 1), ...all.slice(0, Math.max(0, here)).reverse(), row.parentElement];
}

function focus(element) {
  if (!element || element.getClientRects().length === 0) return false;
  element.focus({ preventScroll: true });
  if (document.activeElement === element) return true;
  // Rows take no focus by themselves; what is disabled takes none at all.
  if (element.hasAttribute("tabindex") || element.matches(":disabled")) return false;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  return document.activeElement === element;
}

/** Notes where one is within an element that is about to go. What this gives brings one back once another has come, or none. */
export function keepFocus(old) {
  const at = document.activeElement;
  if (!old.contains(at)) return () => {};
  const named = at.closest("[id]");
  const row = named && old.contains(named) ? named : old;
  const place = row.id ? `#${CSS.escape(row.id)}` : "";
  const signs = [at !== row && sign(at) && `${place} ${sign(at)}`, place].filter(Boolean);
  const others = beside(row);
  return (fresh) => {
    const again = (element) => (element?.isConnected ? element : element?.id && document.getElementById(element.id));
    const same = signs.map((selector) => document.querySelector(selector)).filter((element) => element && fresh?.contains(element));
    const next = row === old ? [fresh, ...others] : [...others, fresh];
    [...same, ...next.map(again), document.getElementById("main")].some(focus);
  };
}

/** Takes an element away; whoever is within it is at what stands beside it then. */
export function remove(old) {
  const focusAgain = keepFocus(old);
  old.remove();
  focusAgain();
}
