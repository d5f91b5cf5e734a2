/* The frame of a page: drawer and search by keyboard, notes beside words, the reading place.
   A classic deferred script; every page holds all its words without it. */
(function () {
  "use strict";

  /** Say one of the product's words in the course's language; the English is the key. */
  const words = (text) => (window.trainerWords || {})[text] || text;
  const meta = (name) => document.querySelector(`meta[name="trainer-${name}"]`)?.content;
  const page = document.querySelector("[data-tr-kind].tr-page");

  // ------------------------------------------------------------------ drawer and search

  // Material keeps both states in hidden checkboxes, and its style follows them; the labels
  // for them cannot be reached with a keyboard. Here they get real buttons.
  const boxes = {
    drawer: document.getElementById("__drawer"),
    search: document.getElementById("__search"),
  };
  const contents = document.getElementById("tr-contents");

  function asButton(link) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = link.className;
    button.textContent = link.textContent;
    button.dataset.trToggle = link.dataset.trToggle;
    button.setAttribute("aria-controls", contents.id);
    link.replaceWith(button);
    return button;
  }

  function wire(button, box) {
    const tell = () => button.setAttribute("aria-expanded", String(box.checked));
    box.addEventListener("change", tell);
    button.addEventListener("click", () => box.click());
    tell();
  }

  function wireAll() {
    for (const found of document.querySelectorAll("[data-tr-toggle]")) {
      const box = boxes[found.dataset.trToggle];
      if (!box) continue;
      if (found.tagName === "A") {
        if (contents) wire(asButton(found), box);
        continue;
      }
      found.hidden = false;
      if (contents?.contains(found)) found.addEventListener("click", () => box.click());
      else wire(found, box);
    }
  }

  const opener = (name) => document.querySelector(`.tr-header [data-tr-toggle="${name}"]`);

  function close(name) {
    if (boxes[name]?.checked) boxes[name].click();
  }

  function drawer() {
    boxes.drawer.addEventListener("change", () => {
      if (boxes.drawer.checked) {
        const here = contents.querySelector("[aria-current]") || contents.querySelector("a");
        here.focus();
        here.scrollIntoView({ block: "center" });
      } else if (contents.contains(document.activeElement) || focusIsLost()) {
        opener("drawer")?.focus();
      }
    });
    // Tab past its end leaves the drawer, and so closes it: nothing behind it is ever focused.
    document.addEventListener("focusin", (event) => {
      if (boxes.drawer.checked && !contents.contains(event.target)) {
        boxes.drawer.checked = false;
        boxes.drawer.dispatchEvent(new Event("change"));
        event.target.focus();
      }
    });
  }

  const focusIsLost = () => !document.activeElement || document.activeElement === document.body;

  function search() {
    const box = document.querySelector(".md-search");
    boxes.search.addEventListener("change", () => {
      const opened = boxes.search.checked;
      // a moment later: Material moves the focus too
      setTimeout(() => {
        if (opened) box.querySelector(".md-search__input").focus();
        else if (focusIsLost() || box.contains(document.activeElement)) opener("search").focus();
      });
    });
  }

  wireAll();
  if (contents && boxes.drawer) drawer();
  if (boxes.search && opener("search")) search();
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close("drawer");
  });
  // A page that comes back from the history may remember an open drawer.
  addEventListener("pageshow", () => Object.keys(boxes).forEach(close));

  // On a wide screen the contents scroll by themselves: bring this page's line into view.
  const here = contents?.querySelector("[aria-current]");
  const list = here?.closest(".tr-nav");
  if (list) list.scrollTop = Math.max(0, here.offsetTop - list.clientHeight / 2);

  // ------------------------------------------------------------------ notes beside words

  const WIDE = 700;
  const LINGER = 250;
  const canPop = "showPopover" in HTMLElement.prototype;
  let leaving;

  const noteOf = (target) => {
    const word = target instanceof Element ? target.closest("a[data-tr-note]") : null;
    const note = word && document.getElementById(word.dataset.trNote);
    return note ? { word, note } : null;
  };

  function show({ word, note }) {
    clearTimeout(leaving);
    const wide = innerWidth >= WIDE;
    note.classList.toggle("is-placed", wide);
    if (!note.matches(":popover-open")) note.showPopover();
    if (wide) place(note, word.getClientRects()[0]);
  }

  /** Below the word, or above it where there is no room below. */
  function place(note, at) {
    const room = document.documentElement.clientWidth - note.offsetWidth - 8;
    const rtl = getComputedStyle(note).direction === "rtl";
    const wished = rtl ? at.right - note.offsetWidth : at.left;
    const below = at.bottom + 6;
    const above = at.top - note.offsetHeight - 6;
    const top = below + note.offsetHeight > innerHeight && above > 60 ? above : below;
    note.style.left = `${Math.max(8, Math.min(wished, room)) + scrollX}px`;
    note.style.top = `${top + scrollY}px`;
  }

  const hide = (note) => note.matches(":popover-open") && note.hidePopover();

  function hideSoon(note) {
    clearTimeout(leaving);
    leaving = setTimeout(() => hide(note), LINGER);
  }

  if (canPop && document.querySelector("a[data-tr-note]")) {
    for (const word of document.querySelectorAll("a[data-tr-note]")) {
      word.setAttribute("aria-describedby", word.dataset.trNote);
    }
    document.addEventListener("pointerover", (event) => {
      if (event.pointerType !== "mouse") return;
      const found = noteOf(event.target);
      if (found) show(found);
      else if (event.target.closest?.(".tr-note")) clearTimeout(leaving); // one may move onto it
    });
    document.addEventListener("pointerout", (event) => {
      if (event.pointerType !== "mouse") return;
      const note = noteOf(event.target)?.note || event.target.closest?.(".tr-note");
      if (note && !note.dataset.pinned && !note.contains(event.relatedTarget)) hideSoon(note);
    });
    document.addEventListener("focusin", (event) => {
      const found = noteOf(event.target);
      if (found && event.target.matches(":focus-visible")) show(found);
    });
    document.addEventListener("focusout", (event) => {
      const found = noteOf(event.target);
      if (found && !found.note.contains(event.relatedTarget) && !found.note.dataset.pinned) hide(found.note);
    });
    // A tap or a click keeps the note open; Enter on the word follows its link.
    document.addEventListener("click", (event) => {
      const found = noteOf(event.target);
      if (!found || event.detail === 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(found);
      found.note.dataset.pinned = "yes";
    });
    for (const note of document.querySelectorAll(".tr-note")) {
      note.addEventListener("toggle", (event) => {
        if (event.newState === "closed") delete note.dataset.pinned;
      });
    }
  }

  // ------------------------------------------------------------------ the reading place

  // One key for the course: where one was last, so that the first page can say “Go on with”.
  const KEY = `trainer:${meta("course") || "course"}:${document.documentElement.lang}:place`;
  const PLACES = ["lesson", "vignette", "scenario", "transcript"];
  const root = new URL(meta("root") || ".", location.href);
  trainer.lastPlace = lastPlace;
  trainer.forgetPlace = () => {
    try { localStorage.removeItem(KEY); } catch { /* nothing was kept there */ }
  };

  function lastPlace() {
    try {
      const place = JSON.parse(localStorage.getItem(KEY));
      return place && typeof place.page === "string" && typeof place.title === "string" ? place : null;
    } catch {
      return null;
    }
  }

  /** The last heading that has passed the upper third of the screen; none near the top. */
  function section() {
    let passed = "";
    for (const heading of page.querySelectorAll(":is(h2,h3)[id]")) {
      if (heading.getBoundingClientRect().top > innerHeight / 3) break;
      if (heading.offsetParent) passed = heading.id;
    }
    return passed;
  }

  function keepPlace() {
    const base = root.pathname.replace(/[^/]*$/, "");
    if (!location.pathname.startsWith(base)) return;
    const place = {
      page: location.pathname.slice(base.length),
      section: section(),
      title: page.dataset.trTitle || document.title,
    };
    try {
      localStorage.setItem(KEY, JSON.stringify(place));
    } catch {
      // full or refused: the first page then offers the beginning, as it does without a script
    }
  }

  if (page && PLACES.includes(page.dataset.trKind)) {
    let waiting;
    keepPlace();
    addEventListener("scroll", () => {
      clearTimeout(waiting);
      waiting = setTimeout(keepPlace, 400);
    }, { passive: true });
    addEventListener("pagehide", keepPlace);
  }

  /** Whether the course still has a page, under this name or a former one. */
  function stillThere(page) {
    const { modules, cases = [] } = window.trainerCourse ?? {};
    if (!modules) return true;
    return [...modules.flatMap((module) => module.lessons), ...cases].some(({ path, formerly = [] }) =>
      [path, ...formerly.map((name) => path.replace(/[^/]*$/, name))].includes(page.replace(/\.html$/, "")));
  }

  function goOn(link) {
    const place = lastPlace();
    if (!place || !stillThere(place.page)) return;
    const address = new URL(place.page, root);
    if (!address.href.startsWith(root.href.replace(/[^/]*$/, ""))) return;
    // A module's page offers only a place within that module.
    const listed = [...document.querySelectorAll(".tr-lessons a")];
    if (listed.length && !listed.some((lesson) => lesson.href === address.href)) return;
    if (place.section) address.hash = place.section;
    const [, number, title] = /^(\d+(?:\.\d+)*)?\s*(.*)$/.exec(place.title);
    link.href = address.href;
    const rest = document.createElement("span");
    rest.textContent = title;
    link.replaceChildren(words("Go on with"), ` ${number || ""} `, rest);
    document.querySelectorAll(".tr-quiet-link.is-waiting").forEach((other) => other.classList.remove("is-waiting"));
  }

  document.querySelectorAll("a[data-tr-go-on]").forEach(goOn);

  // ------------------------------------------------------------------ cases by theme

  function filter(group) {
    const cases = [...document.querySelectorAll("[data-tr-themes]")];
    const status = document.querySelector("[data-tr-filter-status]");
    group.hidden = false;
    group.addEventListener("click", (event) => {
      const button = event.target.closest("[data-tr-theme]");
      if (!button) return;
      const theme = button.dataset.trTheme;
      for (const other of group.querySelectorAll("[data-tr-theme]")) {
        other.setAttribute("aria-pressed", String(other === button));
      }
      for (const each of cases) {
        each.hidden = theme !== "" && !each.dataset.trThemes.split("|").includes(theme);
      }
      const shown = cases.filter((each) => !each.hidden).length;
      if (status) status.textContent = words("Cases shown: {number}").replace("{number}", shown);
    });
  }

  document.querySelectorAll("[data-tr-filter]").forEach(filter);

  // ------------------------------------------------------------------ options that were opened

  document.addEventListener("toggle", (event) => {
    if (event.target.matches?.("details.tr-option[open]")) event.target.classList.add("is-seen");
  }, true);
})();
