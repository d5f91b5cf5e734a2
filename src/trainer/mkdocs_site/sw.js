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

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  }
  await self.clients.claim();
}
self.addEventListener("activate", (event) => event.waitUntil(activate()));

// -------------------------------------------------------------------- answers

async function answer(request, path) {
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
    return new Response(missing.body, { status: FILES.has(path) ? 503 : 404, headers: missing.headers });
  }
}
self.addEventListener("fetch", (event) => {
  const path = event.request.method === "GET" ? fileOf(event.request.url) : null;
  if (path !== null) event.respondWith(answer(event.request, path));
});

// -------------------------------------------------------------------- what pages ask

async function state() {
  const cache = await caches.open(CACHE);
  const known = new Set((await cache.keys()).map((request) => fileOf(request.url)));
  const paths = [...FILES.keys()];
  return { kept: paths.filter((path) => known.has(path)).length, all: paths.length, bytes: [...FILES.values()].reduce((sum, [, bytes]) => sum + bytes, 0) };
}
async function keepAll(port) {
  const cache = await caches.open(CACHE);
  let [failed, done] = [false, 0];
  for (const path of FILES.keys()) {
    const kept = await fetchInto(cache, path).catch(() => false);
    failed = failed || !kept;
    done += 1;
    if (done % 25 === 0) port.postMessage({ kept: done, all: FILES.size });
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
