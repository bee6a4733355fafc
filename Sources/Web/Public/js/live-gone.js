// What a page may not follow any more, or what is not there any more: it is not asked for again, and its part of the page says so.
function tell(part) {
  if (part === document.documentElement || part.querySelector(":scope > [data-gone]")) return;
  const notice = document.createElement("p");
  notice.className = "notice";
  notice.dataset.gone = "";
  notice.setAttribute("role", "status");
  const link = document.createElement("a");
  link.href = location.pathname + location.search;
  link.textContent = "Load the page again";
  notice.append("Nothing new is shown here any more: it was taken away, or is not open to you now. ", link);
  part.prepend(notice);
}

/** Leaves topics out wherever the page names them. */
export function forget(names) {
  for (const part of document.querySelectorAll("[data-topics]")) {
    const before = part.dataset.topics.split(" ");
    const left = before.filter((topic) => !names.includes(topic));
    if (left.length === before.length) continue;
    part.dataset.topics = left.join(" ");
    tell(part);
  }
}

/** Whether a stream was refused for good, and not because the server is away: a browser does not tell that of a stream. */
export async function isRefused(address) {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), 10_000);
  try {
    const { status } = await fetch(address, { signal: control.signal });
    return [401, 403, 404].includes(status);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
    // Where it is a stream after all.
    control.abort();
  }
}
