/* The journal: everything written, with its prompt and its place, the newest first or by module. */
(function () {
  "use strict";

  const { words, countWords, yours, merge, store } = trainer;
  const { made, button, found } = yours;
  const course = trainer.course;
  const root = new URL(document.querySelector('meta[name="trainer-root"]')?.content || ".", location.href);
  const base = root.href.endsWith("/") ? root : new URL("./", `${root.href}/`);

  const places = new Map(); // by activity: where it stands now
  (course.modules ?? []).forEach((module, at) => {
    module.lessons.forEach((lesson, number) => {
      for (const each of lesson.activities) {
        places.set(each.id, { module, lesson, rank: at * 1000 + number, title: `${lesson.number} ${lesson.title}`, page: lesson.path });
      }
    });
  });

  /** All entries: the newest text of each activity, with other newest texts and earlier ones. */
  function entries() {
    const all = [];
    for (const [activity, records] of yours.activities) {
      if (activity.startsWith("~")) continue;
      const written = records.filter(merge.writes);
      if (!written.length) continue;
      const [first, ...rest] = merge.heads(records);
      const heads = [first, ...rest].filter(merge.writes);
      const shown = heads.length ? heads : [];
      const texts = new Set(shown.map((record) => record.text));
      const earlier = written.filter((record) => !shown.includes(record) && !record.sealed && !texts.has(record.text));
      const distinct = shown.filter((record, place) => record.sealed || shown.findIndex((other) => other.text === record.text) === place);
      const top = distinct[0] ?? written.reduce((one, other) => (one.at > other.at ? one : other));
      all.push({ activity, place: places.get(activity), top, heads: distinct, earlier, records });
    }
    return all;
  }
  const byTime = (one, other) => (one.top.at < other.top.at ? 1 : -1);
  const byPlace = (one, other) => (one.place?.rank ?? Infinity) - (other.place?.rank ?? Infinity) || byTime(other, one);

  const field = document.getElementById("find");
  const order = document.getElementById("order");
  const chosen = new Set();
  const MANY = 100; // entries at once: more of them make a page slow
  const LONG = 200_000; // characters at once, for the same reason
  let most = MANY;
  let known = []; // the entries, with what is looked through
  const choosing = document.getElementById("choosing");

  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  function matches(entry, wanted) {
    entry.plain ??= plain([entry.top.prompt, entry.place?.title ?? entry.top.title, ...[...entry.heads, ...entry.earlier].map((each) => each.text)].join(" "));
    return wanted.every((word) => entry.plain.includes(word));
  }

  /** The entries that are looked for, in their order. */
  function wantedOnes() {
    const wanted = plain(field.value).split(/\s+/).filter(Boolean);
    return known.filter((entry) => matches(entry, wanted)).sort(order.value === "course" ? byPlace : byTime);
  }

  function textOf(record) {
    return made("div", "tr-entry__text", ...(record.text ?? "").split(/\n{2,}/).map((part) => made("p", "", part)));
  }
  function body(record) {
    if (record[merge.BROKEN]) return made("p", "tr-entry__lock", words("This entry was damaged or changed from outside: it cannot be opened. It stays as it is, and goes into every copy."));
    if (!record.sealed) return textOf(record);
    return made("p", "tr-entry__lock", words("Written on {day}. Locked with your passphrase.", { day: trainer.day(record.at) }), " ",
      button("tr-link", words("Open it"), () => yours.unlock()));
  }

  function article(entry) {
    const { top, heads, earlier } = entry;
    const box = made("article", "tr-entry", made("p", "tr-entry__q", top.prompt || words("A text of yours")));
    if (heads.length > 1) box.append(made("p", "tr-entry__two", words("Two texts of yours stand side by side here, from two windows or devices. Both are kept.")));
    for (const record of heads.length ? heads : [top]) {
      box.append(body(record));
      if (heads.length > 1) box.append(made("p", "tr-entry__m", words("{day}, {time}", { day: trainer.day(record.at), time: trainer.time(record.at) })));
    }
    box.append(lineOf(entry));
    const before = heads.length ? earlier : earlier.filter((record) => record !== top);
    if (!heads.length) box.querySelector(".tr-entry__m").append(made("span", "", words("since emptied")));
    if (before.length) box.append(earlierOf(before));
    box.prepend(...tick(entry));
    return box;
  }
  function lineOf({ top, place, activity }) {
    const line = made("p", "tr-entry__m");
    if (place) {
      const link = made("a", "", place.title);
      link.href = new URL(`${place.page}.html#${activity}`, base).href;
      line.append(link);
    } else {
      line.append(made("span", "", words("{title}, which is no longer in the course", { title: top.title || words("A lesson") })));
    }
    line.append(made("span", "", trainer.day(top.at)));
    return line;
  }
  function earlierOf(records) {
    const sorted = [...records].sort((one, other) => (one.at < other.at ? 1 : -1));
    return made("details", "tr-more", made("summary", "", countWords("{number} earlier text", "{number} earlier texts", sorted.length)),
      ...sorted.map((record) => made("div", "", made("p", "tr-entry__m", words("{day}, {time}", { day: trainer.day(record.at), time: trainer.time(record.at) })), textOf(record))));
  }
  function tick(entry) {
    if (choosing.hidden) return [];
    const box = Object.assign(made("input"), { type: "checkbox", checked: chosen.has(entry.activity) });
    box.addEventListener("change", () => (box.checked ? chosen.add(entry.activity) : chosen.delete(entry.activity)));
    return [made("label", "tr-entry__tick", box, words("Choose this one"), made("span", "tr-sr", `: ${entry.top.prompt ?? ""}`))];
  }

  /** How many entries of a list to show at first; one at least, however long. */
  function atFirst(list) {
    if (most === Infinity) return list.length;
    let length = 0;
    const end = list.findIndex(({ heads, earlier }, at) => {
      for (const { text } of [...heads, ...earlier]) length += text?.length ?? 0;
      return at === most || (at > 0 && length > LONG);
    });
    return end < 0 ? list.length : end;
  }

  function draw() {
    const list = wantedOnes();
    const shown = atFirst(list);
    const parts = [];
    let module;
    for (const entry of list.slice(0, shown)) {
      if (order.value === "course" && entry.place?.module !== module) {
        module = entry.place?.module;
        parts.push(made("h3", "", module ? `${module.number} ${module.title}` : words("No longer in the course")));
      }
      parts.push(article(entry));
    }
    if (list.length > shown) parts.push(button("tr-button is-plain", countWords("Show {number} more entry", "Show {number} more entries", list.length - shown), showAll));
    found("entries").replaceChildren(...parts);
    const total = known.length;
    const some = field.value.trim();
    found("found").textContent = !total ? words("Nothing is written yet. What you write in a lesson stands here, with its question.")
      : some ? countWords("{number} entry has these words.", "{number} entries have these words.", list.length)
        : countWords("{number} entry.", "{number} entries.", total)
          + (yours.damaged.length ? ` ${countWords("{number} more cannot be read. It stays as it is, and goes into every copy.", "{number} more cannot be read. They stay as they are, and go into every copy.", yours.damaged.length)}` : "");
    for (const part of [found("find"), found("journal-actions")]) part.hidden = !total;
    if (!total) choosing.hidden = true;
  }

  function showAll() {
    const entriesNow = () => found("entries").querySelectorAll(".tr-entry");
    const before = entriesNow().length;
    most = Infinity;
    draw();
    const next = entriesNow()[before];
    if (next) Object.assign(next, { tabIndex: -1 }).focus();
  }
  function again() {
    most = MANY;
    draw();
  }
  field.addEventListener("input", again);
  order.addEventListener("change", again);
  found("find").addEventListener("submit", (event) => event.preventDefault());
  yours.on("print-journal", () => {
    most = Infinity; // all that is looked for
    draw();
    yours.print(document.querySelector(".tr-journal"));
  });
  yours.on("choose", (event) => {
    choosing.hidden = !choosing.hidden;
    event.target.setAttribute("aria-expanded", String(!choosing.hidden));
    draw();
  });
  Object.assign(yours, { entries, byTime, byPlace, chosen, store });
  yours.draws(() => {
    known = entries();
    draw();
  });
})();
