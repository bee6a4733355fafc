// Says what happened to who does not see it.
const status = document.createElement("div");
status.className = "sr";
status.setAttribute("role", "status");
document.body.append(status);

// What is said at about the same time is said together.
const waiting = new Set();

export function say(text) {
  status.textContent = "";
  if (waiting.size === 0) setTimeout(tell, 50);
  waiting.add(text);
}

function tell() {
  status.textContent = [...waiting].join(" ");
  waiting.clear();
}
