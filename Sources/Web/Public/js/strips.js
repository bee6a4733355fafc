// Rows that scroll sideways (the days, the menus on a phone) start with their current item in view.
for (const strip of document.querySelectorAll(".days, .top-nav ul, .console-nav > ul")) {
  const item = strip.querySelector("[aria-current]");
  if (!item || strip.scrollWidth <= strip.clientWidth) continue;
  const [inner, outer] = [item.getBoundingClientRect(), strip.getBoundingClientRect()];
  strip.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
}
