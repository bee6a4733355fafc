// A dialog over the page; with openPage its content is a part of another page, which stays a page of its own.
import { addStyles, parsed } from "./page.js";

export function openDialog(title, content) {
  const dialog = document.createElement("dialog");
  const head = document.createElement("div");
  head.className = "dialog-head";
  const name = document.createElement("h2");
  name.id = "dialog-name";
  name.textContent = title;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button";
  close.textContent = "Close";
  close.addEventListener("click", () => dialog.close());
  head.append(name, close);
  dialog.setAttribute("aria-labelledby", name.id);
  dialog.append(head, content);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  (dialog.querySelector("input:not([type=hidden])") ?? close).focus();
  return dialog;
}

export async function openPage(address, selector, title) {
  try {
    const answer = await fetch(address);
    const page = await parsed(answer);
    const part = page.querySelector(selector);
    if (!answer.ok || !part) throw new Error(`No ${selector} at ${address}`);
    await addStyles(page);
    openDialog(title, document.adoptNode(part));
  } catch {
    location.assign(address);
  }
}
