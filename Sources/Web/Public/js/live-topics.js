// What the page follows, each topic since the event that it was rendered at: elements say it by data-topics, within a data-cursor.
const cursors = new Map();

/** The topics that the page follows now. */
export function topics() {
  const here = new Set();
  for (const element of document.querySelectorAll("[data-topics]")) {
    const rendered = Number(element.closest("[data-cursor]")?.dataset.cursor ?? 0);
    for (const topic of element.dataset.topics.split(" ")) {
      if (!topic) continue;
      here.add(topic);
      if (!cursors.has(topic)) cursors.set(topic, rendered);
    }
  }
  for (const topic of cursors.keys()) if (!here.has(topic)) cursors.delete(topic);
  return [...cursors.keys()].sort();
}

/** Notes that a part has come that was rendered before the events that are known: whether they have to be told again. */
export function isBehind(part) {
  let behind = false;
  for (const element of [part, ...part.querySelectorAll("[data-topics]")]) {
    const rendered = element.closest("[data-cursor]")?.dataset.cursor;
    for (const topic of rendered ? (element.dataset.topics ?? "").split(" ") : []) {
      if (!(cursors.get(topic) > Number(rendered))) continue;
      cursors.set(topic, Number(rendered));
      behind = true;
    }
  }
  return behind;
}

/** The event that all topics are known up to. */
export const oldest = () => Math.min(...cursors.values());

/** Notes that everything up to an event is known. */
export function reached(id) {
  if (!id) return;
  for (const topic of cursors.keys()) cursors.set(topic, Math.max(cursors.get(topic), Number(id)));
}
