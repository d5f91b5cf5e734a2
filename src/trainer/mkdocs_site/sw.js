/* The site without a connection. Files of one version come from one cache; a new version waits until
   its reader asks for it. The list of files is written in by the build. */
"use strict";

const VERSION = "{version}";
const FILES = new Map(/* path: [hash, bytes] */ []);

const ROOT = self.registration.scope;
const PREFIX = `trainer:${ROOT}:`; // caches are shared by all that one host serves
const CACHE = PREFIX + VERSION;
const FIRST = /^assets\/(?!javascripts\/lunr)|^(index|yours|404)\.html$/; // what every page needs
const MARK = "x-trainer-hash";

/** The file that an address means: the root and a folder mean its index. */
function fileOf(address) {
  const url = address.split(/[?#]/)[0];
  if (!url.startsWith(ROOT)) return null;
  const path = decodeURI(url.slice(ROOT.length));
  if (path === "" || path.endsWith("/")) return `${path}index.html`;
  return FILES.has(path) ? path : FILES.has(`${path}.html`) ? `${path}.html` : path;
}
const keyOf = (path) => ROOT + encodeURI(path);

async function hashOf(bytes) {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest).slice(0, 6), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Put a file into the cache, if it is the one of this version. A redirected answer would not do for a page. */
async function keep(cache, path, response) {
  if (!response.ok) return false;
  const bytes = await response.arrayBuffer();
  const [hash] = FILES.get(path) ?? [];
  if (await hashOf(bytes) !== hash) return false;
  const headers = new Headers({ "content-type": response.headers.get("content-type") ?? "", [MARK]: hash });
  await cache.put(keyOf(path), new Response(bytes, { headers }));
  return true;
}
const has = async (cache, path) => Boolean(await cache.match(keyOf(path)));
async function fetchInto(cache, path) {
  if (await has(cache, path)) return true;
  return keep(cache, path, await fetch(keyOf(path), { cache: "no-cache" }));
}

// -------------------------------------------------------------------- versions

/** What every page needs, and what the version before had: unchanged files are copied, others fetched. */
async function install() {
  const cache = await caches.open(CACHE);
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  const wanted = new Set([...FILES.keys()].filter((path) => FIRST.test(path)));
  for (const name of old) {
    const before = await caches.open(name);
    for (const request of await before.keys()) {
      const path = fileOf(request.url);
      if (!FILES.has(path)) continue;
      const response = await before.match(request);
      if (response.headers.get(MARK) === FILES.get(path)[0]) await cache.put(keyOf(path), response);
      else wanted.add(path);
    }
  }
  for (const path of wanted) {
    if (!(await fetchInto(cache, path))) throw new Error(`${path} is of another version`);
  }
}
self.addEventListener("install", (event) => event.waitUntil(install()));

/* A window that shows the version before goes on with the files of that version, until it is closed or
   goes to another page. Which windows these are, and which cache is theirs, is noted in this version's cache. */
const NOTE = `${ROOT}~windows`;
let known; // the note as read; a worker that was stopped reads it again

async function noteIn(name) {
  const note = await (await caches.open(name)).match(NOTE);
  return note ? note.json() : null;
}
async function note(windows, since) {
  known = Promise.resolve({ windows, since });
  await (await caches.open(CACHE)).put(NOTE, new Response(JSON.stringify({ windows, since })));
  const needed = new Set([CACHE, ...Object.values(windows)]);
  for (const name of await caches.keys()) {
    // a newer version that waits is put together beside this one
    if (name.startsWith(PREFIX) && !needed.has(name) && (await noteIn(name) || !self.registration.waiting && !self.registration.installing)) await caches.delete(name);
  }
}
async function openWindows() {
  const all = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter(({ url }) => url.startsWith(ROOT)).map(({ id }) => id);
}
async function activate() {
  let [last, windows, since] = [null, {}, 0];
  for (const name of (await caches.keys()).filter((each) => each.startsWith(PREFIX) && each !== CACHE)) {
    const noted = await noteIn(name);
    if (noted && noted.since >= since) [last, windows, since] = [name, noted.windows, noted.since];
  }
  const theirs = last ? (await openWindows()).map((id) => [id, windows[id] ?? last]) : [];
  await note(Object.fromEntries(theirs), since + 1);
  await self.clients.claim();
}
self.addEventListener("activate", (event) => event.waitUntil(activate()));

/** The cache that a window's version is in, where that is not this one. */
async function cacheBefore(id) {
  known ??= noteIn(CACHE);
  return (await known)?.windows[id] ?? null;
}
/** Let go of the versions that no window shows any more. */
async function tidy() {
  known ??= noteIn(CACHE);
  const { windows = {}, since = 1 } = await known ?? {};
  const open = new Set(await openWindows());
  const theirs = Object.entries(windows).filter(([id]) => open.has(id));
  if (theirs.length < Object.keys(windows).length) await note(Object.fromEntries(theirs), since);
}

// -------------------------------------------------------------------- answers

async function answer(request, path, id) {
  const before = request.mode === "navigate" ? null : await cacheBefore(id);
  const old = before && await (await caches.open(before)).match(keyOf(path));
  if (old) return old;
  const cache = await caches.open(CACHE);
  const kept = await cache.match(keyOf(path));
  if (kept) return kept;
  try {
    const response = await fetch(request);
    if (FILES.has(path) && response.ok) {
      const copy = response.clone();
      keep(cache, path, copy).catch(() => {});
    }
    return response;
  } catch (error) {
    const missing = request.mode === "navigate" ? await cache.match(keyOf("404.html")) : null;
    if (!missing) throw error;
    if (!FILES.has(path)) return new Response(missing.body, { status: 404, headers: missing.headers });
    // there is such a page, only not here: the same page says so
    const text = (await missing.text()).replace("data-tr-missing", "data-tr-missing hidden").replace("data-tr-without hidden", "data-tr-without");
    return new Response(text, { status: 503, headers: missing.headers });
  }
}
self.addEventListener("fetch", (event) => {
  const path = event.request.method === "GET" ? fileOf(event.request.url) : null;
  if (path === null) return;
  event.respondWith(answer(event.request, path, event.clientId));
  if (event.request.mode === "navigate") event.waitUntil(tidy());
});

// -------------------------------------------------------------------- what pages ask

async function state() {
  const cache = await caches.open(CACHE);
  const here = new Set((await cache.keys()).map((request) => fileOf(request.url)));
  const paths = [...FILES.keys()];
  return { kept: paths.filter((path) => here.has(path)).length, all: paths.length, bytes: [...FILES.values()].reduce((sum, [, bytes]) => sum + bytes, 0) };
}
async function keepAll(port) {
  const cache = await caches.open(CACHE);
  let [failed, done] = ["", 0];
  for (const path of FILES.keys()) {
    try {
      if (!(await fetchInto(cache, path))) failed = "changed";
    } catch (error) {
      failed = error.name === "QuotaExceededError" ? "full" : "cut";
      break; // the next would fail too; what is here stays, and the next time goes on from it
    }
    done += 1;
    if (done % 5 === 0) port.postMessage({ kept: done, all: FILES.size });
  }
  port.postMessage({ ...(await state()), failed, ended: true });
}
async function keepVisited(addresses) {
  const cache = await caches.open(CACHE);
  for (const path of new Set(addresses.map(fileOf))) {
    if (FILES.has(path)) await fetchInto(cache, path).catch(() => {});
  }
}
self.addEventListener("message", (event) => {
  const { data, ports: [port] } = event;
  if (data.take === "over") self.skipWaiting();
  else if (data.ask === "state") event.waitUntil(state().then((told) => port.postMessage(told)));
  else if (data.ask === "keep") event.waitUntil(keepAll(port));
  else if (data.visited) event.waitUntil(keepVisited(data.visited));
});
