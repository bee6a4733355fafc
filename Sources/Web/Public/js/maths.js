// Maths between $ signs in [data-maths], by KaTeX where the server has it. Prices ("$5 and $7") stay as they are.
const pattern = /\$\$([^$]+?)\$\$|\\\((.+?)\\\)|(?<![\\\w$])\$(?![\s$])((?:\\.|[^$\\])+?)(?<![\s\\])\$(?![\d$])/gs;

function load() {
  if (window.katex) return Promise.resolve(window.katex);
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL("../katex/katex.min.css", import.meta.url);
  const script = document.createElement("script");
  script.src = new URL("../katex/katex.min.js", import.meta.url);
  return new Promise((resolve, reject) => {
    script.onload = () => resolve(window.katex);
    script.onerror = reject;
    document.head.append(style, script);
  });
}

function textNodes(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes.filter((node) => !node.parentElement.closest(".katex, code, pre"));
}

function pieces(text) {
  const found = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) found.push({ text: text.slice(end, match.index) });
    found.push({ text: match[0], tex: match[1] ?? match[2] ?? match[3], display: match[1] !== undefined });
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push({ text: text.slice(end) });
  return found;
}

// Links, pictures and classes from TeX: what has them stays as it was written, rather than in red.
function refuse() {
  throw new Error("not in a formula");
}

function typeset(node, katex) {
  const parts = pieces(node.data);
  if (!parts.some((part) => part.tex)) return;
  node.replaceWith(
    ...parts.map((part) => {
      if (!part.tex) return part.text;
      const place = document.createElement("span");
      try {
        katex.render(part.tex, place, { throwOnError: true, displayMode: part.display, maxExpand: 100, maxSize: 10, trust: refuse });
      } catch {
        // Broken TeX stays as it was written; KaTeX's own mark for it is an inline style, which no page allows.
        place.textContent = part.text;
      }
      return place;
    }),
  );
}

async function run(root) {
  const nodes = [...root.querySelectorAll("[data-maths]")].flatMap(textNodes);
  const wanted = nodes.filter((node) => pieces(node.data).some((part) => part.tex));
  if (wanted.length === 0) return;
  try {
    const katex = await load();
    for (const node of wanted) typeset(node, katex);
  } catch {
    // KaTeX is not installed: the source stays readable.
  }
}

run(document);
document.addEventListener("hatata:swapped", (event) => run(event.detail));
document.addEventListener("hatata:live", (event) => run(event.detail));
