// Says that nothing new comes just now, once the stream was away for some seconds, on pages with parts that it would change.
const patience = 5_000;
const sign = document.createElement("p");
sign.className = "lost";
sign.setAttribute("role", "status");
document.body.append(sign);
let waiting;

function show() {
  if (document.hidden) waiting = setTimeout(show, patience);
  else if (document.querySelector("main [data-topics]")) sign.textContent = "Connection lost; reconnecting";
}

document.addEventListener("hatata:stream", ({ detail }) => {
  clearTimeout(waiting);
  if (detail === "away") waiting = setTimeout(show, patience);
  else sign.textContent = "";
});
