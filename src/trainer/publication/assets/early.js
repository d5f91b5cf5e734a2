/* Runs in the head, before Material's first inline script (`extra.polyfills`).

   0. Ask for the typeface before the style sheet does.
   1. Where a browser refuses storage (an LMS's frame), even reading `localStorage` throws,
      and Material's scripts die of it: put a store of this page's memory in its place.
   2. Material asks for the search index at load. Hold its request and its worker back
      until somebody turns to the search.
   3. From a disk there are no workers: run the search script in a hidden frame instead.

   Relies on Material 9.8: `new Worker(url)` and XMLHttpRequest for /search/search_index.json
   over http, and on disk `__index` from search_index.js with the same `new Worker(url)`. */
(function () {
  "use strict";

  document.documentElement.classList.add("tr-js");

  // 0 ---------------------------------------------------------------- the typeface

  /* `font-display: optional` keeps the text from jumping, at the price of a system face where the
     file comes late. So over http ask for it at once; from a disk, where preloading is refused, load
     it here and show the page when it is there (or in four tenths of a second, whatever comes first). */
  const face = new URL("fonts/literata-latin.woff2", document.currentScript.src).href;
  const page = document.documentElement;
  if (location.protocol !== "file:") {
    const early = document.createElement("link");
    Object.assign(early, { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "anonymous" });
    early.href = face;
    document.head.append(early);
  } else if (window.FontFace) {
    const show = () => page.classList.remove("tr-waits");
    page.classList.add("tr-waits");
    const literata = new FontFace("Literata", `url("${face}")`, { weight: "400 700" });
    document.fonts.add(literata);
    literata.load().then(show, show);
    setTimeout(() => {
      if (literata.status !== "loaded") document.fonts.delete(literata); // too late to change faces
      show();
    }, 400);
  }

  // 1 ---------------------------------------------------------------- storage

  function memoryStore() {
    const kept = new Map();
    return {
      getItem: (key) => (kept.has(String(key)) ? kept.get(String(key)) : null),
      setItem: (key, value) => void kept.set(String(key), String(value)),
      removeItem: (key) => void kept.delete(String(key)),
      clear: () => kept.clear(),
      key: (place) => [...kept.keys()][place] ?? null,
      get length() {
        return kept.size;
      },
    };
  }

  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      void window[name].length;
    } catch {
      Object.defineProperty(window, name, { configurable: true, value: memoryStore() });
      window.trainerForgets = true; // whoever keeps something says so to the reader
    }
  }

  // 2 ---------------------------------------------------------------- search, when asked for

  const onDisk = location.protocol === "file:";

  // In a frame without an origin neither workers nor requests are allowed: no search there.
  if (!onDisk && self.origin === "null") {
    document.documentElement.classList.add("tr-no-search");
    return;
  }

  let begin;
  const wanted = new Promise((resolve) => (begin = resolve));
  const searchField = ".md-search__input, #__search, [for=__search], [data-tr-toggle=search]";
  const turnsToSearch = (event) => {
    if (event.target instanceof Element && event.target.closest(searchField)) begin();
  };
  for (const kind of ["focusin", "change", "pointerover", "pointerdown"]) {
    addEventListener(kind, turnsToSearch, { capture: true, passive: true });
  }
  if (new URLSearchParams(location.search).has("h")) begin(); // words to highlight, from a result

  if (!onDisk) {
    holdRequests();
    window.Worker = lateWorker(window.Worker);
  } else {
    window.Worker = window.IFrameWorker = frameWorker();
  }

  function holdRequests() {
    const held = new WeakSet();
    const { open, send } = XMLHttpRequest.prototype;
    XMLHttpRequest.prototype.open = function (method, url, ...rest) {
      if (/\/search\/search_index\.json(\?|$)/.test(String(url))) held.add(this);
      return open.call(this, method, url, ...rest);
    };
    XMLHttpRequest.prototype.send = function (...body) {
      if (held.has(this)) wanted.then(() => send.apply(this, body));
      else send.apply(this, body);
    };
  }

  /** A worker that starts when it is wanted; what is sent to it until then waits. */
  function lateWorker(Native) {
    return class extends EventTarget {
      constructor(...made) {
        super();
        this.ready = wanted.then(() => {
          const worker = new Native(...made);
          for (const kind of ["message", "messageerror"]) {
            worker.addEventListener(kind, (event) =>
              this.dispatchEvent(new MessageEvent(kind, { data: event.data })),
            );
          }
          worker.addEventListener("error", (event) =>
            this.dispatchEvent(new ErrorEvent("error", event)),
          );
          return worker;
        });
      }
      postMessage(...sent) {
        this.ready.then((worker) => worker.postMessage(...sent));
      }
      terminate() {
        this.ready.then((worker) => worker.terminate());
      }
    };
  }

  // 3 ---------------------------------------------------------------- search from a disk

  /** The worker's script in a frame of its own. No inline code, so that the policy holds. */
  function frameWorker() {
    return class extends EventTarget {
      constructor(url) {
        super();
        this.ready = wanted.then(() => this.start(String(url)));
      }
      async start(url) {
        const frame = document.createElement("iframe");
        frame.hidden = true;
        frame.title = "";
        frame.setAttribute("aria-hidden", "true");
        document.body.append(frame);
        this.frame = frame;
        const inside = frame.contentWindow;
        const load = (address) =>
          new Promise((loaded, failed) => {
            const script = frame.contentDocument.createElement("script");
            script.src = address;
            script.onload = loaded;
            script.onerror = failed;
            frame.contentDocument.body.append(script);
          });
        inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
        inside.importScripts = (...addresses) =>
          addresses.reduce((before, address) => before.then(() => load(address)), Promise.resolve());
        await load(url);
        return inside;
      }
      postMessage(data) {
        this.ready.then((inside) =>
          inside.dispatchEvent(new inside.MessageEvent("message", { data: structuredClone(data) })),
        );
      }
      terminate() {
        this.frame?.remove();
      }
    };
  }
})();
