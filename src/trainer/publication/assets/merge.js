/* What two browsers, or two windows, have kept becomes one: pure functions, no page and no store.

   A record is one revision of one activity. It says which window wrote it (`tab`), its number
   there (`counter`), and which records of other windows it has seen (`after`). Merging is set
   union; what nobody has written over is a head. Two heads with different words are two texts
   of the same learner: both are kept and both are shown, whatever the clocks say. */
(function (place) {
  "use strict";

  const CORRECTION = 60; // characters: less than that was a slip of the pen

  /** JSON with its keys in order, so that equal values are equal texts. */
  function written(value) {
    if (Array.isArray(value)) return `[${value.map((each) => written(each ?? null)).join(",")}]`;
    if (value && typeof value === "object") {
      const keys = Object.keys(value).filter((key) => value[key] !== undefined).sort();
      const pairs = keys.map((key) => `${JSON.stringify(key)}:${written(value[key])}`);
      return `{${pairs.join(",")}}`;
    }
    return JSON.stringify(value ?? null);
  }

  const isText = (value) => typeof value === "string" && value !== "";
  const STATES = ["visited", "attempted"];
  const SHOWN = ["text", "prompt", "title", "page", "kind"]; // of a record, to a reader
  const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
  const BROKEN = Symbol("broken"); // on a sealed record that cannot be opened; goes into no copy
  const SLIPS = Symbol("slips"); // on a window's own: how many characters are lost of what it took the place of

  /** Whether a record is one of ours and whole. */
  function sound(record) {
    return Boolean(record) && typeof record === "object" && [record.id, record.tab, record.activity, record.at].every(isText)
      && Number.isInteger(record.counter) && record.counter >= 0
      && Array.isArray(record.after) && record.after.every(isText)
      && STATES.includes(record.state) && MOMENT.test(record.at) && !Number.isNaN(Date.parse(record.at))
      && SHOWN.every((name) => ["string", "undefined"].includes(typeof record[name]))
      && (record.sealed === undefined ? record.value !== undefined : isText(record.sealed?.data) && isText(record.sealed.iv));
  }

  /** A name for what a record holds (FNV-1a, twice 32 bits). */
  function fingerprint(text) {
    let [one, other] = [0x811c9dc5, 0x01000193];
    for (let at = 0; at < text.length; at += 1) {
      one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
      other = Math.imul(other ^ text.charCodeAt(text.length - 1 - at), 0x811c9dc5);
    }
    return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
  }

  /** The id that a record was written under. */
  const base = (id) => id.split("+", 1)[0];
  const content = (record) => written({ ...record, id: base(record.id) });

  /** Every record of every list, once. Two with one id and different contents (a copy that somebody
      changed by hand) are both kept: the one that sorts first has the id, the others one of their own. */
  function union(...lists) {
    const found = new Map();
    for (const record of lists.flat()) {
      const name = base(record.id);
      if (!found.has(name)) found.set(name, new Map());
      found.get(name).set(content(record), record);
    }
    const all = [];
    for (const [name, versions] of found) {
      [...versions.keys()].sort().forEach((text, at) => {
        all.push({ ...versions.get(text), id: at ? `${name}+${fingerprint(text)}` : name });
      });
    }
    return all.sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  const later = (one, other) => (one.at === other.at ? (one.id < other.id ? 1 : -1) : (one.at < other.at ? 1 : -1));

  /** The records of one activity that nothing has been written over, the newest first. */
  function heads(records) {
    const seen = new Set(records.flatMap((record) => record.after));
    const last = new Map();
    for (const { tab, counter } of records) last.set(tab, Math.max(counter, last.get(tab) ?? -1));
    const open = records.filter((record) => !seen.has(base(record.id)) && record.counter === last.get(record.tab));
    return (open.length || !records.length ? open : [...records]).sort(later);
  }

  /** The newest record of an activity, with the others that stand beside it because their words differ. */
  function newest(records) {
    const [first, ...rest] = heads(records);
    if (!first) return null;
    const texts = new Set([first.text]);
    const others = rest.filter((record) => {
      if (!writes(record) || texts.has(record.text)) return false;
      texts.add(record.text);
      return true;
    });
    return { ...first, others, heads: [first, ...rest].map((record) => base(record.id)) };
  }

  const filled = (value) => value === true || (typeof value === "string" && value.trim() !== "");
  const WORDS = {
    reflect: (value) => filled(value.text),
    form: (value) => Object.values(value.fields ?? {}).some(filled),
    rephrase: (value) => (value.said ?? []).some((each) => filled(each.words)),
    rate: (value) => (value.occasions ?? []).length > 0 || Object.values(value.draft?.examples ?? {}).some(filled),
  };

  /** Whether a learner's own words stand in a record (so that it belongs into the journal). */
  function writes(record) {
    if (record.sealed) return true;
    if (!isText(record.text) || !record.value) return false;
    try {
      return Object.hasOwn(WORDS, record.kind) ? WORDS[record.kind](record.value) : filled(record.text);
    } catch {
      return filled(record.text); // of a shape that we do not know
    }
  }

  /** Whether words stand open in a record that a lock has to cover. */
  const bare = (record) => !record.sealed && (record.private === true || writes(record));

  // ------------------------------------------------------------------ drafts that need not be kept

  /** How many characters of `before` are lost in `now`: what stands between their common ends. */
  function lost(before, now) {
    const most = Math.min(before.length, now.length);
    let start = 0;
    while (start < most && before[start] === now[start]) start += 1;
    let end = 0;
    while (end < most - start && before[before.length - 1 - end] === now[now.length - 1 - end]) end += 1;
    return before.length - start - end;
  }

  /** How much of one value another has lost, in the field that lost most; Infinity where that was no slip. */
  function slip(now, before) {
    if (typeof before === "string") {
      if (typeof now !== "string") return before.trim() === "" ? 0 : Infinity;
      const gone = lost(before, now);
      return gone === 0 || (now.length >= before.length && gone <= CORRECTION) ? gone : Infinity;
    }
    if (before && typeof before === "object") {
      return Math.max(0, ...Object.entries(before).map(([key, value]) => slip(now?.[key], value)));
    }
    return 0;
  }
  /** What is lost for good when one revision takes another's place: what that one has lost already counts too,
      or else many slips, one after the other, would take a whole text away. */
  const debt = (record, each) => (each[SLIPS] ?? 0) + slip(record.value, each.value);

  /** Of one window's earlier revisions of an activity, those that a new one makes needless:
      what they hold stands in it, or (without a slip) in a revision that stays. */
  function needless(revisions, record) {
    const inOrder = [...revisions].sort((one, other) => one.counter - other.counter);
    const stays = [];
    const goes = [];
    for (const each of inOrder) {
      const stands = stays.some((other) => slip(other.value, each.value) === 0 && (each[SLIPS] ?? 0) <= (other[SLIPS] ?? 0));
      if (stands || debt(record, each) <= CORRECTION) goes.push(each.id);
      else stays.push(each);
    }
    return goes;
  }
  /** Remember with a revision what is lost of those whose place it takes. */
  function takesPlace(record, gone) {
    const debts = gone.map((each) => debt(record, each)).filter((each) => each <= CORRECTION);
    record[SLIPS] = Math.max(record[SLIPS] ?? 0, ...debts);
  }

  const merge = { BROKEN, written, sound, union, heads, newest, writes, bare, needless, takesPlace, base };
  if (typeof module === "object" && module.exports) module.exports = merge;
  else place.trainer.merge = merge;
})(globalThis);
