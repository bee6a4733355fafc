// A browser has six connections for all tabs of a site, unless it speaks HTTP/2: streams hold four of them at most, so that pages still load. A tab
// that holds none asks those that are hidden for theirs.
const names = [1, 2, 3, 4].map((number) => `hatata-live-${number}`);
const line = "BroadcastChannel" in window && new BroadcastChannel("hatata-live");
const isMultiplexed = /^h[23]/.test(performance.getEntriesByType("navigation")[0]?.nextHopProtocol);
let free;
let asking;

const take = (name) => new Promise((answer) => {
  navigator.locks.request(name, { ifAvailable: true }, (lock) => {
    answer(lock !== null);
    return lock && new Promise((done) => (free = done));
  }).catch(() => answer(false));
});

async function takeAny() {
  for (const name of names) if (await take(name)) return true;
  return false;
}

async function ask() {
  if (await takeAny()) return true;
  if (!line) return false;
  line.postMessage("wanted");
  await new Promise((done) => setTimeout(done, 200));
  return takeAny();
}

/** Whether this tab may keep a stream open; without locks, as on a site without TLS, every tab that is looked at may. */
export async function hold() {
  if (isMultiplexed || !navigator.locks || free) return true;
  asking ??= ask().finally(() => (asking = undefined));
  return asking;
}

/** Lets another tab have the place of this one. */
export function release() {
  free?.();
  free = undefined;
}

/** Calls when another tab needs a place. */
export function whenWanted(action) {
  if (line) line.addEventListener("message", action);
}
