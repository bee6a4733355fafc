// Outside players load only after a click; without scripts the same link leads to the talk itself.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-embed]");
  const place = link?.closest(".player");
  if (!place || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const address = new URL(link.dataset.embed, location.href);
  if (address.protocol !== "https:") return;
  event.preventDefault();
  const frame = document.createElement("iframe");
  frame.src = address.href;
  frame.title = link.dataset.embedTitle || "Talk";
  frame.allow = "autoplay; fullscreen; picture-in-picture";
  frame.allowFullscreen = true;
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  place.replaceChildren(frame);
  frame.focus();
});
