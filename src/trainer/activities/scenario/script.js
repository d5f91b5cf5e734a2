/* A scenario, played: the numbered scenes of the page become one way through them.
   What is kept is the way (ids of choices; `>scene` where one went back to a scene that the
   way had not come by) and the endings seen. Everything shown is worked out from it. */
(function () {
  "use strict";
  const { Activity, announce, button, countWords, made, words } = trainer;
  const GAUGES = ["safety", "focus", "play"];
  const MIDDLE = 2;
  const HIGHEST = 4;
  const YOU = "";

  // ------------------------------------------------------------------ making elements

  /** Copy a part of the page; its ids get an ending of their own, and what refers to them follows. */
  function copied(part, ending) {
    const copy = part.cloneNode(true);
    const ids = new Set();
    for (const each of [copy, ...copy.querySelectorAll("[id]")]) {
      if (!each.id) continue;
      ids.add(each.id);
      each.id += ending;
    }
    for (const each of [copy, ...copy.querySelectorAll("[href^='#'],[aria-labelledby],[aria-describedby]")]) {
      for (const name of ["href", "aria-labelledby", "aria-describedby"]) {
        const value = each.getAttribute(name);
        if (!value) continue;
        each.setAttribute(name, value.split(" ").map((id) => (ids.has(id.replace(/^#/, "")) ? id + ending : id)).join(" "));
      }
    }
    return copy;
  }

  /** The words of a part without its links: for buttons, which must hold no link. */
  function unlinked(part) {
    const copy = made("span", "");
    copy.append(...[...part.childNodes].map((node) => node.cloneNode(true)));
    for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    return copy;
  }

  // ------------------------------------------------------------------ the scenario as the page tells it

  const holds = (when, flags) => !when || flags.has(when.replace(/^not /, "")) !== when.startsWith("not ");
  const numbers = (text) => (text || "").split(" ").filter(Boolean).map(Number);
  const names = (text) => (text || "").split(" ").filter(Boolean);

  class Book {
    constructor(root) {
      this.start = root.dataset.trStart;
      this.clock = root.dataset.trClock === undefined ? null : Number(root.dataset.trClock);
      this.people = root.dataset.trPeople === undefined ? null : JSON.parse(root.dataset.trPeople);
      this.lettering = new Lettering(JSON.parse(root.dataset.trLettering));
      this.said = {};
      for (const gauge of root.querySelectorAll("[data-tr-gauge]")) {
        this.said[gauge.dataset.trGauge] = gauge.querySelector("span").textContent;
      }
      this.scenes = new Map();
      this.endings = new Map();
      for (const item of root.querySelectorAll("[data-tr-scene]")) this.scenes.set(item.dataset.trScene, scene(item));
      for (const item of root.querySelectorAll("[data-tr-ending]")) this.endings.set(item.dataset.trEnding, ending(item));
    }

    /** The state in which every play begins. */
    begin() {
      const levels = {};
      for (const name of GAUGES) levels[name] = MIDDLE;
      return this.entered({ at: this.start, flags: new Set(), levels, said: this.said, minutes: 0, heard: new Set() });
    }

    /** The state after a choice, at the next scene or ending. */
    after(state, choice) {
      const levels = {};
      GAUGES.forEach((name, k) => {
        levels[name] = Math.min(Math.max(state.levels[name] + (choice.moves[k] || 0), 0), HIGHEST);
      });
      const heard = new Set(state.heard);
      if (choice.kind === "say") heard.add(YOU);
      return this.entered({
        at: choice.next,
        flags: new Set([...state.flags, ...choice.sets]),
        levels,
        said: { ...state.said, ...choice.says },
        minutes: state.minutes + choice.takes,
        heard,
      });
    }

    /** With whoever speaks where one has come to. */
    entered(state) {
      const spoke = this.turns(state).map((turn) => turn.speaker).filter(Boolean);
      return { ...state, heard: new Set([...state.heard, ...spoke]), speaks: spoke.at(-1) || null };
    }

    turns(state) {
      const here = this.scenes.get(state.at);
      return here ? here.turns.filter((turn) => holds(turn.when, state.flags)) : [];
    }

    choices(state) {
      const here = this.scenes.get(state.at);
      return here ? here.choices.filter((choice) => holds(choice.when, state.flags)) : [];
    }

    /** All states that some way reaches, the shortest way to each. */
    states() {
      const first = this.begin();
      const key = (state) => `${state.at} ${[...state.flags].sort().join(" ")}`;
      const found = new Map([[key(first), first]]);
      for (const state of found.values()) {
        for (const choice of this.choices(state)) {
          const next = this.after(state, choice);
          if (!found.has(key(next))) found.set(key(next), next);
        }
      }
      return [...found.values()];
    }

    /** Where one stands in a scene that one's way had not come by: as after the likest way that does. */
    reach(state, at) {
      const unlike = (other) =>
        [...state.flags].filter((flag) => !other.flags.has(flag)).length + [...other.flags].filter((flag) => !state.flags.has(flag)).length;
      const there = this.states().filter((other) => other.at === at);
      return there.sort((a, b) => unlike(a) - unlike(b))[0] || null;
    }

    /** Play a way from the start, as far as it can be played. */
    play(way) {
      const steps = [];
      let state = this.begin();
      for (const entry of way) {
        const back = entry.startsWith(">") ? entry.slice(1) : null;
        const choice = back ? null : this.choices(state).find((each) => each.id === entry);
        const after = back ? this.scenes.has(back) && this.reach(state, back) : choice && this.after(state, choice);
        if (!after) break;
        steps.push({ before: state, choice, after });
        state = after;
      }
      return { steps, state, ending: this.endings.get(state.at) || null };
    }

    /** The way back to a scene: to one's last visit there, or straight to it. */
    wayBack(way, at) {
      const { steps } = this.play(way);
      const visit = steps.findLastIndex((step) => step.before.at === at);
      return visit < 0 ? [...way, `>${at}`] : way.slice(0, visit);
    }
  }

  function scene(item) {
    return {
      key: item.dataset.trScene,
      minute: item.dataset.trMinute,
      due: item.dataset.trDue === undefined ? null : Number(item.dataset.trDue),
      returned: "trReturned" in item.dataset,
      text: item.querySelector("[data-tr-text]"),
      turns: [...item.querySelectorAll(".tr-turns > li")].map((turn) => ({
        item: turn,
        speaker: turn.dataset.trSpeaker,
        when: turn.dataset.trWhen,
      })),
      choices: [...item.querySelectorAll("[data-tr-choice]")].map(choice),
    };
  }

  function choice(item) {
    const says = {};
    for (const said of item.querySelectorAll("[data-tr-says]")) says[said.dataset.trSays] = said.textContent;
    const label = item.querySelector("[data-tr-label]");
    return {
      id: item.dataset.trChoice,
      next: item.dataset.trNext,
      sets: names(item.dataset.trSets),
      when: item.dataset.trWhen,
      takes: Number(item.dataset.trTakes || 0),
      moves: numbers(item.dataset.trMoves),
      says,
      label,
      kind: item.dataset.trMade,
      then: item.querySelector("[data-tr-then]"),
      comment: item.querySelector("[data-tr-comment]"),
    };
  }

  function ending(item) {
    return {
      key: item.dataset.trEnding,
      repair: item.dataset.trRepair,
      title: item.querySelector("[data-tr-title]"),
      text: item.querySelector("[data-tr-text]"),
      comment: item.querySelector("[data-tr-comment]"),
    };
  }

  // ------------------------------------------------------------------ the room: circle and gauges

  /* The circle is drawn when the site is built; here its chairs only change their state. The
     chairs and the names stand in the picture in the order of the people, the leader first. */
  class Room {
    constructor(root, book) {
      this.book = book;
      this.inside = root.querySelector("[data-tr-room] > svg");
      const returned = root.querySelector("template[data-tr-room-returned]");
      this.returned = returned ? returned.content.querySelector("svg") : this.inside;
      this.names = book.people.map(([, name]) => name);
      this.gauges = root.querySelector(".tr-gauges").parentElement;
    }

    draw(state, before, ending) {
      const here = this.book.scenes.get(state.at);
      const svg = copied((here && here.returned) ? this.returned : this.inside, ending);
      const labels = svg.querySelectorAll(".tr-name");
      const states = this.book.people.map(([key]) => {
        if (key === state.speaks) return "speaks";
        return state.heard.has(key) ? "spoke" : "silent";
      });
      svg.querySelectorAll(".tr-chair").forEach((chair, k) => {
        become(chair, states[k]);
        become(labels[k], states[k]);
        if (states[k] === "speaks") chair.insertAdjacentHTML("beforeend", rays(chair));
      });
      this.name(svg, states, here);
      const figure = made("figure", "tr-circle", svg, made("figcaption", "", ...key()));
      const gauges = copied(this.gauges, ending);
      for (const gauge of gauges.querySelectorAll("[data-tr-gauge]")) {
        const name = gauge.dataset.trGauge;
        gauge.querySelector("svg").outerHTML = line(state.levels[name], before ? before.levels[name] : state.levels[name]);
        gauge.querySelector("span").textContent = state.said[name];
      }
      return made("div", "tr-room", figure, gauges);
    }

    /** Tell what the circle shows, as `pictures/circle.py` does. */
    name(svg, states, here) {
      svg.querySelector("title").textContent = here && here.minute !== undefined
        ? words("The circle at minute {minute}", { minute: here.minute })
        : words("The circle");
      const said = [countWords("{number} chair in a circle.", "{number} chairs in a circle.", states.length)];
      svg.querySelectorAll(".tr-trace + .tr-chair").forEach((chair) => {
        const k = [...svg.querySelectorAll(".tr-chair")].indexOf(chair);
        said.push(words("{name} has moved back from the circle.", { name: this.names[k] }));
      });
      const speaking = states.indexOf("speaks");
      said.push(speaking < 0 ? words("Nobody speaks.") : words("{name} speaks.", { name: this.names[speaking] }));
      const silent = this.names.filter((_, k) => states[k] === "silent").join(", ");
      if (silent) said.push(words("Not yet heard: {names}.", { names: silent }));
      svg.querySelector("desc").textContent = said.join(" ");
    }
  }

  function become(part, state) {
    part.classList.remove("is-silent", "is-spoke", "is-speaks");
    part.classList.add(`is-${state}`);
  }

  /** Three strokes from a chair towards the middle, as `pictures/circle.py` draws them. */
  function rays(chair) {
    const height = Number(chair.querySelector(".tr-seat").getAttribute("height"));
    const [start, end] = [-height / 2 - 7, -height / 2 - 17].map((value) => even(value, 0));
    return [-10, 0, 10].map((x) => `<path class="tr-ray" d="M${x} ${start}L${even(x * 1.6, 0)} ${end}"/>`).join("");
  }

  function key() {
    const said = { speaks: words("speaking"), spoke: words("has spoken"), silent: words("silent so far") };
    return Object.entries(said).flatMap(([state, text]) => [made("span", `tr-key is-${state}`, text), " "]);
  }

  // ------------------------------------------------------------------ pictures: as pictures/*.py draws them

  /** Write a number with so many decimals, as Python does: a tie goes to the even neighbour. */
  function even(value, decimals) {
    const scaled = value * 10 ** decimals;
    const tie = Number.isInteger(value * 2 ** (decimals + 1)) && Math.abs(scaled % 1) === 0.5;
    if (!tie) return value.toFixed(decimals);
    const below = Math.floor(scaled);
    return ((below % 2 === 0 ? below : below + 1) / 10 ** decimals).toFixed(decimals);
  }

  function coordinate(value) {
    const written = even(value, 1).replace(/\.0$/, "");
    return written === "-0" ? "0" : written;
  }

  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
  const escaped = (text) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);

  /** The line of a gauge: a dot, and a ghost where it was. `pictures/gauge.py` */
  function line(level, before) {
    const [at, was] = [level, before].map((each) => 8 + Math.min(Math.max(each, 0), HIGHEST) * 26);
    const moved = at === was ? "" : `<path class="tr-move" d="M${was} 9H${at}"/><circle class="tr-was" cx="${was}" cy="9" r="4"/>`;
    return '<svg class="tr-gauge__line" viewBox="0 0 120 18" aria-hidden="true" focusable="false">'
      + `<path class="tr-line" d="M8 9H112"/>${moved}<circle class="tr-now" cx="${at}" cy="9" r="6"/></svg>`;
  }

  /* How wide words are, without asking the browser: `pictures/lettering.py`, whose widths of
     letters (in thousandths of the size) the page brings along. */
  const [UNKNOWN, IDEOGRAPH] = [850, 1050];
  const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

  class Lettering {
    constructor({ groups, bold, descent }) {
      this.widths = new Map(Object.entries(groups).flatMap(([width, letters]) => [...letters].map((letter) => [letter, Number(width)])));
      this.bold = bold;
      this.descent = descent;
    }

    letter(letter) {
      if (this.widths.has(letter)) return this.widths.get(letter);
      if (/\p{M}/u.test(letter)) return 0;
      if (WIDE.test(letter)) return IDEOGRAPH;
      const plain = [...letter.normalize("NFD")][0];
      return (this.widths.get(plain) ?? UNKNOWN) + (plain === letter ? 0 : 30);
    }

    width(text, size) {
      return [...text].reduce((sum, letter) => sum + this.letter(letter), 0) * size / 1000;
    }

    wrap(text, size, width, most) {
      const lines = [];
      let rest = text.split(/\s+/).filter(Boolean);
      while (rest.length && lines.length < most) {
        let taken = 1;
        while (taken < rest.length && this.width(rest.slice(0, taken + 1).join(" "), size) <= width) taken += 1;
        lines.push(rest.slice(0, taken).join(" "));
        rest = rest.slice(taken);
      }
      if (rest.length) lines.push(`${lines.pop()} ${rest.join(" ")}`);
      return lines.map((each) => this.shorten(each, size, width));
    }

    shorten(text, size, width) {
      if (this.width(text, size) <= width) return text;
      const kept = [...text];
      while (kept.length && this.width(`${kept.join("")}…`, size) > width) kept.pop();
      return `${kept.join("").replace(/[ ,.;:]+$/, "")}…`;
    }
  }

  const [WIDTH, ROW, SIZE, LEADING] = [340, 64, 13, 1.15];

  function label(lines, x, y, classes) {
    const place = `class="${classes}" text-anchor="middle"`;
    if (lines.length === 1) return `<text ${place} x="${coordinate(x)}" y="${coordinate(y)}">${escaped(lines[0])}</text>`;
    const spans = lines.map((each, k) => `<tspan x="${coordinate(x)}" y="${coordinate(y + k * SIZE * LEADING)}">${escaped(each)}</tspan>`);
    return `<text ${place}>${spans.join(" ")}</text>`;
  }

  function disc(classes, [x, y], radius) {
    return `<circle class="${classes}" cx="${coordinate(x)}" cy="${coordinate(y)}" r="${coordinate(radius)}"/>`;
  }

  /** The way taken over the ways not taken. `pictures/way.py`
      Each turning is `{ title, options: [text], chosen }`. */
  function way(turnings, lettering, prefix) {
    const start = [WIDTH / 2, 12];
    let [from, floor, bottom, taken, others, nodes] = [start, start[1], 20, "", "", ""];
    for (const turning of turnings) {
      const column = WIDTH / turning.options.length;
      const y = floor + ROW * 0.6;
      let end = from;
      turning.options.forEach((option, k) => {
        const x = column * (k + 0.5);
        const classes = k === turning.chosen ? " is-chosen" : "";
        const half = (from[1] + y) / 2;
        const points = [[from[0], half], [x, half], [x, y]].map((point) => point.map(coordinate).join(" "));
        const curve = `<path class="tr-way${classes}" d="M${from.map(coordinate).join(" ")}C${points.join(" ")}"/>`;
        const lines = lettering.wrap(option, SIZE * (classes ? lettering.bold : 1), column - 6, 4);
        const below = y + 25 + SIZE * (LEADING * (lines.length - 1) + lettering.descent);
        nodes += disc(`tr-node${classes}`, [x, y], classes ? 9 : 6) + label(lines, x, y + 25, `tr-label${classes}`);
        bottom = Math.max(bottom, below);
        floor = Math.max(floor, below + 4);
        if (classes) [taken, end] = [taken + curve, [x, below + 4]];
        else others += curve;
      });
      from = end;
    }
    const told = turnings.map((turning) => countWords(
      "{title}: you chose {option}; there was no other way.",
      "{title}: you chose {option}, one of {number}.",
      turning.options.length,
    ).replace("{title}", () => turning.title).replace("{option}", () => turning.options[turning.chosen]));
    const title = words("The way you took");
    const view = [0, 0, WIDTH, bottom + 2].map(coordinate).join(" ");
    return `<svg class="tr-pic tr-pic--way" viewBox="${view}" role="img" aria-labelledby="${prefix}-t ${prefix}-d">`
      + `<title id="${prefix}-t">${escaped(title)}</title><desc id="${prefix}-d">${escaped(told.join(" "))}</desc>`
      + `${disc("tr-node is-start", start, 5)}${others}${taken}${nodes}</svg>`;
  }

  trainer.pictures = { ...trainer.pictures, Lettering, gauge: line, way };

  // ------------------------------------------------------------------ playing

  const two = (number) => String(number).padStart(2, "0");
  const time = (minutes) => `${two(Math.floor(minutes / 60) % 24)}:${two(Math.round(minutes) % 60)}`;
  const LONGEST = 30;

  /** The first words of a choice, for the picture of the way. */
  function brief(choice) {
    const whole = choice.label.textContent.trim();
    if ([...whole].length <= LONGEST) return whole;
    let kept = "";
    for (const word of whole.split(/\s+/)) {
      if ([...kept, " ", ...word].length > LONGEST) break;
      kept += `${kept ? " " : ""}${word}`;
    }
    const sentence = /^.{8,}?[.?!:;](?=\s)/u.exec(kept);
    kept = (sentence ? sentence[0] : kept || [...whole].slice(0, LONGEST).join("")).replace(/[\s,.;:–]+$/, "");
    return choice.kind === "say" ? words("{start}…”", { start: kept }) : words("{start}…", { start: kept });
  }

  /** `Minute 16` within a sentence. */
  const inSentence = (title) => (/^\p{Lu}\p{Ll}/u.test(title) ? title[0].toLowerCase() + title.slice(1) : title);

  trainer.define("scenario", class extends Activity {
    enhance() {
      const root = this.querySelector(".tr-book");
      this.book = new Book(root);
      this.room = this.book.people ? new Room(root, this.book) : null;
      this.weather = root.querySelector(".tr-weather");
      this.way = [];
      this.seen = [];
      this.stage = made("div", "tr-play");
      root.replaceWith(this.stage);
      this.draw();
    }

    restore(value) {
      const given = Array.isArray(value && value.path) ? value.path : [];
      const odd = given.findIndex((entry) => typeof entry !== "string");
      const way = odd < 0 ? given : given.slice(0, odd);
      this.seen = Array.isArray(value && value.endings) ? value.endings.filter((each) => this.book.endings.has(each)) : [];
      this.way = way.slice(0, this.book.play(way).steps.length);
      const note = this.querySelector(".tr-past");
      if (note && this.way.length) note.open = true;
      this.draw();
      if (this.way.length < way.length) {
        this.stage.prepend(made("p", "tr-hint", words("This scenario has changed since you played it. You stand where the ways part.")));
      }
    }

    store() {
      this.keep({ path: this.way, endings: this.seen }, this.seen.length ? "attempted" : "visited");
    }

    choose(choice) {
      this.way = [...this.way, choice.id];
      const { ending, steps } = this.book.play(this.way);
      if (ending && !this.seen.includes(ending.key)) this.seen = [...this.seen, ending.key];
      this.store();
      this.draw();
      this.stage.querySelector(".tr-scene.is-last .tr-consequence").focus();
      const told = [this.changed(steps.at(-1)), ending ? words("Where you came out: {title}.", { title: ending.title.textContent }) : ""];
      announce(told.filter(Boolean).join(" "));
    }

    /** The gauges whose words are new, for those who listen. */
    changed({ before, after }) {
      if (!this.room) return "";
      const named = { safety: words("Safety"), focus: words("Focus"), play: words("Play") };
      return GAUGES.filter((name) => before.said[name] !== after.said[name])
        .map((name) => words("{gauge}: {words}.", { gauge: named[name], words: after.said[name] })).join(" ");
    }

    goTo(way) {
      this.way = way;
      this.store();
      this.draw();
      const heading = [...this.stage.querySelectorAll(".tr-scene > h3")].at(-1);
      heading.focus();
      heading.scrollIntoView({ block: "start" });
    }

    // ---------------------------------------------------------------- what is on the page

    draw() {
      const { steps, state, ending } = this.book.play(this.way);
      const talk = made("div", "tr-talk");
      let number = 0;
      steps.forEach((step, k) => {
        if (step.choice) {
          number += 1;
          talk.append(this.step(step.before, k ? steps[k - 1].before : null, step, number, k));
        } else {
          talk.append(made("p", "tr-hint tr-went-back", words("You go back to a place that your way had not come by.")));
        }
      });
      const last = steps.at(-1);
      talk.lastElementChild?.classList.add("is-last");
      if (!ending) talk.append(this.step(state, last ? last.before : null, null, number + 1, steps.length));
      const aside = this.room ? this.room.draw(state, last ? last.before : null, "--now") : null;
      if (aside) aside.classList.add("is-aside");
      this.stage.replaceChildren(made("div", aside ? "tr-scene-grid" : "", ...(aside ? [aside, talk] : [talk])));
      if (ending) this.stage.append(this.end(ending, steps));
      if (this.weather) this.stage.append(this.weather);
    }

    label(state, number) {
      const here = this.book.scenes.get(state.at);
      if (this.book.clock !== null) return time(this.book.clock + state.minutes);
      return here.minute === undefined ? words("Scene {number}", { number }) : words("Minute {number}", { number: here.minute });
    }

    /** One scene: as it was played, or open to a choice. */
    step(state, earlier, played, number, k) {
      const here = this.book.scenes.get(state.at);
      const id = `${this.activity}--step-${k + 1}`;
      const ending = `--${k + 1}`;
      const heading = made("h3", "", this.label(state, number));
      heading.id = id;
      heading.tabIndex = -1;
      const section = made("section", "tr-scene", heading, this.lateness(state, here));
      section.setAttribute("aria-labelledby", id);
      if (this.room) section.append(this.room.draw(state, earlier, ending));
      if (here.text) section.append(copied(here.text, ending));
      const turns = this.book.turns(state).map((turn) => copied(turn.item, ending));
      for (const turn of turns) turn.querySelector(".tr-only")?.remove();
      if (turns.length) section.append(made("ol", "tr-turns", ...turns));
      section.append(...(played ? this.made(state, played, ending) : this.open(state, number)));
      return section;
    }

    lateness(state, here) {
      if (this.book.clock === null || here.due === null) return null;
      const late = Math.round(this.book.clock + state.minutes - here.due);
      const due = words("Due at {time}.", { time: time(here.due) });
      const told = late > 0
        ? countWords("You are {number} minute late.", "You are {number} minutes late.", late)
        : words("You are on time.");
      return made("p", late > 0 ? "tr-clock is-late" : "tr-clock", `${due} ${told}`);
    }

    /** The choices of the scene that one stands in. */
    open(state, number) {
      const first = this.room ? words("You are in the chair. What do you do?") : words("What do you do?");
      const fields = made("fieldset", "tr-choices", made("legend", "", number === 1 ? first : words("And now?")));
      for (const choice of this.book.choices(state)) {
        const silent = choice.kind === "silence" ? " is-silence" : "";
        fields.append(button(`tr-choice${silent}`, unlinked(choice.label), () => this.choose(choice)));
      }
      if (!this.way.length) return [fields];
      const back = button("tr-link", words("Step back"), () => this.goTo(this.way.slice(0, -1)));
      return [fields, made("p", "tr-actions", back)];
    }

    /** What one chose, beside what one did not, and what followed. */
    made(state, { choice, after }, ending) {
      const list = made("ul", "tr-taken");
      for (const each of this.book.choices(state)) {
        const mine = each === choice;
        const item = made("li", each.kind === "silence" ? "is-silence" : "");
        if (mine) item.append(made("span", "tr-sr", words("You chose:"), " "));
        item.append(copied(each.label, ending));
        item.classList.toggle("is-chosen", mine);
        list.append(item);
      }
      const then = this.book.clock === null || !choice.takes
        ? words("Then")
        : words("Then. It is {time}.", { time: time(this.book.clock + after.minutes) });
      const consequence = made("div", "tr-consequence", made("p", "tr-verdict", then), copied(choice.then, ending), copied(choice.comment, ending));
      consequence.tabIndex = -1;
      return [list, consequence];
    }

    // ---------------------------------------------------------------- where one came out

    end(ending, steps) {
      const turned = steps.map((step, k) => ({ ...step, k })).filter((step) => step.choice);
      const titles = turned.map((step, n) => this.label(step.before, n + 1));
      const heading = made("h3", "", ...copied(ending.title, "--end").childNodes);
      heading.id = `${this.activity}--end`;
      const section = made("section", "tr-ending", made("p", "tr-minute-mark", words("Where you came out")), heading);
      section.setAttribute("aria-labelledby", heading.id);
      section.append(copied(ending.text, "--end"), copied(ending.comment, "--end"));
      const mended = this.book.wayBack(this.way, ending.repair);
      const mend = button("tr-button is-plain", this.mending(mended), () => this.goTo(mended));
      const again = button("tr-link", words("Begin again"), () => this.goTo([]));
      section.append(made("p", "tr-actions", mend, again), ...this.others(ending), made("h4", "", words("The way you took, and the ways beside it")), this.map(turned, titles));
      return section;
    }

    mending(way) {
      const { state, steps } = this.book.play(way);
      return words("Go back to {place}, and mend it", { place: inSentence(this.label(state, steps.filter((step) => step.choice).length + 1)) });
    }

    others(ending) {
      const titles = this.seen.filter((key) => key !== ending.key).map((key) => this.book.endings.get(key).title.textContent);
      if (!titles.length) return [];
      return [made("p", "tr-hint", words("You have also come out here: {titles}.", { titles: titles.join("; ") }))];
    }

    map(turned, titles) {
      const turnings = turned.map((step, n) => {
        const options = this.book.choices(step.before);
        return { title: titles[n], options: options.map(brief), chosen: options.indexOf(step.choice) };
      });
      const figure = made("figure", "");
      figure.innerHTML = way(turnings, this.book.lettering, `${this.activity}--way`);
      const list = made("ol", "tr-turning");
      turned.forEach((step, n) => list.append(this.turning(step, titles[n])));
      return made("div", "tr-ending__grid", figure, list);
    }

    turning({ before, choice, k }, title) {
      const rest = this.book.choices(before).filter((each) => each !== choice);
      const ending = `--map-${k + 1}`;
      const item = made("li", "", made("span", "tr-minute-mark", title));
      item.append(made("p", "tr-turning__mine", ...copied(choice.label, ending).childNodes), copied(choice.comment, ending));
      const back = button("tr-link", words("Step back to {place} and try otherwise", { place: inSentence(title) }), () => this.goTo(this.way.slice(0, k)));
      if (rest.length) {
        const list = made("ul", "", ...rest.map((each) =>
          made("li", "", made("p", "", ...copied(each.label, ending).childNodes), copied(each.comment, ending))));
        item.append(made("details", "tr-more", made("summary", "", words("What else one might have done")), list));
      }
      item.append(made("p", "tr-actions", back));
      return item;
    }
  });
})();
