// On a phone, what a page is about, its questions and its chat are tabs. Which one is chosen is said before anything is drawn, so that nothing moves, and
// the style sheet does the rest; without scripts the same row leads to the parts, which are all in view.
(() => {
  const root = document.documentElement;
  const narrow = matchMedia("screen and (max-width: 999.98px)");
  const first = "page";
  const places = {};
  let row, tabs, names;

  const named = (fragment) => (/^(chat$|m-|message|unread$|reply$)/.test(fragment) ? "chat" : /^(ask|question)/.test(fragment) ? "ask" : first);
  const fragment = () => location.hash.slice(1);
  const part = (name) => document.getElementById(name);
  const nameOf = (tab) => tab.hash.slice(1);
  const has = (name) => tabs.some((tab) => nameOf(tab) === name);
  const put = (element, attribute, value) => (value ? element.setAttribute(attribute, value) : element.removeAttribute(attribute));

  const message = new URLSearchParams(location.search).get("message");
  if (message && !location.hash) history.replaceState(history.state, "", `${location.pathname}#m-${encodeURIComponent(message)}`);
  root.dataset.tab = named(fragment());

  // On a wide screen the parts are no tabs, and are not called so.
  function draw() {
    const isOn = narrow.matches;
    put(row, "role", isOn && "tablist");
    for (const tab of tabs) {
      const isChosen = isOn && nameOf(tab) === root.dataset.tab;
      put(tab, "role", isOn && "tab");
      put(tab, "aria-selected", isOn && String(isChosen));
      put(tab, "aria-controls", isOn && nameOf(tab));
      put(tab, "tabindex", isOn && !isChosen && "-1");
      put(part(nameOf(tab)), "role", isChosen && "tabpanel");
      put(part(nameOf(tab)), "aria-labelledby", isChosen ? tab.id : names.get(tab));
    }
  }

  function choose(name) {
    if (!has(name) || name === root.dataset.tab) return;
    places[root.dataset.tab] = scrollY;
    root.dataset.tab = name;
    draw();
    // Where the row stands when it is not held in view: with half its height between it and the parts.
    const top = part(first).getBoundingClientRect().top + scrollY - 1.5 * row.offsetHeight;
    if (narrow.matches) scrollTo({ top: places[name] ?? (name === first ? Math.min(scrollY, top) : top), behavior: "instant" });
    document.dispatchEvent(new CustomEvent("hatata:tab", { detail: name }));
  }

  // Where the address leads, also back again. What stands in no part, as the target of "skip to the content", changes nothing.
  function follow() {
    const target = fragment() ? part(fragment()) : null;
    if (target && !part(first).contains(target)) return;
    const before = root.dataset.tab;
    choose(target ? (target.closest("#ask, #chat")?.id ?? first) : named(fragment()));
    if (before !== root.dataset.tab && !has(target?.id)) target?.scrollIntoView();
  }

  function click(event) {
    const tab = event.target.closest("a");
    if (!tab || !narrow.matches || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (nameOf(tab) !== root.dataset.tab) history.pushState(null, "", tab.hash);
    choose(nameOf(tab));
  }

  function press(event) {
    const at = tabs.indexOf(event.target);
    if (!narrow.matches || at < 0) return;
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1, " ": at }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const tab = tabs[next % tabs.length];
    tab.focus({ preventScroll: true });
    if (nameOf(tab) !== root.dataset.tab) history.replaceState(null, "", tab.hash);
    choose(nameOf(tab));
  }

  document.addEventListener("DOMContentLoaded", () => {
    row = document.querySelector(".tabs");
    if (!row) return;
    tabs = [...row.querySelectorAll("a")];
    names = new Map(tabs.map((tab) => [tab, part(nameOf(tab)).getAttribute("aria-labelledby")]));
    if (!has(root.dataset.tab)) root.dataset.tab = first;
    draw();
    row.addEventListener("click", click);
    row.addEventListener("keydown", press);
    narrow.addEventListener("change", draw);
    addEventListener("popstate", follow);
    // The talk stands in the first tab, and moments of it in others.
    document.addEventListener("click", (event) => event.target.closest("[data-moment]") && narrow.matches && choose(first), true);
  });
})();
