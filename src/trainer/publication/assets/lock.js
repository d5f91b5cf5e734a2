/* A lock for what was written: PBKDF2 makes a key of the passphrase, AES-GCM seals each record with it,
   so that a changed byte is noticed. The key lives in this window's session storage until it closes. */
(function () {
  "use strict";

  const ROUNDS = 600_000; // OWASP 2023 for PBKDF2 with SHA-256
  const CHECK = "trainer";
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();

  const coded = (bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(""));
  const decoded = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

  async function keyOf(passphrase, salt, rounds) {
    const material = await crypto.subtle.importKey("raw", encoder.encode(passphrase.normalize("NFKC")), "PBKDF2", false, ["deriveKey"]);
    return crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds }, material, { name: "AES-GCM", length: 256 }, true, ["encrypt", "decrypt"]);
  }
  /** What stands open in a sealed record cannot be changed unnoticed either. */
  const bound = (record) => encoder.encode(JSON.stringify([record.id, record.tab, record.counter, record.activity, record.at, record.state, record.kind ?? ""]));

  async function encrypt(key, text, beside) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: beside }, key, encoder.encode(text));
    return { iv: coded(iv), data: coded(data) };
  }
  async function decrypt(key, { iv, data }, beside) {
    return decoder.decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: decoded(iv), additionalData: beside }, key, decoded(data)));
  }

  class Lock {
    constructor(key, name) { Object.assign(this, { key, name }); }

    static possible() { return Boolean(window.crypto?.subtle); }
    /** A new lock, and what must be kept in the open to open it again. */
    static async made(passphrase, name) {
      const salt = crypto.getRandomValues(new Uint8Array(16));
      const key = await keyOf(passphrase, salt, ROUNDS);
      return { lock: new Lock(key, name), about: { salt: coded(salt), rounds: ROUNDS, check: await encrypt(key, CHECK, encoder.encode(name)) } };
    }
    /** The lock that a passphrase opens, or null. */
    static async opened(about, passphrase, name) {
      try {
        const key = await keyOf(passphrase, decoded(about.salt), about.rounds);
        return await Lock.fitting(about, key, name);
      } catch {
        return null; // what stands in the open is damaged: no passphrase fits
      }
    }
    static async fitting(about, key, name) {
      const check = await decrypt(key, about.check, encoder.encode(name)).catch(() => "");
      return check === CHECK ? new Lock(key, name) : null;
    }
    /** The lock that was opened in this window before, or null. */
    static async remembered(about, name) {
      try {
        const kept = JSON.parse(sessionStorage.getItem(`${name}:key`));
        if (!kept || !Lock.possible()) return null;
        return await Lock.fitting(about, await crypto.subtle.importKey("jwk", kept, "AES-GCM", true, ["encrypt", "decrypt"]), name);
      } catch {
        return null;
      }
    }
    async remember() {
      const kept = await crypto.subtle.exportKey("jwk", this.key);
      try { sessionStorage.setItem(`${this.name}:key`, JSON.stringify(kept)); } catch { /* it opens for this page, then */ }
    }
    forget() {
      try { sessionStorage.removeItem(`${this.name}:key`); } catch { /* nothing was kept */ }
    }

    async seal(record) {
      const { value, text, sealed: _, ...open } = record;
      return { ...open, sealed: await encrypt(this.key, JSON.stringify({ value, text }), bound(open)) };
    }
    async unseal(record) {
      const { sealed, ...open } = record;
      return { ...open, ...JSON.parse(await decrypt(this.key, sealed, bound(open))) };
    }
  }

  /** Seal all that was written with a lock, or open it for good (null): all of it at once, or nothing. */
  async function relock(store, lock, about) {
    const { finished, merge } = trainer;
    const made = new Map(); // by id: null for what stays as it is
    const make = async (record) => {
      const opened = merge.sound(record) ? await store.unsealed(record) : null;
      if (!opened || !merge.bare(opened)) return null;
      return lock ? lock.seal(opened) : opened;
    };
    for (;;) {
      const database = await store.open();
      const stored = await store.stored();
      await Promise.all(stored.filter(({ id }) => !made.has(id)).map(async (record) => made.set(record.id, await make(record))));
      const turn = store.change(database);
      const ids = await finished(turn.records.getAllKeys());
      if (JSON.stringify(ids) !== JSON.stringify(stored.map(({ id }) => id))) {
        turn.change.abort(); // somebody has written meanwhile
        continue;
      }
      for (const record of ids.map((id) => made.get(id))) if (record) turn.records.put(record);
      if (about) turn.about.put(about, "lock");
      else turn.about.delete("lock");
      const era = store.turnEra(turn);
      await finished(turn.change);
      Object.assign(store, { lock, era, sealing: about });
      store.channel?.postMessage({ turned: true });
      return;
    }
  }
  /** Seal what stands open in a locked journal; what has gone meanwhile stays away. */
  async function cover(store, bare) {
    const { lock, era: { name } } = store;
    const sealed = await Promise.all(bare.map((record) => lock.seal(record)));
    const database = await store.open();
    if (name !== store.era.name) return;
    const { change, records } = store.change(database);
    for (const record of sealed) {
      records.getKey(record.id).onsuccess = ({ target }) => { if (target.result !== undefined) records.put(record); };
    }
    await trainer.finished(change);
  }
  Object.assign(Lock, { relock, cover });

  trainer.Lock = Lock;
})();
