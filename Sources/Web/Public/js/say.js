// Says what happened to who does not see it.
const status = document.createElement("div");
status.className = "sr";
status.setAttribute("role", "status");
document.body.append(status);

export function say(text) {
  status.textContent = "";
  setTimeout(() => (status.textContent = text), 50);
}
