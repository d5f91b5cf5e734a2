/* Saying it otherwise. One's own words are kept while one writes, and stand above the models
   once these are open. Kept: { said: [{ remark, words }], open: remarks whose models are open, compared }. */
(function () {
  "use strict";

  const { words, made } = trainer;

  trainer.define("rephrase", class extends trainer.Writing {
    enhance() {
      this.remarks = [...this.querySelectorAll(".tr-remarks>li")].map((item) => ({
        words: item.querySelector("[data-tr-words]").textContent.trim(),
        field: item.querySelector("textarea"),
        models: item.querySelector("details"),
      }));
      this.compare = this.querySelector(".tr-compare");
      for (const remark of this.remarks) {
        remark.models.addEventListener("toggle", () => this.showMine(remark));
        remark.field.addEventListener("input", () => this.showMine(remark));
        this.whenOpened(remark.models, () => {
          if (this.remarks.every((each) => each === remark || each.models.open)) this.compare.open = true;
        });
      }
      this.whenOpened(this.compare, () => {});
      this.keepsWhatIsWritten();
    }

    /** A click on a summary comes before the browser opens or closes what it belongs to. */
    whenOpened(details, act) {
      details.querySelector("summary").addEventListener("click", () => {
        if (!details.open) act();
        this.unkept = true;
        setTimeout(() => this.keepNow());
      });
    }

    /** Put one's own words above the models. */
    showMine(remark) {
      const list = remark.models.querySelector("ul");
      list.querySelector(".is-mine")?.remove();
      const mine = remark.field.value.trim();
      if (!mine || !remark.models.open) return;
      list.prepend(made("li", "is-mine", made("b", "", words("Yours")), made("span", "", mine)));
    }

    hasBegun() { return super.hasBegun() || this.remarks.some((remark) => remark.models.open); }

    written() {
      return {
        said: this.remarks.map((remark) => ({ remark: remark.words, words: remark.field.value })),
        open: this.remarks.filter((remark) => remark.models.open).map((remark) => remark.words),
        compared: this.compare.open,
      };
    }

    asText() {
      const said = this.remarks.map((remark) => `${remark.words}\n${remark.field.value.trim()}`);
      return [this.section.querySelector(".tr-q").textContent.trim(), ...said].join("\n\n") + "\n";
    }

    restore({ said, open, compared }, record) {
      if (!this.mayRestore(record)) return;
      for (const remark of this.remarks) {
        remark.field.value = said.find((each) => each.remark === remark.words)?.words ?? "";
        remark.models.open = open.includes(remark.words);
        this.showMine(remark);
      }
      this.compare.open = compared;
    }
  });
})();
