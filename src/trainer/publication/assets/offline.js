/* Pages that were visited open without a connection, and the whole course does when asked to.
   The service worker (sw.js at the site's root) is written by the site's build. */
(function () {
  "use strict";

  const { words, announce } = trainer;
  const PATIENCE = 60_000; // milliseconds without a word from the worker
  // From a disk the flag is there too, but nothing can be registered; a strange frame refuses.
  let workers = null;
  try {
    if (location.protocol !== "file:" && window.isSecureContext) workers = navigator.serviceWorker ?? null;
  } catch {
    workers = null;
  }
  const root = new URL("../../", document.currentScript.src);
  const place = document.querySelector("[data-tr-offline]");
  const say = (text) => { if (place) place.querySelector("[data-tr-offline-words]").textContent = text; };

  if (!workers) {
    if (location.protocol === "file:") say(words("This course was opened from a folder: it works without a connection as it is."));
    else say(words("On this page the browser cannot keep the course: it does that for pages from a secure address (https) only."));
    return;
  }

  say(words("Looking whether this browser can keep the course …"));

  /** Ask the worker something; `heard` is called with each answer. */
  function ask(worker, message, heard) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => heard(data);
    worker.postMessage(message, [port2]);
  }
  const size = (bytes) => (bytes < 950_000 ? words("{number} KB", { number: Math.max(1, Math.round(bytes / 1000)) })
    : words("{number} MB", { number: (bytes / 1_000_000).toFixed(1) }));

  // ------------------------------------------------------------------ an update waits for its reader

  function offerUpdate(registration) {
    if (document.querySelector(".tr-update")) return;
    const line = document.createElement("div");
    line.className = "tr-update";
    line.setAttribute("role", "status");
    const text = document.createElement("p");
    text.textContent = words("There is a newer version of this course. What you have written stays.");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "tr-button is-plain";
    button.textContent = words("Show the new version");
    button.addEventListener("click", () => {
      const next = registration.waiting ?? registration.installing;
      if (!next) location.reload(); // another window has asked already
      workers.addEventListener("controllerchange", () => location.reload(), { once: true });
      next?.postMessage({ take: "over" });
    });
    line.append(text, button);
    document.body.append(line);
  }
  function watch(registration) {
    if (registration.waiting && workers.controller) offerUpdate(registration);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker?.addEventListener("statechange", () => {
        if (worker.state === "installed" && workers.controller) offerUpdate(registration);
      });
    });
  }

  // ------------------------------------------------------------------ the whole course

  function offerAll(worker) {
    const button = place.querySelector("[data-tr-do=keep-offline]");
    const tell = ({ kept, all, bytes, failed }) => {
      button.hidden = kept === all && !failed;
      if (failed === "full") say(words("There is no room left in this browser for the whole course ({size}). What is here stays.", { size: size(bytes) }));
      else if (failed) say(words("Not all of it could be fetched. What is here stays; try again with a connection."));
      else if (kept === all) say(words("Ready: the whole course ({size}) is in this browser, and works without a connection.", { size: size(bytes) }));
      else if (bytes) say(words("Pages that you have visited open without a connection. The whole course takes {size} on this device.", { size: size(bytes) }));
      return kept === all && !failed;
    };
    ask(worker, { ask: "state" }, tell);
    button.addEventListener("click", () => {
      button.disabled = true;
      say(words("The course is being fetched …"));
      trainer.store.askToStay?.();
      let silence;
      const wait = () => {
        clearTimeout(silence);
        silence = setTimeout(() => {
          button.disabled = false;
          tell({ failed: "cut" });
        }, PATIENCE);
      };
      wait();
      ask(worker, { ask: "keep" }, (state) => {
        wait();
        if (state.ended) clearTimeout(silence);
        if (!state.ended) {
          say(words("The course is being fetched: {done} of {all} files.", { done: state.kept, all: state.all }));
          return;
        }
        button.disabled = false;
        tell(state);
        announce(place.querySelector("[data-tr-offline-words]").textContent);
      });
    });
  }

  addEventListener("load", async () => {
    try {
      const registration = await workers.register(new URL("sw.js", root), { scope: root.href, updateViaCache: "none" });
      watch(registration);
      const { installing } = registration;
      installing?.addEventListener("statechange", () => {
        if (installing.state === "redundant" && !registration.active) say(words("The course could not be fetched for later just now. That is tried again when you open the next page."));
      });
      const { active } = await workers.ready;
      // what this page was made of came before the worker: hand it over
      const parts = performance.getEntriesByType("resource").map((entry) => entry.name.split(/[?#]/)[0]);
      active.postMessage({ visited: [location.href.split(/[?#]/)[0], ...parts] });
      if (place) offerAll(active);
      if (workers.controller) registration.update().catch(() => {});
    } catch {
      say(words("This browser does not keep the course here. Opened from a folder on the device, it works without a connection."));
    }
  });
})();
