// Pages that scripts ask for, to show a part of them; and what the address of the page itself leads to.
export const parsed = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");

/** Takes over the style sheets that are not here yet, in whatever company: a part of the page is not to be seen before. */
export function addStyles(page) {
  const names = (sheet) => sheet.getAttribute("href").split("/").pop().replace(".css", "").split("+");
  const sheets = (root) => [...root.querySelectorAll("link[rel=stylesheet]")];
  const known = new Set(sheets(document).flatMap(names));
  const fresh = sheets(page).filter((sheet) => names(sheet).some((name) => !known.has(name)));
  return Promise.all(fresh.map((sheet) => new Promise((done) => {
    for (const end of ["load", "error"]) sheet.addEventListener(end, done, { once: true });
    document.head.append(document.adoptNode(sheet));
  })));
}

/** The message that the address leads to. */
export const sought = () => location.hash.match(/^#m-([\w.~-]+)$/)?.[1];
