/* A sheet to fill in: kept while one writes, how much room is left is said when it grows little,
   and it prints empty or, when asked, with what was written. Kept: { fields: { id: value } }. */
(function () {
  "use strict";

  const { words, countWords, announce, made, button } = trainer;
  const LITTLE = 0.2; // of the room: from here on one is told how much is left

  trainer.define("form", class extends trainer.Writing {
    enhance() {
      this.keeps = !this.querySelector("[data-tr-unkept]");
      this.fields = [...this.querySelectorAll("[data-tr-field]")].map((box) => ({
        id: box.dataset.trField,
        label: box.querySelector("label, legend").textContent.trim(),
        inputs: [...box.querySelectorAll("input, textarea")],
      }));
      for (const { inputs: [input] } of this.fields) {
        if (input.maxLength > 0) this.watchRoom(input);
      }
      this.offerPaper();
      this.keepsWhatIsWritten();
    }

    // ---------------------------------------------------------------- values

    valueOf({ inputs }) {
      const [input] = inputs;
      if (input.type === "checkbox") return input.checked;
      if (input.type === "radio") return this.optionOf(inputs.find((each) => each.checked));
      return input.value;
    }
    optionOf(input) { return input ? input.closest("label").textContent.trim() : ""; }

    fill({ inputs }, value) {
      const [input] = inputs;
      if (input.type === "checkbox") input.checked = value === true;
      else if (input.type === "radio") for (const each of inputs) each.checked = this.optionOf(each) === value;
      else input.value = value ?? "";
    }

    get values() { return Object.fromEntries(this.fields.map((field) => [field.id, this.valueOf(field)])); }
    hasBegun() { return Object.values(this.values).some((value) => value === true || (value && value.trim())); }
    written() { return { fields: this.keeps ? this.values : {} }; }

    asText() {
      const lines = this.fields.map((field) => {
        const value = this.valueOf(field);
        return `${field.label}\n${value === true ? words("Yes") : value === false ? words("No") : value}`;
      });
      return [this.section.querySelector(".tr-q").textContent.trim(), ...lines].join("\n\n") + "\n";
    }

    restore({ fields }, record) {
      if (!this.mayRestore(record)) return;
      for (const field of this.fields) {
        if (field.id in fields) this.fill(field, fields[field.id]);
      }
    }

    promised(promise) {
      super.promised(this.keeps ? promise : { keeps: false,
        words: words("What you write here is not kept: print it before you leave.") });
    }
    showKept(at) { if (this.keeps) super.showKept(at); }

    // ---------------------------------------------------------------- room

    watchRoom(input) {
      const line = made("span", "tr-left");
      line.id = `${input.id}-left`;
      line.hidden = true;
      input.after(line);
      let said = "";
      const tell = () => {
        const left = input.maxLength - input.value.length;
        line.hidden = left > input.maxLength * LITTLE;
        line.classList.toggle("is-full", left === 0);
        line.textContent = left ? countWords("Room for {number} more character", "Room for {number} more characters", left)
          : words("There is no more room here.");
        return line.hidden ? "" : line.textContent;
      };
      let timer;
      input.addEventListener("input", () => {
        const now = tell();
        clearTimeout(timer);
        // politely: when the typing pauses
        timer = setTimeout(() => { if (now && now !== said) announce(said = now); }, 1000);
      });
    }

    // ---------------------------------------------------------------- paper

    offerPaper() {
      this.querySelector("[data-tr-paper]").replaceWith(made("p", "tr-actions",
        button("tr-button is-plain", words("Print the empty sheet"), () => this.print(false)),
        button("tr-button is-plain", words("Print with what I wrote"), () => this.print(true))));
    }

    /** Print this sheet alone; what was written goes onto it only if that was asked for. */
    print(filled) {
      const sheet = this.section.querySelector(".tr-sheet");
      sheet.classList.toggle("is-filled", filled);
      for (const field of this.fields) {
        const place = sheet.querySelector(`[data-tr-sheet="${field.id}"]`);
        const value = filled ? this.valueOf(field) : "";
        const written = place.querySelector("[data-tr-written]");
        if (written) written.textContent = value;
        const boxes = [...place.querySelectorAll(".tr-box")];
        boxes.forEach((box, at) => box.classList.toggle("is-ticked",
          value === true || (value !== "" && field.inputs[at].type === "radio" && this.optionOf(field.inputs[at]) === value)));
      }
      this.section.classList.add("is-printing");
      document.documentElement.classList.add("tr-prints-one");
      addEventListener("afterprint", () => this.unprint(sheet), { once: true });
      window.print();
    }

    unprint(sheet) {
      this.section.classList.remove("is-printing");
      document.documentElement.classList.remove("tr-prints-one");
      sheet.classList.remove("is-filled");
      for (const written of sheet.querySelectorAll("[data-tr-written]")) written.textContent = "";
      for (const box of sheet.querySelectorAll(".is-ticked")) box.classList.remove("is-ticked");
    }
  });
})();
