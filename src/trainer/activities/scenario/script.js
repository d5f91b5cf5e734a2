/* A scenario, played: the numbered scenes of the page become one way through them.
   What is kept is the way (ids of choices; `>scene` where one went back to a scene that the
   way had not come by) and the endings seen. Everything shown is worked out from it. */
(function () {
  "use strict";

  const { Activity, announce, button, copied, countWords, made, unlinked, words } = trainer;
  const { Book, GAUGES, Room } = trainer.scenario;
  const { way } = trainer.pictures;
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
