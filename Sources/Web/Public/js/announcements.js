// Announcements, before the page is drawn so that nothing moves: those dismissed are hidden, and a phone shows one. A visitor dismisses them in this browser. Who
// is signed in does so in the account, by whose style sheet they are hidden on all devices: this browser keeps only what the account has yet to be told. What
// comes later, and what is for those of a session, is announcements-live.js's.
(() => {
  const root = document.documentElement;
  // It is asked for again where the first announcement comes while the page is open.
  if ("announcing" in root.dataset) return;
  const place = () => document.getElementById("announced");
  const banners = () => [...document.querySelectorAll("[data-announcement]")];
  const reading = (banner) => banner.dataset.announcement;
  // What came with the page: its announcements, and which state of those that are for those of sessions.
  root.dataset.announcing = document.readyState === "loading" ? [place().dataset.own ?? "", ...banners().map(reading)].join(" ") : "";
  const isSignedIn = root.hasAttribute("data-signed-in");
  const [ofVisitor, unsent] = ["hatata.dismissed", "hatata.dismissing"];
  const list = (name) => {
    try {
      const found = JSON.parse(localStorage.getItem(name));
      return Array.isArray(found) ? found : [];
    } catch {
      return [];
    }
  };
  const keep = (name, values) => {
    try {
      localStorage.setItem(name, JSON.stringify(values.slice(-50)));
    } catch {
      // A closed store: it is kept on this page only.
    }
  };
  // What was dismissed before signing in moves into the account; what another left unsent does not.
  const gone = new Set(isSignedIn ? [...list(unsent), ...list(ofVisitor)] : list(ofVisitor));
  if (isSignedIn && gone.size > 0) keep(unsent, [...gone]);
  for (const name of isSignedIn ? [ofVisitor] : [unsent]) if (list(name).length > 0) keep(name, []);

  const send = async (keys) => {
    try {
      const { token } = await (await fetch("/account/saved")).json();
      const body = new URLSearchParams({ token, announcements: keys.join(",") });
      const answer = await fetch("/account/announcements", { method: "POST", body });
      if (answer.ok) keep(unsent, list(unsent).filter((key) => !keys.includes(key)));
    } catch {
      // It is sent from the next page.
    }
  };
  const dismiss = (banner) => {
    const key = reading(banner);
    banner.hidden = true;
    gone.add(key);
    fold();
    const name = isSignedIn ? unsent : ofVisitor;
    keep(name, [...list(name), key]);
    if (isSignedIn) send([key]);
    document.getElementById("main").focus();
  };
  // A phone has room for one: the first that is for who reads it alone, else the newest; the others are unfolded by a button that only phones show.
  const more = document.createElement("button");
  Object.assign(more, { type: "button", className: "button is-quiet announcements-more" });
  let isUnfolded = false;
  const fold = () => {
    const all = banners();
    for (const banner of all) banner.classList.remove("is-further");
    const seen = all.length > 1 && !isUnfolded ? all.filter((banner) => getComputedStyle(banner).display !== "none") : [];
    const first = seen.find((banner) => banner.matches("[data-mine]")) ?? seen[0];
    const further = seen.filter((banner) => banner !== first);
    for (const banner of further) banner.classList.add("is-further");
    more.textContent = further.length === 1 ? "1 more announcement" : `${further.length} more announcements`;
    if (further.length === 0) more.remove();
    else if (place().nextElementSibling !== more) place().after(more);
  };
  document.addEventListener("click", ({ target }) => {
    if (target.closest("[data-dismiss]")) return dismiss(target.closest("[data-announcement]"));
    if (target !== more) return;
    const first = document.querySelector(".announcement.is-further");
    isUnfolded = true;
    fold();
    first?.querySelector("[data-dismiss]").focus();
  });
  const show = () => {
    for (const banner of banners()) {
      banner.querySelector("[data-dismiss]").hidden = false;
      if (!gone.has(reading(banner)) || banner.hidden) continue;
      if (banner.contains(document.activeElement)) document.getElementById("main").focus();
      banner.hidden = true;
    }
    fold();
  };
  // What was put away in another tab or on another device; what was shown again there is seen from the next page.
  const hear = (mark) => {
    for (const key of (mark?.dataset.keys ?? "").split(" ")) if (key) gone.add(key);
  };

  hear(document.getElementById("dismissed"));
  show();
  if (isSignedIn && gone.size > 0) send([...gone]);
  document.addEventListener("hatata:live", ({ detail }) => {
    if (detail.id === "dismissed") hear(detail);
    show();
  });
  document.addEventListener("hatata:announced", show);
  if (place()?.dataset.own) import("./announcements-live.js");
})();
