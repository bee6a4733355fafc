// Outside players load only after a click; without scripts the same link leads to the talk itself. Links with data-moment, and addresses that end in
// #t=SECONDS, lead to a moment of the talk.
function embed(link, seconds) {
  const place = link.closest(".player");
  const address = new URL(link.dataset.embed, location.href);
  if (!place || address.protocol !== "https:") return false;
  if (seconds && address.hostname === "www.youtube-nocookie.com") address.searchParams.set("start", seconds);
  else if (seconds) address.hash = `t=${seconds}s`;
  const frame = document.createElement("iframe");
  frame.src = address.href;
  frame.title = link.dataset.embedTitle || "Talk";
  frame.allow = "autoplay; fullscreen; picture-in-picture";
  frame.allowFullscreen = true;
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  frame.dataset.embed = link.dataset.embed;
  place.replaceChildren(frame);
  frame.focus();
  return true;
}

/** Plays the page's talk from a moment on; false where it has none. */
function jump(seconds) {
  const player = document.querySelector(".player");
  const video = player?.querySelector("video");
  if (video) {
    const go = () => (video.currentTime = seconds);
    if (video.readyState > 0) go();
    else video.addEventListener("loadedmetadata", go, { once: true });
    video.play().catch(() => {});
  } else if (!player?.querySelector("[data-embed]") || !embed(player.querySelector("[data-embed]"), seconds)) {
    return false;
  }
  player.scrollIntoView({ block: "nearest" });
  return true;
}

// The moment that the page's address leads to, if any.
const moment = () => Number(location.hash.match(/^#t=(\d{1,5})$/)?.[1] ?? 0);

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest("[data-embed]");
  if (link && embed(link, moment())) return event.preventDefault();
  const other = event.target.closest("[data-moment]");
  if (other && new URL(other.href).pathname === location.pathname && jump(Number(other.dataset.moment))) event.preventDefault();
});

// Nothing of an outside player is loaded before somebody asks for it, so its talk is only pointed at, and played from there when it is asked for.
if (moment() && document.querySelector(".player video")) jump(moment());
else if (moment()) document.querySelector(".player")?.scrollIntoView({ block: "nearest" });
