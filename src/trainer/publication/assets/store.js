/* Where what a learner does and writes is kept: IndexedDB, one database for each course and language,
   one record a revision, only ever added to. Where there is none, memory, and the page says so. */
(function () {
  "use strict";

  const { merge, telling, finished } = trainer;
  const TRIAL = "x".repeat(20_000); // room enough for a page of writing
  class KeptStore extends trainer.Database {
    constructor() {
      super();
      this.tab = trainer.random();
      this.counter = 0;
      this.seen = new Map(); // by activity: heads of other windows that were shown here
      this.mine = new Map(); // by activity: this window's revisions that are kept, unsealed
      this.going = new Set(); // ids of those that are on their way
      this.writing = new Set(); // what is being written
      this.memory = new Map(); // by id: what could not be kept
      this.names = new Map();
      for (const each of trainer.activities) {
        const names = [each.id, ...(each.formerly ?? [])];
        for (const name of names) this.names.set(name, names);
      }
      try {
        this.channel = new BroadcastChannel(trainer.databaseName);
        this.channel.onmessage = ({ data }) => this.heard(data);
      } catch {
        this.channel = null; // one window at a time, then; the next page sees what this one kept
      }
      // a page that comes back from the history has heard nothing meanwhile
      addEventListener("pagehide", () => { this.leaving = true; });
      addEventListener("pageshow", ({ persisted }) => {
        this.leaving = false;
        if (persisted) this.heard({ turned: true }).then(() => this.heard({ changed: null }));
      });
    }

    /** An activity's id with those that it had before. */
    namesOf(activity) { return this.names.get(activity) ?? [activity]; }

    // ---------------------------------------------------------------- reading

    /** Resolve to everything of an activity, in no order. */
    async history(activity) {
      const names = this.namesOf(activity);
      const { records } = await this.records((store) =>
        Promise.all(names.map((name) => finished(store.index("activity").getAll(name)))).then((lists) => lists.flat()));
      return [...records, ...this.memory.values()].filter((record) => names.includes(record.activity));
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
    /** Resolve to all that was done, without opening what is locked. */
    async done() { return [...(await this.stored()).filter(merge.sound), ...this.memory.values()]; }
    /** From now on this window writes over these records: their words were shown in its fields. */
    see(activity, ids) {
      const known = this.seen.get(activity) ?? new Set();
      for (const id of ids) if (!id.startsWith(`${this.tab}-`)) known.add(id);
      this.seen.set(activity, known);
    }
    /** They were not shown after all. */
    unsee(activity, ids) { for (const id of ids) this.seen.get(activity)?.delete(id); }

    // ---------------------------------------------------------------- writing

    /** Keep a record; resolve to it, with `here` where it lasts no longer than this page. */
    async write(given) {
      const database = await this.open();
      const counter = this.counter++;
      const record = {
        ...given, id: `${this.tab}-${String(counter).padStart(6, "0")}`, tab: this.tab, counter,
        after: [...(this.seen.get(given.activity) ?? [])],
      };
      if (!database) this.holdInMemory(record);
      else if (!(await this.noted(this.keep(record)))) return record;
      this.changed(record.activity);
      if (!database) return { ...record, here: true };
      this.saveMemory();
      if (record.private) this.askToStay();
      return record;
    }
    /** Remember a write until it is done: a page that loads itself anew waits for it. */
    noted(writing) {
      const done = writing.finally(() => this.writing.delete(done));
      this.writing.add(done);
      return done;
    }
    /** Put a record into the database; resolve to whether it belongs there. */
    async keep(record) {
      try {
        for (;;) {
          const database = await this.open();
          if (this.over) return false;
          const known = this.era.name;
          const failed = await this.add(database, record).then(() => null, (error) => error ?? new DOMException(""));
          if (!failed) return true;
          if (failed.name !== "ConstraintError" || (await this.turns(), this.era.name === known)) throw failed;
        }
      } catch (error) {
        this.holdInMemory(record); // for this page at least
        this.tellFailure(record, error);
        throw error;
      }
    }
    async add(database, record) {
      if (this.locked && record.private) throw new DOMException("", "InvalidStateError");
      const { lock, era: { name } } = this;
      const sealed = lock && record.private ? await lock.seal(record) : record;
      if (name !== this.era.name) throw new DOMException("", "ConstraintError"); // it ended meanwhile
      const gone = this.forgetNeedless(record);
      const mine = this.mine.get(record.activity);
      this.going.add(record.id);
      try {
        const { change, records } = this.change(database);
        records.add(sealed);
        const goes = document.hidden || this.leaving;
        // Firefox 153 lets pass what was committed by hand although a part of it fails: not so often, then, and nothing is dropped by it
        if (!telling.isFirefox || !goes) for (const { id } of gone) records.delete(id);
        if (!telling.isFirefox || goes) change.commit?.(); // now: a page that goes would take an open change with it
        await finished(change);
      } catch (error) {
        mine.delete(record.id);
        for (const each of gone) mine.set(each.id, each);
        throw error;
      } finally {
        this.going.delete(record.id);
      }
    }
    holdInMemory(record) {
      const mine = [...this.memory.values()].filter((each) => each.tab === this.tab && each.activity === record.activity);
      const goes = merge.needless(mine, record).map((id) => this.memory.get(id));
      merge.takesPlace(record, goes);
      for (const { id } of goes) this.memory.delete(id);
      this.memory.set(record.id, record);
    }
    /** Of this window's earlier revisions, drop those that the new one makes needless; return them. */
    forgetNeedless(record) {
      const mine = this.mine.get(record.activity) ?? new Map();
      this.mine.set(record.activity, mine);
      const earlier = [...mine.values()].filter((each) => each.counter < record.counter);
      // one that is on its way may fail: nothing goes for its sake
      const settled = merge.needless(earlier.filter((each) => !this.going.has(each.id)), record);
      const goes = earlier.filter((each) => settled.includes(each.id) || merge.needless([each], record).length);
      merge.takesPlace(record, goes);
      for (const { id } of goes) mine.delete(id);
      mine.set(record.id, record);
      return goes;
    }
    /** Once there is room again, what was on the page only is kept too, the oldest first. */
    async saveMemory() {
      if (this.saving || !this.trouble) return;
      this.saving = true;
      for (const record of [...this.memory.values()].sort((one, other) => one.counter - other.counter)) {
        const database = await this.open();
        const kept = database && await this.add(database, record).then(() => true, () => false);
        if (kept) this.memory.delete(record.id);
      }
      this.saving = false;
      if (this.memory.size || !this.opened) return;
      this.room = Promise.resolve(true);
      this.tellTrouble(null);
    }
    askToStay() {
      if (this.asked) return;
      this.asked = true;
      Promise.resolve(navigator.storage?.persist?.()).catch(() => {});
    }

    /** Take in records of another device, or of a copy; resolve to the number of new ones. */
    async merge(given) {
      const database = await this.open();
      if (!database || this.locked) throw new DOMException("", "InvalidStateError");
      const { records: old } = await this.all();
      const known = new Map(old.map((record) => [record.id, merge.written(record)]));
      const fresh = merge.union(old, given.filter(merge.sound)).filter((record) => known.get(record.id) !== merge.written(record));
      const ready = await Promise.all(fresh.map((record) => (this.lock && merge.bare(record) ? this.lock.seal(record) : record)));
      const { change, records } = this.change(database);
      for (const record of ready) records.put(record);
      await finished(change);
      this.changed(null);
      return fresh.length;
    }
    /** Erase all that this course keeps in this browser. */
    async erase() {
      let database = await this.open();
      if (!database && this.trouble === "broken") {
        await finished(indexedDB.deleteDatabase(trainer.databaseName));
        this.opening = null;
        database = await this.open();
      }
      if (!database && this.trouble !== "absent") throw new DOMException("", "InvalidStateError");
      if (database) {
        await this.wipe(database).catch(async () => {
          // no room even to note it, or another window was quicker: make room first
          const change = database.transaction(["records", "about"], "readwrite");
          for (const name of change.objectStoreNames) change.objectStore(name).clear();
          await finished(change);
          await this.turns();
          await this.wipe(database).catch(() => {});
        });
        this.over = false;
      }
      for (const held of [this.memory, this.mine, this.seen]) held.clear();
      this.lock?.forget();
      Object.assign(this, { lock: null, sealing: null });
      trainer.forgetPlace?.();
      this.channel?.postMessage({ turned: true });
      this.dispatchEvent(new CustomEvent("change", { detail: { activity: null } }));
    }

    async wipe(database) {
      const { change, about, records } = this.change(database);
      records.clear();
      about.delete("lock");
      const era = this.turnEra({ about }, 1);
      await finished(change);
      this.era = era;
    }

    // ---------------------------------------------------------------- telling

    async promise() {
      await this.open();
      if (this.locked && this.trouble !== "shut") return { keeps: false, locked: true, words: telling.TROUBLE.locked() };
      if (!this.trouble && !(await this.hasRoom())) this.trouble = "noRoom";
      return this.trouble ? { keeps: false, trouble: this.trouble, words: telling.TROUBLE[this.trouble]() } : { keeps: true, words: telling.kept() };
    }
    /** Whether there is room for a page of writing; tried once, before the first word. */
    hasRoom() {
      this.room ??= this.open().then((database) => {
        const change = database.transaction("about", "readwrite");
        change.objectStore("about").put(TRIAL, "trial");
        return finished(change).then(() => finished(database.transaction("about", "readwrite").objectStore("about").delete("trial")));
      }).then(() => true, (error) => error?.name !== "QuotaExceededError");
      return this.room;
    }
    tellTrouble(trouble) {
      if (trouble === this.trouble) return;
      this.trouble = trouble;
      this.promise().then((promise) => this.dispatchEvent(new CustomEvent("promise", { detail: promise })));
    }
    tellFailure(record, { name }) {
      if (!this.opened) return; // that is told already
      if (this.locked) this.tellTrouble("shut");
      else if (name !== "QuotaExceededError") this.tellTrouble("failed");
      else if (record.private) this.tellTrouble("full");
      else if (!this.trouble) this.tellTrouble("noRoom"); // nothing is written yet
    }
    changed(activity) {
      this.channel?.postMessage({ changed: activity });
      this.dispatchEvent(new CustomEvent("change", { detail: { activity } }));
    }
    async heard({ turned, changed }) {
      if (!turned) this.dispatchEvent(new CustomEvent("change", { detail: { activity: changed, elsewhere: true } }));
      else if (await this.turns()) this.begin();
    }
    /** Another window has erased, locked or opened: show what is so now, but take no words away. */
    async begin() {
      await Promise.allSettled(this.writing);
      await null; // whoever wrote has heard how it went
      const mayGo = this.dispatchEvent(new CustomEvent("leave", { cancelable: true })) && !this.memory.size;
      if (this.over || mayGo) location.reload();
      else if (this.locked) this.tellTrouble("shut");
      else this.saveMemory();
    }
  }

  trainer.store = new KeptStore();
})();
