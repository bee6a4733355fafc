// Announcements, before the page is drawn so that nothing moves: those dismissed in this browser are hidden, and those for a
// session are shown on its page and to who saved it.
(() => {
  const key = "hatata.dismissed";
  const list = (name, part) => {
    try {
      const value = JSON.parse(localStorage.getItem(name));
      const found = part ? value?.[part] : value;
      return Array.isArray(found) ? found : [];
    } catch {
      return [];
    }
  };
  const isForHere = (session, saved) => saved.includes(session) || location.pathname === `/sessions/${session}`;
  const dismiss = (banner) => {
    banner.hidden = true;
    try {
      localStorage.setItem(key, JSON.stringify([...list(key), banner.dataset.announcement].slice(-50)));
    } catch {
      // A closed store: it is dismissed on this page only.
    }
    document.getElementById("main").focus();
  };
  const show = () => {
    const saved = list("hatata.saved", "sessions");
    for (const banner of document.querySelectorAll("[data-announcement]")) {
      if (isForHere(banner.dataset.forSession, saved)) banner.hidden = false;
      if (list(key).includes(banner.dataset.announcement)) banner.hidden = true;
      const button = banner.querySelector("[data-dismiss]");
      if (!button.hidden) continue;
      button.hidden = false;
      button.addEventListener("click", () => dismiss(banner));
    }
  };
  show();
  document.addEventListener("hatata:live", show);
})();
