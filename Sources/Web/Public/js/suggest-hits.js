// What is suggested for what is typed: the best of what the search's own page has, so that both find the same.
import { parsed } from "./page.js";

const most = 8;
const mostPapers = 4;
const mostOthers = 2;

/** Each with its kind, the element whose words it shows, and its address; none where the search refuses. */
export async function suggestions(text, signal) {
  const answer = await fetch(`/search?${new URLSearchParams({ q: text })}`, { signal });
  return answer.ok ? hits(await parsed(answer)) : [];
}

// Of each kind the best, in the search's order; people before their papers.
function hits(page) {
  const found = [];
  for (const group of page.querySelectorAll("#results section")) {
    const kind = group.querySelector("h2").firstChild.data.trim();
    const isPapers = group.querySelector("#g-papers") !== null;
    if (isPapers) found.push(...authors(group));
    const links = [...group.querySelectorAll("h3 a")].slice(0, isPapers ? mostPapers : mostOthers);
    found.push(...links.map((words) => ({ kind, words, address: words.getAttribute("href") })));
  }
  return found.slice(0, most);
}

function authors(group) {
  const named = [...group.querySelectorAll("[data-by]:has(mark)")].map((words) => [words.textContent, words]);
  return [...new Map(named)].slice(0, mostOthers).map(([author, words]) => ({ kind: "Authors", words, address: `/papers?${new URLSearchParams({ author })}` }));
}
