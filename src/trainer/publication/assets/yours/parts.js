/* “Yours”: what its parts share. `trainer.yours` has the records as last read, and calls whoever
   draws when they change. */
(function () {
  "use strict";

  const { words, store, merge, made, button } = trainer;

  // The outline that every page has, with the numbers and titles that stand in this one.
  (trainer.course.modules ?? []).forEach((module, at) => {
    const row = document.querySelector(`[data-tr-row="${module.path}"]`);
    Object.assign(module, { row, number: String(at + 1), title: row.querySelector(".tr-progress__t").textContent });
    module.lessons.forEach((lesson, place) => {
      const title = row.querySelector(`[data-tr-lesson="${lesson.path}"]`).textContent;
      Object.assign(lesson, { number: `${at + 1}.${place + 1}`, title });
    });
  });

  const found = (name) => document.querySelector(`[data-tr-${name}]`);
  const on = (name, act) => document.querySelector(`[data-tr-do="${name}"]`).addEventListener("click", act);

  /** Offer a file. */
  function save(name, text, type) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
  const fileName = (what, suffix) => `${trainer.course.id}-${what}-${new Date().toISOString().slice(0, 10)}.${suffix}`;

  /** Print one part of the page alone. */
  function print(part) {
    part.classList.add("is-printing");
    document.documentElement.classList.add("tr-prints-one");
    addEventListener("afterprint", () => {
      part.classList.remove("is-printing");
      document.documentElement.classList.remove("tr-prints-one");
    }, { once: true });
    window.print();
  }

  /** Ask in a dialog; resolve to the value of the button that was pressed, or null, and to the fields. */
  function ask({ title, text, fields = [], yes, grave = false }) {
    const dialog = made("dialog", "tr-dialog");
    const form = made("form", "", made("h2", "", title), ...[text].flat().map((line) => made("p", "", line)));
    form.method = "dialog";
    for (const { label, ...given } of fields) {
      const input = Object.assign(made("input"), { type: "text", required: true, id: `ask-${given.name}`, ...given });
      const named = made("label", "", label);
      named.htmlFor = input.id;
      form.append(made("p", "tr-field", named, input));
    }
    const accept = button(`tr-button${grave ? " is-plain is-grave" : ""}`, yes);
    accept.type = "submit";
    accept.value = "yes";
    const cancel = button("tr-button is-plain", words("Leave it as it is"), () => dialog.close(""));
    form.append(made("p", "tr-actions", accept, cancel));
    dialog.append(form);
    dialog.setAttribute("aria-label", title);
    document.querySelector(".tr-page").append(dialog);
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => {
        const values = Object.fromEntries(new FormData(form));
        dialog.remove();
        resolve(dialog.returnValue === "yes" ? values : null);
      });
      dialog.showModal();
      if (grave) cancel.focus();
    });
  }

  const LOG = "~log/"; // before the id of a meeting
  const NAME = "~name";
  const drawers = [];
  const yours = {
    made, button, found, on, save, fileName, print, ask, LOG, NAME,
    records: [], damaged: [], activities: new Map(),
    /** Draw now, and whenever what is kept changes. */
    draws(draw) { drawers.push(draw); },
    async look() {
      Object.assign(yours, await store.all());
      const byActivity = new Map();
      for (const record of yours.records) {
        const [name] = store.namesOf(record.activity);
        if (!byActivity.has(name)) byActivity.set(name, []);
        byActivity.get(name).push(record);
      }
      yours.activities = byActivity;
      for (const draw of drawers) draw();
    },
    /** The newest record of an activity, with those beside it. */
    newest: (activity) => merge.newest(yours.activities.get(activity) ?? []),
    /** Keep something of this page's own, over what stands there; resolve to whether it stays. */
    keep(activity, value, text = "") {
      store.see(activity, yours.newest(activity)?.heads ?? []);
      return store.write({ activity, state: "attempted", value, text, private: true, kind: activity.split("/")[0], at: new Date().toISOString() })
        .then(({ here }) => !here, () => false);
    },
  };
  trainer.yours = yours;

  let waiting;
  store.addEventListener("change", () => {
    clearTimeout(waiting);
    waiting = setTimeout(yours.look, 100);
  });
  document.addEventListener("DOMContentLoaded", async () => {
    found("scripted").hidden = false;
    const tell = (promise) => { found("storage").textContent = promise.words; };
    store.addEventListener("promise", (event) => tell(event.detail));
    tell(await store.promise());
    await yours.look();
    document.documentElement.dataset.trReady = "yes";
    // what stands at the address was hidden when the browser looked for it
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  });
})();
