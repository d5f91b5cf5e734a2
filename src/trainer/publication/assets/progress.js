/* How far one has come: counted from the course's outline and from what is kept, shown by marks.js. */
(function (place) {
  "use strict";

  const PAGE = "~page/"; // before the path of a page that was visited
  const RANK = { visited: 1, attempted: 2 };

  /** What was done with each activity or page: "visited" or "attempted"; former names lead to the present ones. */
  function statesOf(course, records) {
    const now = new Map();
    for (const { id, formerly } of activitiesOf(course)) for (const name of formerly ?? []) now.set(name, id);
    for (const { path, formerly } of pagesOf(course)) for (const name of formerly ?? []) now.set(PAGE + path.replace(/[^/]*$/, name), PAGE + path);
    const states = new Map();
    for (const { activity, state } of records) {
      const name = now.get(activity) ?? activity;
      if ((RANK[state] ?? 0) > (RANK[states.get(name)] ?? 0)) states.set(name, state);
    }
    return states;
  }
  const lessonsOf = (course) => course.modules.flatMap((module) => module.lessons);
  const activitiesOf = (course) => [...lessonsOf(course).flatMap((lesson) => lesson.activities), ...(course.cases ?? [])];
  const pagesOf = (course) => [...lessonsOf(course), ...(course.cases ?? [])];

  /** A lesson: its state, and which share of it is done. What completes it is what the course says;
      a lesson without any of that is done when it was read to its end. Reading counts as one part of its time. */
  function lessonOf(course, lesson, states) {
    const counts = lesson.activities.filter((each) => course.completion.includes(each.kind));
    const done = counts.filter((each) => states.get(each.id) === "attempted").length;
    const visited = states.has(PAGE + lesson.path) || lesson.activities.some((each) => states.has(each.id));
    const read = Number(states.get(PAGE + lesson.path) === "attempted");
    const all = counts.length ? done === counts.length : read === 1;
    return { state: all ? "done" : visited ? "begun" : "open", done: all ? 1 : (done + read) / (counts.length + 1), minutes: lesson.minutes };
  }

  /** A module: its state, its share by minutes, and the minutes that are left. */
  function moduleOf(course, module, states) {
    const lessons = module.lessons.map((lesson) => lessonOf(course, lesson, states));
    const total = lessons.reduce((sum, each) => sum + each.minutes, 0);
    const spent = lessons.reduce((sum, each) => sum + each.minutes * each.done, 0);
    const state = lessons.length && lessons.every((each) => each.state === "done") ? "done"
      : lessons.some((each) => each.state !== "open") ? "begun" : "open";
    return { state, done: total ? spent / total : 0, minutes: total, left: Math.round(total - spent), lessons };
  }

  /** The states of all that has a place in contents, lists and pictures, by path. */
  function overview(course, records) {
    const states = statesOf(course, records);
    const found = {};
    for (const module of course.modules) {
      found[module.path] = moduleOf(course, module, states);
      module.lessons.forEach((lesson, at) => { found[lesson.path] = found[module.path].lessons[at]; });
    }
    for (const each of course.cases ?? []) {
      const state = states.get(each.id);
      found[each.path] = { state: state === "attempted" ? "done" : state || states.has(PAGE + each.path) ? "begun" : "open" };
    }
    return found;
  }

  const progress = { PAGE, statesOf, overview };
  if (typeof module === "object" && module.exports) {
    module.exports = progress;
    return;
  }
  place.trainer.progress = progress;

  // ------------------------------------------------------------------ on the page

  const { words, countWords, store } = place.trainer;
  const course = window.trainerCourse;
  const page = document.querySelector(".tr-page[data-tr-page]");
  if (!course || !store.done) return;

  /** “45 minutes”, “1 h 20”. */
  place.trainer.minutes = (minutes) => (minutes < 60 ? countWords("{number} minute", "{number} minutes", minutes)
    : minutes % 60 ? words("{hours} h {minutes}", { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, "0") })
      : countWords("{number} hour", "{number} hours", minutes / 60));

  async function show() {
    const found = overview(course, await store.done());
    const last = place.trainer.lastPlace?.()?.page.replace(/\.html$/, "");
    for (const module of course.modules) {
      const told = found[module.path];
      told.here = module.path === last || module.lessons.some((lesson) => lesson.path === last);
      if (told.state === "begun" && told.left > 0) told.words = words("Begun, {length} left", { length: place.trainer.minutes(told.left) });
    }
    window.trainerMarks.show(found);
    const here = page && found[page.dataset.trPage];
    const left = document.querySelector("[data-tr-left]");
    if (left && here?.words) left.textContent = here.words;
  }

  const COUNTED = ["lesson", "vignette"];
  const noted = (state) => store.write({ activity: PAGE + page.dataset.trPage, state, value: null,
    at: new Date().toISOString(), kind: "page", title: page.dataset.trTitle });

  /** Note that a page was opened, and that one has come to its end. */
  async function visit() {
    if (!page || !COUNTED.includes(page.dataset.trKind)) return;
    const before = await store.read(PAGE + page.dataset.trPage);
    if (before?.state === "attempted") return;
    const end = document.querySelector(".tr-onward");
    if (end) {
      const seen = new IntersectionObserver((entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        seen.disconnect();
        noted("attempted").catch(() => {});
      });
      seen.observe(end);
    }
    if (!before) await noted("visited");
  }

  let waiting;
  store.addEventListener("change", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 100);
  });
  visit().catch(() => {}).then(show);
})(globalThis);
