// Announcements, before the page is drawn so that nothing moves: those dismissed are hidden, and those for a session are shown on its page and to who saved
// it. A visitor dismisses them in this browser. Who is signed in does so in the account, by whose style sheet they are hidden on all devices: this browser
// keeps only what the account has yet to be told.
(() => {
  const root = document.documentElement;
  // It is asked for again where the first announcement, or another one, comes while the page is open.
  if ("announcing" in root.dataset) return;
  root.dataset.announcing = "";
  const isSignedIn = root.hasAttribute("data-signed-in");
  const [ofVisitor, unsent] = ["hatata.dismissed", "hatata.dismissing"];
  const list = (name, part) => {
    try {
      const value = JSON.parse(localStorage.getItem(name));
      const found = part ? value?.[part] : value;
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
  const isForHere = (session, saved) => saved.includes(session) || location.pathname === `/sessions/${session}`;
  const dismiss = (banner) => {
    const key = banner.dataset.announcement;
    banner.hidden = true;
    gone.add(key);
    const name = isSignedIn ? unsent : ofVisitor;
    keep(name, [...list(name), key]);
    if (isSignedIn) send([key]);
    document.getElementById("main").focus();
  };
  const show = () => {
    const saved = list("hatata.saved", "sessions");
    for (const banner of document.querySelectorAll("[data-announcement]")) {
      if (isForHere(banner.dataset.forSession, saved)) banner.hidden = false;
      if (gone.has(banner.dataset.announcement)) banner.hidden = true;
      const button = banner.querySelector("[data-dismiss]");
      if (!button.hidden) continue;
      button.hidden = false;
      button.addEventListener("click", () => dismiss(banner));
    }
  };
  show();
  if (isSignedIn && gone.size > 0) send([...gone]);
  document.addEventListener("hatata:live", show);
})();
