// Announcements, before the page is drawn so that nothing moves: those dismissed are hidden. What is for those of a session is no part of pages that many share,
// and is asked for. A visitor dismisses them in this browser. Who is signed in does so in the account, by whose style sheet they are hidden on all devices: this browser
// keeps only what the account has yet to be told.
(() => {
  const root = document.documentElement;
  // It is asked for again where the first announcement, or another one, comes while the page is open.
  if ("announcing" in root.dataset) return;
  root.dataset.announcing = "";
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
    const key = banner.dataset.announcement;
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
    const place = document.getElementById("announced");
    const banners = [...(place?.querySelectorAll("[data-announcement]") ?? [])];
    for (const banner of banners) banner.classList.remove("is-further");
    const seen = banners.length > 1 && !isUnfolded ? banners.filter((banner) => getComputedStyle(banner).display !== "none") : [];
    const first = seen.find((banner) => banner.matches("[data-mine]")) ?? seen[0];
    const further = seen.filter((banner) => banner !== first);
    for (const banner of further) banner.classList.add("is-further");
    more.textContent = further.length === 1 ? "1 more announcement" : `${further.length} more announcements`;
    if (further.length === 0) more.remove();
    else if (place.nextElementSibling !== more) place.after(more);
  };
  more.addEventListener("click", () => {
    const first = document.querySelector(".announcement.is-further");
    isUnfolded = true;
    fold();
    first?.querySelector("[data-dismiss]").focus();
  });
  const show = () => {
    for (const banner of document.querySelectorAll("[data-announcement]")) {
      if (gone.has(banner.dataset.announcement) && !banner.hidden) {
        if (banner.contains(document.activeElement)) document.getElementById("main").focus();
        banner.hidden = true;
      }
      const button = banner.querySelector("[data-dismiss]");
      if (!button.hidden) continue;
      button.hidden = false;
      button.addEventListener("click", () => dismiss(banner));
    }
    fold();
  };
  // What is announced to this person only, and of which state of what is announced to those of sessions that is.
  let [mine, state, asked] = [[], null, null];
  const reading = (banner) => banner.dataset.announcement;
  const add = (place) => {
    const there = new Set([...place.children].map(reading));
    place.append(...mine.filter((banner) => !there.has(reading(banner))).map((banner) => banner.cloneNode(true)));
    place.hidden = place.children.length === 0;
    show();
  };
  const ask = async (wanted) => {
    try {
      const answer = await fetch("/account/announcements.html");
      if (!answer.ok) return;
      const template = document.createElement("template");
      template.innerHTML = await answer.text();
      if (wanted !== asked) return;
      [mine, state] = [[...template.content.querySelectorAll("[data-mine]")], wanted];
      const place = document.getElementById("announced");
      if (place?.dataset.own !== wanted) return;
      const left = new Set(mine.map(reading));
      for (const banner of place.querySelectorAll("[data-mine]")) if (!left.has(reading(banner))) banner.remove();
      add(place);
    } catch {
      // They stand on the pages that are one's own, and are asked for from the next page.
    }
  };
  const bring = (delay) => {
    const place = document.getElementById("announced");
    const wanted = place?.dataset.own;
    if (!wanted) return void ([mine, state, asked] = [[], null, null]);
    if (wanted === state) return add(place);
    if ("owned" in place.dataset) {
      [mine, state] = [[...place.querySelectorAll("[data-mine]")].map((banner) => banner.cloneNode(true)), wanted];
      return;
    }
    // What was announced to this person stays until it is known what is now.
    add(place);
    if (wanted === asked) return;
    asked = wanted;
    setTimeout(() => ask(wanted), delay);
  };
  // Not all open pages ask at once, and each has it within two seconds of its being announced.
  const soon = () => Math.random() * 1_000;

  // What was put away in another tab or on another device; what was shown again there is seen from the next page.
  const hear = (mark) => {
    for (const key of (mark?.dataset.keys ?? "").split(" ")) if (key) gone.add(key);
  };

  hear(document.getElementById("dismissed"));
  // Where the first announcement comes to an open page, it comes to all that are open.
  bring(document.readyState === "loading" ? 0 : soon());
  show();
  if (isSignedIn && gone.size > 0) send([...gone]);
  document.addEventListener("hatata:live", ({ detail }) => {
    if (detail.id === "dismissed") hear(detail);
    bring(soon());
    show();
  });
})();
