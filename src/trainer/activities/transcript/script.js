/* A group talking: to mark, or to stop at and decide. What is kept are the marks by turn, and
   the choices that were opened at each stop with whether one has read on from it. */
(function () {
  "use strict";
  const { Activity, button, made, words } = trainer;

  const isMap = (value) => Boolean(value) && typeof value === "object" && !Array.isArray(value);
  const PHONE = "(max-width: 44.98em)";

  trainer.define("transcript", class extends Activity {
    enhance() {
      this.turns = this.querySelector("[data-tr-mode]");
      if (matchMedia(PHONE).matches) for (const thought of this.querySelectorAll(".tr-thinking")) thought.open = false;
      this.mode = { mark: marking, stops: stopping, read: reading }[this.turns.dataset.trMode](this);
    }

    restore(value) {
      if (!isMap(value)) return;
      const note = this.querySelector(".tr-past");
      if (note) note.open = true;
      this.mode.restore(value);
    }

    howTo(text) {
      this.querySelector("[data-tr-howto]").textContent = text;
    }
  });

  // ------------------------------------------------------------------ to read

  /** Nothing is asked; when the last turn has been on the screen, it has been read. */
  function reading(activity) {
    const last = activity.turns.lastElementChild;
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      seen.disconnect();
      activity.keep({ read: true });
    });
    seen.observe(last);
    return { restore: () => seen.disconnect() };
  }

  // ------------------------------------------------------------------ to mark

  function marking(activity) {
    const ways = activity.querySelector("[data-tr-ways]");
    const items = [...activity.turns.querySelectorAll("[data-tr-turn]")];
    const intro = made("p", "tr-hint tr-beside-intro", words("Your marks, and a reading beside them. Where they part, each of you may have heard something."));
    intro.tabIndex = -1;
    const done = button("tr-button is-plain", words("See the annotated reading"), () => show(true));
    const again = button("tr-link", words("Take up your marks again"), () => show(false));
    const names = new Map([...ways.content.querySelectorAll("option")].map((way) => [way.value, way.textContent]));
    const said = (value) => (value && names.get(value)) || "";
    const keep = () => activity.keep({ marks, seen: shown }, shown ? "attempted" : "visited");
    let marks = {};
    let shown = false;

    activity.howTo(words("Mark each turn at which the group leaves its task, and say which way it goes."));
    for (const item of items) item.append(field(item));
    activity.turns.before(intro);
    activity.turns.after(made("p", "tr-actions", done, again));
    draw();

    function field(item) {
      const key = item.dataset.trTurn;
      const label = made("label", "tr-sr", words("Which way does this turn leave the task?"));
      const select = made("select", "tr-way-field");
      select.append(ways.content.cloneNode(true));
      select.id = `${activity.activity}--mark-${key}`;
      label.htmlFor = select.id;
      item.querySelector(".tr-turn__words").id = `${select.id}-said`;
      select.setAttribute("aria-describedby", `${select.id}-said`);
      select.addEventListener("change", () => {
        if (select.value) marks[key] = select.value;
        else delete marks[key];
        draw();
        keep();
      });
      return made("p", "tr-mark-field", label, select);
    }

    function show(now) {
      shown = now;
      draw();
      keep();
      const goal = now ? intro : activity.turns.querySelector("select");
      goal.focus();
      if (now) intro.scrollIntoView({ block: "start" });
    }

    function draw() {
      activity.turns.classList.toggle("is-marking", !shown);
      activity.turns.classList.toggle("is-read", shown);
      intro.hidden = !shown;
      done.hidden = shown;
      again.hidden = !shown;
      for (const item of items) {
        const mark = marks[item.dataset.trTurn] || "";
        item.classList.toggle("is-marked", Boolean(mark));
        item.querySelector("select").value = mark;
        item.querySelector(".tr-mark-field").hidden = shown;
        const printed = item.querySelector(".tr-reading");
        if (printed) printed.hidden = true;
        item.querySelector(".tr-beside")?.remove();
        if (shown && (mark || printed)) item.append(beside(mark, printed));
      }
    }

    function beside(mark, printed) {
      const box = made("div", "tr-beside");
      const leaves = printed && printed.querySelector(".tr-reading__way");
      if (mark || leaves) box.append(made("p", "", made("b", "", words("You:"), " "), mark ? said(mark) : words("no mark")));
      const read = made("p", "", made("b", "", words("A reading:"), " "));
      if (printed) read.append(...printed.querySelector("p").cloneNode(true).childNodes);
      else read.append(words("leaves this turn unmarked."));
      box.append(read);
      return box;
    }

    return {
      restore(value) {
        const known = new Set(items.map((item) => item.dataset.trTurn));
        marks = {};
        for (const [key, mark] of Object.entries(isMap(value.marks) ? value.marks : {})) {
          if (known.has(key) && typeof mark === "string" && said(mark)) marks[key] = mark;
        }
        shown = value.seen === true;
        draw();
      },
    };
  }

  // ------------------------------------------------------------------ to stop at and decide

  function stopping(activity) {
    const items = [...activity.turns.children];
    const stops = items.filter((item) => item.dataset.trStop);
    const kept = {};
    const answered = (stop) => kept[stop.dataset.trStop].opened.length > 0;

    activity.howTo(words("The talk comes to you piece by piece. At each stop, open what you would do. Then, if you like, the others, and read on."));
    for (const stop of stops) {
      const id = stop.dataset.trStop;
      kept[id] = { opened: [], on: false };
      stop.trOptions = [...stop.querySelectorAll(".tr-option")];
      stop.trOn = button("tr-button is-plain", words("Read on"), () => {
        kept[id].on = true;
        draw();
        keep();
        const next = items[items.indexOf(stop) + 1];
        next.tabIndex = -1;
        next.focus();
      });
      stop.append(made("p", "tr-actions", stop.trOn));
      stop.trOptions.forEach((option, k) => {
        option.addEventListener("toggle", () => {
          if (!option.open || kept[id].opened.includes(k)) return;
          kept[id].opened.push(k);
          draw();
          keep();
        });
      });
    }
    draw();

    function keep() {
      activity.keep({ stops: kept }, stops.every(answered) ? "attempted" : "visited");
    }

    function draw() {
      let open = true;
      for (const item of items) {
        item.classList.toggle("is-later", !open);
        if (!item.dataset.trStop) continue;
        const { opened, on } = kept[item.dataset.trStop];
        item.trOn.hidden = !opened.length || on || item === items.at(-1);
        open &&= on;
      }
    }

    return {
      restore(value) {
        for (const stop of stops) {
          const was = isMap(value.stops) && value.stops[stop.dataset.trStop];
          if (!isMap(was) || !Array.isArray(was.opened)) continue;
          const opened = was.opened.filter((k) => stop.trOptions[k]);
          kept[stop.dataset.trStop] = { opened, on: was.on === true && opened.length > 0 };
          opened.forEach((k) => stop.trOptions[k].classList.add("is-seen"));
          if (opened.length) stop.trOptions[opened[0]].open = true;
        }
        draw();
      },
    };
  }
})();
