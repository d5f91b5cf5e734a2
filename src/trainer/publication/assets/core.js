/* What every script of ours stands on: words, announcements, the store's interface, and the
   element that all activities extend. Classic script, deferred, so that it also runs from disk. */
(function () {
  "use strict";

  const said = window.trainerWords || {};

  /** Say a message of the catalogue; `{names}` are filled in from `values`. */
  function words(message, values) {
    return (said[message] || message).replace(/\{(\w+)\}/g, (whole, name) =>
      values && name in values ? String(values[name]) : whole);
  }

  /** As `words`, with one form for 1 and another for all other numbers. */
  function countWords(one, many, number, values) {
    return words(number === 1 ? one : many, { ...values, number });
  }

  /* The store's interface. A record is what a learner did with one activity:
       { activity, hash, state: "visited" | "attempted", value, at }
     `value` is any JSON that the kind wants back; what else stands in it (kind, prompt, page, title,
     text) lets the journal show it when the activity is gone. This one lasts as long as the page;
     store.js puts one that keeps more in its place before activities are defined. */
  class MemoryStore {
    constructor() { this.records = new Map(); }
    /** Resolve to the newest record of an activity, or null. */
    read(activity) { return Promise.resolve(this.records.get(activity) || null); }
    /** Keep a record; resolve to it as kept. */
    write(record) {
      this.records.set(record.activity, record);
      return Promise.resolve(record);
    }
    /** What a learner should know before the first word is written here. */
    promise() {
      return Promise.resolve({ keeps: false, words: words("What you write here lasts until you leave this page.") });
    }
  }

  /** Make an element: `made("p", "tr-hint", child, child)`; a child that is null is left out. */
  function made(name, classes, ...children) {
    const element = document.createElement(name);
    if (classes) element.className = classes;
    element.append(...children.filter((child) => child != null));
    return element;
  }
  function button(classes, label, act) {
    const element = made("button", classes, label);
    element.type = "button";
    element.addEventListener("click", act);
    return element;
  }

  let region;
  /** Have a screen reader say something that changed on the page. */
  function announce(text) {
    if (!region) {
      region = made("p", "tr-sr");
      region.setAttribute("role", "status");
      document.body.append(region);
    }
    region.textContent = "";
    window.setTimeout(() => { region.textContent = text; }, 50);
  }

  /** An activity on the page. A kind extends it and overrides `enhance`.
      The element wraps the form that works without scripts; `this.section` is the whole activity. */
  class Activity extends HTMLElement {
    connectedCallback() {
      if (this.section) return;
      this.section = this.closest("[data-tr-id]");
      this.activity = this.section.dataset.trId;
      this.hash = this.section.dataset.trHash;
      this.holdingFocus(() => this.enhance());
      trainer.store.read(this.activity).then((record) => this.holdingFocus(() => this.take(record)));
    }
    /** Change the activity; whoever was in it with the keyboard is not thrown out of the page when
        the control under their finger goes, and lands on the next one that is there. */
    holdingFocus(change) {
      const held = this.contains(document.activeElement) ? document.activeElement : null;
      change();
      if (!held || (held.isConnected && held.checkVisibility())) return;
      const controls = [...this.querySelectorAll("a[href],button,input,select,textarea,summary")]
        .filter((each) => !each.disabled && each.checkVisibility());
      const next = controls.find((each) => held.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING);
      ((held.isConnected && next) || controls[0])?.focus();
    }
    /** Show what was kept, and say so where it no longer fits. */
    take(record) {
      if (!record || record.sealed) return;
      try {
        this.restore(record.value, record);
      } catch {
        this.tell("since", words("What you did here is kept, but it no longer fits this page. It stands in your journal."));
        return;
      }
      if (record.hash && record.hash !== this.hash) this.tellChange(record);
    }
    tellChange(record) {
      const day = trainer.day(record.at);
      const line = this.tell("since", words("This has changed since you were here on {day}. What you did is kept, as far as it still fits.", { day }));
      if (!record.prompt || record.prompt === this.prompt) return;
      line.append(" ", words("Then it said:"), " ", made("i", "", record.prompt));
    }
    /** A line of ours above the activity; the next one of the same name takes its place. */
    tell(name, text) {
      this.section.querySelector(`:scope > [data-tr-told="${name}"]`)?.remove();
      const line = made("p", "tr-told", text);
      line.dataset.trTold = name;
      this.before(line);
      return line;
    }
    get prompt() { return this.section.querySelector(".tr-q")?.textContent.trim() ?? ""; }
    /** Make the page's form better; called once, before anything kept is known. */
    enhance() {}
    /** Show again what was kept. */
    restore(_value, _record) {}
    /** Keep what the learner did. */
    keep(value, state = "attempted") {
      const page = this.closest("[data-tr-page]")?.dataset;
      const record = {
        activity: this.activity, hash: this.hash, state, value, at: new Date().toISOString(),
        kind: this.section.dataset.trKind, prompt: this.prompt, page: page?.trPage, title: page?.trTitle, ...this.beside(value),
      };
      const done = trainer.store.write(record).then((kept) => {
        this.section.dispatchEvent(new CustomEvent("trainer:kept", { bubbles: true, detail: kept }));
        return kept;
      });
      done.catch(() => {}); // whoever wants to know waits for `done`; the store has told the learner
      return done;
    }
    /** What else to keep with a value. */
    beside(_value) { return {}; }
  }

  /** Make a kind of activity work: `trainer.define("question", class extends trainer.Activity { … })`. */
  function define(kind, element) { customElements.define(`tr-${kind}`, element); }

  const trainer = { words, countWords, made, button, announce, Activity, define, store: new MemoryStore() };
  window.trainer = trainer;
})();
