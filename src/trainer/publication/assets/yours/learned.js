/* What one has come through: the modules with their minutes, and a record of learning to print. */
(function () {
  "use strict";

  const { words, yours, progress } = trainer;
  const { made, found } = yours;
  const course = trainer.course;
  if (!course.modules) return;

  function drawProgress(overview) {
    for (const module of course.modules) {
      const { row } = module;
      const { state, minutes, left } = overview[module.path];
      row.dataset.trState = state;
      row.querySelector(".tr-progress__s").textContent = state === "done" ? words("done")
        : state === "begun" ? share(minutes, left) : trainer.minutes(minutes);
    }
  }

  /** How much of a module that was begun: “50 minutes of 1 h 40”. */
  function share(minutes, left) {
    const total = trainer.minutes(minutes);
    return minutes === left ? words("begun, of {total}", { total }) : words("{done} of {total}", { done: trainer.minutes(minutes - left), total });
  }

  const field = document.getElementById("record-name");
  let timer;
  let unkept = false;
  function keepName() {
    clearTimeout(timer);
    if (unkept) yours.keep(yours.NAME, { name: field.value });
    unkept = false;
  }
  field.addEventListener("input", () => {
    unkept = true;
    clearTimeout(timer);
    timer = setTimeout(keepName, 400);
    draw();
  });
  field.addEventListener("change", keepName);
  addEventListener("pagehide", keepName);

  /** The objectives of a module that were practised: by an activity that was attempted. */
  function practised(module, states) {
    return [...module.row.querySelectorAll("[data-tr-objective]")]
      .filter((item) => item.dataset.trBy.split(" ").some((activity) => states.get(activity) === "attempted"));
  }

  function draw() {
    const overview = progress.overview(course, yours.records);
    const states = progress.statesOf(course, yours.records);
    drawProgress(overview);
    const known = yours.newest(yours.NAME)?.value?.name;
    field.disabled = trainer.store.locked;
    if (!unkept && document.activeElement !== field) field.value = typeof known === "string" ? known : "";
    const name = field.value.trim();
    const begun = course.modules.filter((module) => overview[module.path].state !== "open");
    const sheet = found("record");
    const head = made("h3", "", course.title ?? "");
    const who = made("p", "tr-record__who", name || words("(your name)"));
    document.querySelector("[data-tr-do=print-record]").hidden = !begun.length;
    if (!begun.length) {
      sheet.replaceChildren(made("p", "tr-hint", words("There is nothing to record yet: no lesson has been opened in this browser.")));
      return;
    }
    const body = made("tbody", "", ...begun.map((module) => rowOf(module, overview[module.path], practised(module, states))));
    const heads = [words("Module"), words("Done"), words("Objectives practised")].map((label) => Object.assign(made("th", "", label), { scope: "col" }));
    const table = made("table", "tr-table", made("caption", "tr-sr", words("Record of learning")), made("thead", "", made("tr", "", ...heads)), body);
    const total = begun.reduce((sum, module) => sum + overview[module.path].minutes - overview[module.path].left, 0);
    const last = yours.records.map((record) => record.at).sort().at(-1);
    sheet.replaceChildren(...[head, who, table,
      total ? made("p", "", words("Together about {length} by the course’s own reckoning.", { length: trainer.minutes(total) })) : null,
      made("p", "", words("Version {version}; last worked on {day}.", { version: course.version ?? "", day: trainer.day(last) })),
      made("p", "", words("Printed on {day}.", { day: trainer.day(Date.now()) })),
      made("p", "tr-record__words", words("Self-declared; not an accreditation."))].filter(Boolean));
  }
  function rowOf(module, { state, minutes, left }, items) {
    const title = Object.assign(made("th", "", `${module.number} ${module.title}`), { scope: "row" });
    const done = state === "done" ? words("{length}, all of it", { length: trainer.minutes(minutes) })
      : share(minutes, left);
    const list = items.length ? made("ul", "", ...items.map((item) => made("li", "", ...[...item.cloneNode(true).childNodes])))
      : made("span", "", words("none yet"));
    return made("tr", "", title, made("td", "", done), made("td", "", list));
  }

  yours.draws(draw);
  yours.on("print-record", () => yours.print(document.querySelector(".tr-record")));
})();
