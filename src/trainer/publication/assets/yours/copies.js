/* Copies: the whole journal or chosen entries as text or as one JSON file, and a copy brought in. */
(function () {
  "use strict";

  const { words, countWords, yours, store, merge } = trainer;
  const { found } = yours;
  const FORMAT = "trainer-journal";
  const VERSION = 1;
  const { id, language, title: courseTitle, version } = trainer.course;

  const say = (text) => { found("copies").textContent = text; };

  /** A copy as JSON; `wanted` are the activities that go into it, all where it is left out. */
  function copy(wanted) {
    const records = yours.records.filter((record) => !wanted || wanted.has(store.namesOf(record.activity)[0]));
    return `${JSON.stringify({
      format: FORMAT, version: VERSION, course: { id, language, title: courseTitle, version }, saved: new Date().toISOString(),
      records: merge.union(records), damaged: wanted ? [] : yours.damaged,
    }, null, 1)}\n`;
  }

  /** The journal as Markdown, in the order of the course. */
  function text(wanted) {
    const parts = [`# ${courseTitle ?? document.title}`];
    let module;
    for (const entry of yours.entries().sort(yours.byPlace)) {
      if (wanted && !wanted.has(entry.activity)) continue;
      if (entry.place?.module !== module || parts.length === 1) {
        module = entry.place?.module;
        const title = module ? `${module.number} ${module.title}` : words("No longer in the course");
        parts.push(`## ${title}`);
      }
      parts.push(`### ${entry.top.prompt || words("A text of yours")}`);
      for (const record of entry.heads.length ? entry.heads : [entry.top]) {
        parts.push(`*${entry.place?.title ?? entry.top.title ?? ""}, ${trainer.day(record.at)}*`, record.text ?? "");
      }
    }
    return `${parts.join("\n\n")}\n`;
  }

  /** Nothing leaves a locked journal. */
  async function opened() {
    return !store.locked || yours.unlock();
  }
  async function saveCopy(wanted) {
    if (!(await opened())) return;
    yours.save(yours.fileName(wanted ? "chosen" : "journal", "json"), copy(wanted), "application/json");
    say(words("Saved. You find it where this browser puts what it downloads."));
  }
  async function saveText(wanted) {
    if (!(await opened())) return;
    yours.save(yours.fileName(wanted ? "chosen" : "journal", "md"), text(wanted), "text/markdown");
    say(words("Saved. You find it where this browser puts what it downloads."));
  }
  const ofChosen = (act) => () => {
    if (yours.chosen.size) act(new Set(yours.chosen));
    else say(words("Tick at least one entry first."));
  };

  /** Take in what somebody saved on another device. */
  async function bring(file) {
    const content = await file.text().catch(() => null);
    if (content === null || (content === "" && file.size)) return say(words("This browser cannot read this file; it may be too large for it. Nothing was changed."));
    let given;
    try {
      given = JSON.parse(content);
    } catch {
      return say(words("This file is not a copy of a journal. Nothing was changed."));
    }
    if (given?.format !== FORMAT || !Array.isArray(given.records)) return say(words("This file is not a copy of a journal. Nothing was changed."));
    if (given.version > VERSION) return say(words("This copy was made by a newer version of the course. Nothing was changed; open it there."));
    if (given.course?.id !== id || given.course?.language !== language) {
      return say(words("This copy belongs to another course or language: {title}. Nothing was changed.", { title: given.course?.title ?? "?" }));
    }
    if (!(await opened())) return undefined;
    try {
      const unreadable = given.records.filter((record) => !merge.sound(record)).length;
      const number = await store.merge(given.records);
      say([countWords("{number} record was brought in; nothing was replaced.", "{number} records were brought in; nothing was replaced.", number),
        unreadable ? countWords("{number} in the file could not be read.", "{number} in the file could not be read.", unreadable) : ""].join(" ").trim());
    } catch {
      say(words("This browser could not keep what is in the copy. Nothing was changed."));
    }
    return yours.look();
  }

  yours.on("save-copy", () => saveCopy());
  yours.on("save-text", () => saveText());
  yours.on("chosen-copy", ofChosen(saveCopy));
  yours.on("chosen-text", ofChosen(saveText));
  const input = document.getElementById("bring");
  yours.on("bring", () => input.click());
  input.addEventListener("change", () => {
    const [file] = input.files;
    input.value = "";
    if (file) bring(file);
  });
  yours.on("erase", async () => {
    const sure = await yours.ask({
      title: words("Erase everything?"), yes: words("Erase everything"), grave: true,
      text: words("Progress, journal, log and forms of this course go from this browser, and nobody can bring them back. A copy that you saved stays where it is."),
    });
    if (!sure) return;
    try {
      await store.erase();
    } catch {
      say(words("This page could not erase it: nothing was changed. Your browser’s own settings can erase what it keeps for this address."));
      return;
    }
    for (const form of document.querySelectorAll(".tr-page form")) form.reset();
    await yours.look();
    say(words("Everything is erased."));
    found("copies").closest("section").querySelector("h2").scrollIntoView();
  });
})();
