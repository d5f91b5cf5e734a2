/* Where what a learner does and writes is kept: IndexedDB, one database for each course and language,
   one record a revision, only ever added to. Where there is none, memory, and the page says so. */
(function () {
  "use strict";

  const { words, merge } = trainer;
  const VERSION = 1; // of the database
  const course = window.trainerCourse;
  const meta = (name) => document.querySelector(`meta[name="trainer-${name}"]`)?.content;
  const COURSE = course?.id || meta("course") || "course";
  const LANGUAGE = document.documentElement.lang || "en";
  const NAME = `trainer:${COURSE}:${LANGUAGE}`;

  const random = () => [...crypto.getRandomValues(new Uint8Array(9))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  /** Resolve to the result of a request, or of a transaction. */
  function finished(request) {
    return new Promise((resolve, reject) => {
      request.onsuccess = request.oncomplete = () => resolve(request.result);
      request.onerror = () => reject(request.error);
      request.onabort = () => reject(request.error || new DOMException("", "AbortError"));
    });
  }

  // ------------------------------------------------------------------ what a learner is told

  const onDisk = location.protocol === "file:";
  const isFirefox = "mozInnerScreenX" in window;
  const isSafari = /^Apple/.test(navigator.vendor || "");
  const inFrame = () => { try { return window.top !== window; } catch { return true; } };

  /** Where it is kept and for how long, as far as a page can know. */
  function kept() {
    if (onDisk && isFirefox) return words("Kept in this browser for this folder. Some versions of Firefox forget it when a course is opened as a file: save a copy in “Yours”.");
    if (onDisk) return words("Kept in this browser, on this device, as long as it keeps things for files: save a copy in “Yours” now and then.");
    if (inFrame()) return words("Kept in this browser for this platform only: opened elsewhere, the course knows nothing of it.");
    if (isSafari) return words("Kept in this browser, on this device. Safari forgets it after a week or so without a visit, and a private window when you close it: save a copy in “Yours”.");
    return words("Kept in this browser, on this device, and nowhere else. A private window forgets it when you close it.");
  }
  const TROUBLE = {
    absent: () => words("This browser keeps nothing for this page. What you write here lasts until you leave it."),
    newer: () => words("A newer version of this course has been used in this browser. This older one leaves all of that as it is, and keeps nothing itself: what you write here lasts until you leave the page."),
    broken: () => words("This browser cannot open what it has kept. What you write here lasts until you leave the page."),
    full: () => words("There is no room left in this browser: your last words are on this page only. Save them as text before you leave it."),
    failed: () => words("This browser could not keep your last words: they are on this page only. Save them as text before you leave it."),
    locked: () => words("Your journal is locked. Open it to read and write here."),
  };

  // ------------------------------------------------------------------ the store

  class KeptStore extends EventTarget {
    constructor() {
      super();
      this.tab = random();
      this.counter = 0;
      this.seen = new Map(); // by activity: heads of other windows that were shown here
      this.mine = new Map(); // by activity: this window's revisions that are kept, unsealed
      this.memory = new Map(); // by id: what could not be kept
      this.names = new Map();
      for (const each of trainer.activities) {
        const names = [each.id, ...(each.formerly ?? [])];
        for (const name of names) this.names.set(name, names);
      }
      try {
        this.channel = new BroadcastChannel(NAME);
        this.channel.onmessage = ({ data }) => this.heard(data);
      } catch {
        this.channel = null; // one window at a time, then; the next page sees what this one kept
      }
    }

    /** An activity's id with those that it had before. */
    namesOf(activity) { return this.names.get(activity) ?? [activity]; }

    // ---------------------------------------------------------------- the database

    /** Resolve to the database, or to null where there is none; `this.trouble` says why. */
    open() {
      if (!this.opening) this.opening = this.tryToOpen();
      return this.opening;
    }
    async tryToOpen() {
      try {
        const request = indexedDB.open(NAME, VERSION);
        request.onupgradeneeded = () => {
          request.result.createObjectStore("records", { keyPath: "id" }).createIndex("activity", "activity");
          request.result.createObjectStore("about");
        };
        const database = await finished(request);
        database.onversionchange = () => { database.close(); this.opening = null; };
        database.onclose = () => { this.opening = null; };
        this.sealing = await finished(database.transaction("about").objectStore("about").get("lock")) ?? null;
        if (this.sealing && !this.lock) await this.bringLock();
        return database;
      } catch (error) {
        this.trouble = error?.name === "VersionError" ? "newer" : error?.name === "UnknownError" ? "broken" : "absent";
        return null;
      }
    }

    /** Load the script that locks and opens; a page without a lock never loads it. */
    async loadLock() {
      if (!trainer.Lock) {
        await new Promise((resolve) => {
          const script = document.createElement("script");
          script.src = new URL("lock.js", SCRIPTS);
          script.onload = script.onerror = resolve;
          document.head.append(script);
        });
      }
      return trainer.Lock;
    }
    async bringLock() {
      this.lock = await this.loadLock() ? await trainer.Lock.remembered(this.sealing, NAME) : null;
    }
    get locked() { return Boolean(this.sealing) && !this.lock; }

    // ---------------------------------------------------------------- reading

    async records(find) {
      const database = await this.open();
      const stored = database ? await find(database.transaction("records").objectStore("records")).catch(() => []) : [];
      const whole = stored.filter(merge.sound);
      const opened = await Promise.all(whole.map((record) => this.unsealed(record)));
      return { records: opened, damaged: stored.filter((record) => !merge.sound(record)) };
    }
    async unsealed(record) {
      if (!record.sealed || !this.lock) return record;
      return this.lock.unseal(record).catch(() => ({ ...record, broken: true }));
    }

    /** Resolve to everything of an activity, in no order. */
    async history(activity) {
      const names = this.namesOf(activity);
      const { records } = await this.records((store) =>
        Promise.all(names.map((name) => finished(store.index("activity").getAll(name)))).then((lists) => lists.flat()));
      return [...records, ...[...this.memory.values()].filter((record) => names.includes(record.activity))];
    }
    /** Resolve to all that is kept: `{ records, damaged }`. */
    async all() {
      const { records, damaged } = await this.records((store) => finished(store.getAll()));
      return { records: [...records, ...this.memory.values()], damaged };
    }
    async read(activity) {
      const found = merge.newest(await this.history(activity));
      if (!found) return null;
      const names = this.namesOf(activity);
      if (!found.sealed) this.see(names[0], found.heads.filter((id) => !found.others.some((other) => merge.base(other.id) === id)));
      return found;
    }
    /** From now on this window writes over these records: their words were shown in its fields. */
    see(activity, ids) {
      const known = this.seen.get(activity) ?? new Set();
      for (const id of ids) if (!id.startsWith(`${this.tab}-`)) known.add(id);
      this.seen.set(activity, known);
    }

    // ---------------------------------------------------------------- writing

    async write(given) {
      const database = await this.open();
      const counter = this.counter++;
      const record = {
        ...given, id: `${this.tab}-${String(counter).padStart(6, "0")}`, tab: this.tab, counter,
        after: [...(this.seen.get(given.activity) ?? [])],
      };
      if (this.over) return record;
      if (!database) {
        this.holdInMemory(record);
        this.changed(record.activity);
        return record;
      }
      if (this.sealing && record.private && !this.lock) throw new DOMException("locked", "InvalidStateError");
      try {
        await this.add(database, record);
      } catch (error) {
        this.holdInMemory(record); // for this page at least
        this.tellTrouble(error?.name === "QuotaExceededError" ? "full" : "failed");
        throw error;
      }
      this.saveMemory(database);
      this.changed(record.activity);
      if (record.private) this.askToStay();
      return record;
    }
    async add(database, record) {
      const sealed = this.lock && record.private ? await this.lock.seal(record) : record;
      const goes = this.forgetNeedless(record);
      const change = database.transaction("records", "readwrite");
      change.objectStore("records").add(sealed);
      for (const id of goes) change.objectStore("records").delete(id);
      change.commit?.(); // now: a page that goes would take an open change with it
      await finished(change).catch((error) => {
        this.mine.get(record.activity).delete(record.id);
        throw error;
      });
    }
    holdInMemory(record) {
      const mine = [...this.memory.values()].filter((each) => each.tab === this.tab && each.activity === record.activity);
      for (const id of merge.needless(mine, record)) this.memory.delete(id);
      this.memory.set(record.id, record);
    }
    /** Of this window's revisions, drop those that the new one makes needless; return their ids. */
    forgetNeedless(record) {
      const mine = this.mine.get(record.activity) ?? new Map();
      this.mine.set(record.activity, mine);
      const goes = merge.needless(mine.values(), record);
      for (const id of goes) mine.delete(id);
      mine.set(record.id, record);
      return goes;
    }
    /** Once there is room again, what was on the page only is kept too. */
    saveMemory(database) {
      const waiting = [...this.memory.values()];
      if (!waiting.length) return;
      for (const record of waiting) {
        this.add(database, record).then(() => {
          this.memory.delete(record.id);
          if (!this.memory.size) this.tellTrouble(null);
        }, () => {});
      }
    }
    askToStay() {
      if (this.asked) return;
      this.asked = true;
      Promise.resolve(navigator.storage?.persist?.()).catch(() => {});
    }

    /** Take in records of another device, or of a copy; resolve to the number of new ones. */
    async merge(given) {
      const database = await this.open();
      if (!database) throw new DOMException("no storage", "InvalidStateError");
      if (this.locked) throw new DOMException("locked", "InvalidStateError");
      const { records: old } = await this.all();
      const known = new Map(old.map((record) => [record.id, merge.written(record)]));
      const fresh = merge.union(old, given.filter(merge.sound)).filter((record) => known.get(record.id) !== merge.written(record));
      const ready = await Promise.all(fresh.map((record) => (this.lock && record.private ? this.lock.seal(record) : record)));
      const change = database.transaction("records", "readwrite");
      for (const record of ready) change.objectStore("records").put(record);
      await finished(change);
      this.changed(null);
      return fresh.length;
    }
    /** Erase all that this course keeps in this browser. */
    async erase() {
      const database = await this.open();
      this.memory.clear();
      this.mine.clear();
      this.seen.clear();
      if (database) {
        const change = database.transaction(["records", "about"], "readwrite");
        change.objectStore("records").clear();
        change.objectStore("about").clear();
        await finished(change);
      }
      this.lock?.forget();
      Object.assign(this, { lock: null, sealing: null });
      trainer.forgetPlace?.();
      this.channel?.postMessage({ erased: true });
      this.dispatchEvent(new CustomEvent("change", { detail: { activity: null } }));
    }

    /** Lock all that was written: `lock` seals, `about` is what opening it later needs. Null takes the lock off. */
    async relock(lock, about) {
      const database = await this.open();
      const { records } = await this.all();
      const wanted = records.filter((record) => record.private && !record.sealed);
      const ready = await Promise.all(wanted.map((record) => (lock ? lock.seal(record) : record)));
      const change = database.transaction(["records", "about"], "readwrite");
      for (const record of ready) change.objectStore("records").put(record);
      if (about) change.objectStore("about").put(about, "lock");
      else change.objectStore("about").delete("lock");
      await finished(change);
      Object.assign(this, { lock, sealing: about });
      this.channel?.postMessage({ relocked: true });
    }

    // ---------------------------------------------------------------- telling

    async promise() {
      await this.open();
      if (this.locked) return { keeps: false, locked: true, words: TROUBLE.locked() };
      return this.trouble ? { keeps: false, trouble: this.trouble, words: TROUBLE[this.trouble]() } : { keeps: true, words: kept() };
    }
    tellTrouble(trouble) {
      if (trouble === this.trouble) return;
      this.trouble = trouble;
      this.promise().then((promise) => this.dispatchEvent(new CustomEvent("promise", { detail: promise })));
    }
    changed(activity) {
      this.channel?.postMessage({ changed: activity });
      this.dispatchEvent(new CustomEvent("change", { detail: { activity } }));
    }
    heard(message) {
      if ("erased" in message || "relocked" in message) {
        this.over = "erased" in message; // this page's words went with the others
        location.reload();
      }
      else this.dispatchEvent(new CustomEvent("change", { detail: { activity: message.changed, elsewhere: true } }));
    }
  }

  const SCRIPTS = document.currentScript?.src || location.href;
  trainer.activities = [...(course?.modules ?? []).flatMap((module) => module.lessons).flatMap((lesson) => lesson.activities), ...(course?.cases ?? [])];
  trainer.course = { id: COURSE, language: LANGUAGE, ...(course ?? {}) };
  trainer.store = new KeptStore();
})();
