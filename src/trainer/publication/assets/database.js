/* The database: one for each course and language, its eras, and what is stored in it.

   Locking, opening and erasing end an era. Who writes names the era that she knows; if it is over,
   the database refuses the whole change, so that a window which has not heard of it yet writes
   nothing open into a locked journal, nothing sealed with a key that is gone, nothing after erasing. */
(function () {
  "use strict";

  const { merge, telling } = trainer;
  const VERSION = 1; // of the database
  const course = window.trainerCourse;
  const meta = (name) => document.querySelector(`meta[name="trainer-${name}"]`)?.content;
  const COURSE = course?.id || meta("course") || "course";
  const LANGUAGE = document.documentElement.lang || "en";
  const NAME = `trainer:${COURSE}:${LANGUAGE}`;

  const SCRIPTS = document.currentScript?.src || location.href;
  const FIRST = { name: "first", erased: 0 }; // the era of a journal that was never locked nor erased

  const random = () => [...crypto.getRandomValues(new Uint8Array(9))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  /** Resolve to the result of a request, or of a transaction. */
  function finished(request) {
    return new Promise((resolve, reject) => {
      request.onsuccess = request.oncomplete = () => resolve(request.result);
      request.onerror = (event) => reject(event?.target.error ?? request.error); // a change hears of its requests
      request.onabort = () => reject(request.error || new DOMException("", "AbortError"));
    });
  }

  class Database extends EventTarget {
    /** Resolve to the database, or to null where there is none; `this.trouble` says why. */
    open() {
      if (!this.opening) this.opening = Promise.resolve().then(() => this.tryToOpen());
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
        database.onversionchange = () => {
          database.close();
          this.opening = null;
          this.open(); // to say at once what there is now
        };
        database.onclose = () => { this.opening = null; };
        await this.readAbout(database);
        if (this.opened === false) this.tellTrouble(null);
        this.opened = true;
        return database;
      } catch (error) {
        this.opened = false;
        const name = error?.name;
        // in a frame, that is how storage is refused
        this.tellTrouble(name === "VersionError" ? "newer" : name === "UnknownError" && !telling.inFrame() ? "broken" : "absent");
        return null;
      }
    }
    /** Learn in which era one is, and whether it is locked. */
    async readAbout(database) {
      const about = database.transaction("about").objectStore("about");
      const [era, lock] = await Promise.all(["era", "lock"].map((name) => finished(about.get(name))));
      this.over ||= Boolean(this.era) && (era?.erased ?? 0) > this.era.erased; // this page's words went with the others
      if (this.era && era?.name !== this.era.name) this.lock = null;
      this.era = era ?? FIRST;
      this.sealing = lock ?? null;
      if (this.sealing && !this.lock) await this.bringLock();
    }
    /** Read again what stands above all records; resolve to whether the era is another. */
    async turns() {
      const { name } = this.era ?? FIRST;
      const database = await this.open();
      if (database) await this.readAbout(database);
      return Boolean(database) && this.era.name !== name;
    }
    /** Change something as one who knows this era. No answer is waited for, so that a page that goes may do it. */
    change(database) {
      const change = database.transaction(["records", "about"], "readwrite");
      const about = change.objectStore("about");
      const over = `over:${this.era.name}`;
      about.add(true, over); // fails where it stands already, and the whole change with it
      about.delete(over);
      return { change, about, records: change.objectStore("records") };
    }
    /** End this era within a change, and begin another. */
    turnEra({ about }, erases = 0) {
      const era = { name: random(), erased: this.era.erased + erases };
      about.put(true, `over:${this.era.name}`);
      about.put(era, "era");
      return era;
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

    // ---------------------------------------------------------------- what is stored

    /** Resolve to what is stored, as it is; what cannot be read hides nothing else. */
    async stored(find = (store) => finished(store.getAll())) {
      const database = await this.open();
      if (!database) return [];
      const records = () => database.transaction("records").objectStore("records");
      return find(records()).catch(async () => {
        const ids = await finished(records().getAllKeys()).catch(() => []);
        return Promise.all(ids.map((id) => finished(records().get(id)).catch(() => ({ id, unreadable: true }))));
      });
    }
    async records(find) {
      const stored = await this.stored(find);
      const whole = stored.filter(merge.sound);
      const bare = this.lock ? whole.filter(merge.bare) : [];
      if (bare.length) await trainer.Lock.cover(this, bare).catch(() => {}); // the next reading tries again
      const opened = await Promise.all(whole.map((record) => this.unsealed(record)));
      return { records: opened, damaged: stored.filter((record) => !merge.sound(record)) };
    }
    async unsealed(record) {
      if (this.locked && merge.bare(record)) { // Firefox may let it in from a page that went; it is covered once one opens
        const { value: _, text: __, ...open } = record;
        return { ...open, sealed: true };
      }
      if (!record.sealed || this.locked) return record;
      if (!this.lock) return { ...record, [merge.BROKEN]: true };
      return this.lock.unseal(record).catch(() => ({ ...record, [merge.BROKEN]: true }));
    }
  }

  trainer.activities = [...(course?.modules ?? []).flatMap((module) => module.lessons).flatMap((lesson) => lesson.activities), ...(course?.cases ?? [])];
  trainer.course = { id: COURSE, language: LANGUAGE, ...(course ?? {}) };
  Object.assign(trainer, { Database, databaseName: NAME, finished, random });
})();
