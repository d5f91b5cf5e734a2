/* Reflection: kept while one writes; what one wrote earlier stands beside it. Kept: { text }. */
(function () {
  "use strict";

  const { words } = trainer;

  trainer.define("reflect", class extends trainer.Writing {
    enhance() {
      this.field = this.querySelector("textarea");
      const earlier = this.querySelector("[data-tr-earlier]");
      if (earlier) trainer.store.read(earlier.dataset.trEarlier).then((record) => this.showEarlier(earlier, record));
      this.keepsWhatIsWritten();
    }

    showEarlier(place, record) {
      const text = record?.value?.text?.trim();
      const line = document.createElement("p");
      if (text) {
        place.classList.add("has-words");
        place.querySelector(".tr-label").textContent = words("What you wrote on {day}", { day: trainer.day(record.at) });
        line.className = "tr-earlier__text";
        line.textContent = text;
      } else {
        line.className = "tr-earlier__none";
        line.textContent = words("Nothing of yours is kept there.");
      }
      place.append(line);
    }

    written() { return { text: this.field.value }; }

    restore({ text }, record) {
      if (this.mayRestore(record)) this.field.value = text;
    }
  });
})();
