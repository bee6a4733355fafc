// What went wrong stands beside what was asked for, and is said.
import { say } from "./say.js";

/** Why what was asked was not done, as the page says that was answered. */
export const why = (page) => page.querySelector(".problem, .empty p")?.textContent ?? "It did not work. Try again.";

/** Tells in a place, should it still be there, what went wrong. */
export function complain(place, text) {
  const problem = place?.querySelector(":scope > .problem") ?? document.createElement("p");
  Object.assign(problem, { className: "problem", textContent: text });
  // A log would say it once more.
  problem.setAttribute("aria-live", "off");
  if (!problem.isConnected) place?.append(problem);
  say(text);
}
