/* Rating: what one chooses is kept as a draft; a button dates it and lays it beside the earlier
   ones, of this activity and of those that take the same rows.
   Kept: { draft: { marks, examples }, occasions: [{ at, marks, examples }] }, by the ids of rows. */
(function () {
  "use strict";

  const { words, countWords, made, button } = trainer;
  const NONE = "none";
  const MOST_DAYS_ABREAST = 3;

  /** A drawing of ours as an element. */
  function drawn(svg) {
    const holder = document.createElement("template");
    holder.innerHTML = svg;
    return holder.content.firstChild;
  }

  trainer.define("rate", class extends trainer.Writing {
    enhance() {
      this.list = this.querySelector(".tr-rows");
      this.family = this.list.dataset.trFamily.trim().split(/\s+/);
      this.rows = [...this.list.querySelectorAll("[data-tr-row]")].map((box) => ({
        id: box.dataset.trRow,
        words: box.querySelector("[data-tr-words]").textContent.trim(),
        choices: [...box.querySelectorAll("input")],
        example: box.querySelector("textarea"),
      }));
      const [row] = this.rows;
      const labels = row.choices.map((choice) => [choice.value, choice.closest("label").textContent.trim()]);
      this.labels = new Map(labels);
      this.scale = labels.map(([value]) => value).filter((value) => value !== NONE);
      this.occasions = [];
      this.elsewhere = []; // of the other activities with these rows
      this.classList.add("is-live");
      this.hints = [...this.querySelectorAll(".tr-hint")];
      this.draw();
      this.keepsWhatIsWritten();
      this.addEventListener("change", () => this.show());
      Promise.all(this.family.filter((id) => id !== this.activity).map((id) => trainer.store.read(id))).then((records) => {
        this.elsewhere = records.flatMap((record) => record?.value?.occasions ?? []);
        this.show();
      });
      this.rates = true;
      this.show();
    }

    draw() {
      this.note = made("p", "tr-note-line");
      this.keepIt = button("tr-button", words("Keep this rating"), () => this.keepRating());
      this.again = button("tr-button is-plain", words("Rate again"), () => this.rateAgain({ marks: {}, examples: {} }));
      this.change = button("tr-button is-plain", words("Change this rating"), () => this.changeLast());
      this.daysBefore = made("p", "tr-hint");
      this.over = made("section", "tr-over-time");
      this.list.before(this.daysBefore);
      this.list.after(this.over, made("div", "tr-actions", this.keepIt, this.again, this.change, this.note));
      if (!this.labels.has(NONE)) this.rows.forEach((row) => this.letClear(row));
    }

    /** Where nothing stands for “cannot say”, a choice can be taken back. */
    letClear(row) {
      const clear = button("tr-link", words("Leave it open"), () => {
        for (const choice of row.choices) choice.checked = false;
        row.choices[0].focus();
        row.choices[0].dispatchEvent(new Event("change", { bubbles: true }));
      });
      clear.setAttribute("aria-label", `${words("Leave it open")}: ${row.words}`);
      row.clear = clear;
      row.choices[0].closest(".tr-scale").append(clear);
    }

    // ---------------------------------------------------------------- the form

    get draft() {
      const marks = {};
      const examples = {};
      for (const row of this.rows) {
        const chosen = row.choices.find((choice) => choice.checked);
        if (chosen) marks[row.id] = chosen.value;
        if (row.example?.value.trim()) examples[row.id] = row.example.value;
      }
      return { marks, examples };
    }
    set draft({ marks, examples }) {
      for (const row of this.rows) {
        for (const choice of row.choices) choice.checked = marks[row.id] === choice.value;
        if (row.example) row.example.value = examples[row.id] ?? "";
      }
    }

    show() {
      const { marks, examples } = this.draft;
      for (const each of [this.list, ...this.hints]) each.hidden = !this.rates;
      this.keepIt.hidden = this.note.hidden = !this.rates;
      this.again.hidden = this.change.hidden = this.over.hidden = this.rates;
      for (const row of this.rows) if (row.clear) row.clear.hidden = !(row.id in marks);
      const earlier = [...this.occasions, ...this.elsewhere].map((each) => trainer.day(each.at));
      this.daysBefore.hidden = !this.rates || !earlier.length;
      this.daysBefore.textContent = words("Earlier ratings are kept ({days}). You see them beside this one when you have kept it.",
        { days: [...new Set(earlier)].join(", ") });
      this.note.textContent = this.noted(marks, examples);
      if (!this.rates) this.showOverTime();
    }

    /** What is still open, without a reproach. */
    noted(marks, examples) {
      const open = this.rows.filter((row) => !(row.id in marks)).length;
      const bare = this.rows.filter((row) => row.example && (marks[row.id] ?? NONE) !== NONE && !(row.id in examples)).length;
      const said = [];
      if (open && open < this.rows.length) said.push(countWords("{number} row is open.", "{number} rows are open.", open));
      if (bare) said.push(countWords("{number} rating has no example yet.", "{number} ratings have no example yet.", bare));
      return said.join(" ");
    }

    // ---------------------------------------------------------------- what one does

    keepRating() {
      const { marks, examples } = this.draft;
      if (!Object.keys(marks).length) {
        this.note.textContent = words("Choose something in one row at least.");
        trainer.announce(this.note.textContent);
        return;
      }
      this.occasions.push({ at: new Date().toISOString(), marks, examples });
      this.draft = { marks: {}, examples: {} };
      this.rates = false;
      this.unkept = true;
      this.keepNow();
      this.show();
      this.over.querySelector("h3").focus();
    }

    rateAgain(draft) {
      this.draft = draft;
      this.rates = true;
      this.unkept = true;
      this.keepNow();
      this.show();
      this.rows[0].choices[0].focus();
    }
    changeLast() { this.rateAgain(this.occasions.pop()); }

    hasBegun() { return this.occasions.length > 0; }
    written() { return { draft: this.draft, occasions: this.occasions }; }

    restore({ draft, occasions }, record) {
      if (!this.mayRestore(record)) return;
      this.occasions = occasions;
      this.draft = draft;
      this.rates = !occasions.length || Object.keys({ ...draft.marks, ...draft.examples }).length > 0;
      this.show();
    }

    asText() {
      const all = [...this.occasions, ...(this.rates ? [{ at: new Date().toISOString(), ...this.draft }] : [])];
      const told = all.map((occasion) => [trainer.day(occasion.at), ...this.rows.map((row) => {
        const mark = this.labels.get(occasion.marks[row.id]) ?? words("open");
        const example = occasion.examples[row.id];
        return `${row.words}: ${mark}${example ? "\n  " : ""}${example ?? ""}`;
      })].join("\n"));
      return [this.section.querySelector(".tr-q").textContent.trim(), ...told].join("\n\n") + "\n";
    }

    // ---------------------------------------------------------------- over time

    showOverTime() {
      const all = [...this.elsewhere, ...this.occasions].sort((one, other) => (one.at < other.at ? -1 : 1));
      const days = all.map((each) => trainer.day(each.at));
      const occasions = all.map((each, place) => ({
        ...each,
        label: days.filter((day) => day === days[place]).length > 1
          ? words("{day}, {time}", { day: days[place], time: trainer.time(each.at) }) : days[place],
        values: this.rows.map((row) => {
          const step = this.scale.indexOf(each.marks[row.id]);
          return step < 0 ? null : step;
        }),
      }));
      const title = made("h3", "", words("How you saw it"));
      title.id = `${this.activity}--over-time`;
      title.tabIndex = -1;
      this.over.setAttribute("aria-labelledby", title.id);
      this.over.replaceChildren(title, ...this.pictured(occasions), this.tableOf(occasions), ...this.examplesOf(occasions));
    }

    pictured(occasions) {
      if (this.rows.length < 3) return [];
      const scale = this.scale.map((value) => this.labels.get(value));
      const svg = trainer.drawings.radar(this.rows.map((row) => row.words), occasions,
        { title: this.section.querySelector(".tr-q").textContent.trim(), prefix: `${this.activity}--radar`, scale });
      const key = [made("span", "tr-key is-now", occasions.at(-1).label), " "];
      if (occasions.length > 1) key.push(made("span", "tr-key is-then", occasions[0].label), " ");
      key.push(made("span", "", words("middle: {least}; rim: {most}", { least: scale[0], most: scale.at(-1) })));
      return [made("figure", "tr-radar", drawn(svg), made("figcaption", "", ...key))];
    }

    tableOf(occasions) {
      const several = occasions.length > 1;
      const caption = made("caption", "", several
        ? words("{first} to {last}", { first: occasions[0].label, last: occasions.at(-1).label }) : occasions[0].label);
      const head = made("tr", "", made("th", "", words("What was rated")));
      if (several) head.append(made("th", "tr-comp__line", words("Over time")));
      head.append(...[...occasions].reverse().map((each) => made("th", "", each.label)));
      for (const cell of head.children) cell.scope = "col";
      const body = made("tbody", "", ...this.rows.map((row, place) => this.rowOf(row, place, occasions, several)));
      const table = made("table", several ? "tr-comp is-several" : "tr-comp", caption, made("thead", "", head), body);
      return made("div", occasions.length > MOST_DAYS_ABREAST ? "tr-table-wrap is-many" : "tr-table-wrap", table);
    }

    rowOf(row, place, occasions, several) {
      const count = made("span", "tr-comp__n", String(place + 1));
      const name = made("th", "", count, row.words);
      name.scope = "row";
      const line = several
        ? [made("td", "", drawn(trainer.drawings.spark(occasions.map((each) => each.values[place]), this.scale.length - 1)))] : [];
      const cells = [...occasions].reverse().map((each) => {
        const cell = made("td", each === occasions.at(-1) ? "is-latest" : "", this.labels.get(each.marks[row.id]) ?? words("open"));
        cell.dataset.trDay = each.label;
        return cell;
      });
      return made("tr", "", name, ...line, ...cells);
    }

    examplesOf(occasions) {
      const told = occasions.filter((each) => Object.keys(each.examples).length).reverse();
      if (!told.length) return [];
      const lists = told.flatMap((each) => [made("h4", "", each.label),
        made("dl", "tr-noted", ...this.rows.filter((row) => row.id in each.examples).flatMap((row) =>
          [made("dt", "", `${row.words}: ${this.labels.get(each.marks[row.id]) ?? words("open")}`), made("dd", "", each.examples[row.id])]))]);
      return [made("details", "tr-more", made("summary", "", words("The examples that you noted")), ...lists)];
    }
  });
})();
