/* A question. Opening an answer is choosing it; the first is noted, and the others may be read.
   Kept: { mine, seen, open: words of options, settled: whether one is done choosing }. */
(function () {
  "use strict";

  const { words, made, button } = trainer;

  trainer.define("question", class extends trainer.Activity {
    enhance() {
      this.several = this.querySelector(".tr-options").classList.contains("is-several");
      this.hint = this.querySelector("[data-tr-hint]");
      this.options = [...this.querySelectorAll(".tr-option")].map((box) => ({
        box,
        summary: box.querySelector("summary"),
        words: box.querySelector("[data-tr-words]").textContent.trim(),
      }));
      Object.assign(this, { mine: [], seen: [], settled: false });
      for (const option of this.options) {
        option.summary.addEventListener("click", () => this.turned(option, !option.box.open));
      }
    }

    /** Somebody opens or closes an answer; the browser does it a moment later. */
    turned(option, opens) {
      if (opens && !this.seen.includes(option.words)) {
        this.seen.push(option.words);
        if (!this.settled) this.mine.push(option.words);
        if (!this.several || this.seen.length === this.options.length) this.settled = true;
      }
      this.show();
      const open = this.options.filter((each) => (each === option ? opens : each.box.open && (this.several || !opens)));
      this.keep({ mine: this.mine, seen: this.seen, settled: this.settled, open: open.map((each) => each.words) });
    }

    /** Show what is noted: my choice, and what I have read. */
    show() {
      const mark = this.several ? words("Your choice") : words("Your first choice");
      for (const option of this.options) {
        option.box.classList.toggle("is-seen", this.seen.includes(option.words));
        const marked = option.summary.querySelector(".tr-mine");
        if (!marked && this.mine.includes(option.words)) {
          option.summary.append(made("span", "tr-mine", mark));
        }
      }
      if (this.settled) this.hint.textContent = words("Your choice is noted. Open the others if you like.");
      if (this.several) this.offerTheOthers();
    }

    /** Where several may be chosen: from when on opening an answer is only reading it. */
    offerTheOthers() {
      if (this.settled || !this.mine.length) {
        this.offer?.remove();
        this.offer = null;
      } else if (!this.offer) {
        this.offer = made("p", "tr-actions",
          button("tr-button is-plain", words("I have chosen. Now the others"), () => this.settle()));
        this.append(this.offer);
      }
    }

    settle() {
      this.settled = true;
      this.show();
      this.options.find((option) => !this.seen.includes(option.words)).summary.focus();
      const open = this.options.filter((option) => option.box.open);
      this.keep({ mine: this.mine, seen: this.seen, settled: true, open: open.map((option) => option.words) });
    }

    restore({ mine, seen, settled, open }) {
      Object.assign(this, { mine, seen, settled });
      for (const option of this.options) option.box.open = open.includes(option.words);
      this.show();
    }
  });
})();
