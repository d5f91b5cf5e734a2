/* A case in stages, here and on its own page: the next stage waits with its question until the one
   before has been opened. What is kept is how many stages stand open. */
(function () {
  "use strict";
  const { Activity, countWords, made } = trainer;

  trainer.define("vignette", class extends Activity {
    enhance() {
      this.stages = [...this.querySelectorAll(".tr-stage")];
      this.after = [...this.querySelectorAll(".tr-stage-end,.tr-facilitator")];
      this.left = made("p", "tr-stages-left");
      this.stages.at(-1)?.after(this.left);
      for (const stage of this.stages) {
        const closed = stage.querySelector("[data-tr-stage]");
        if (!closed) continue;
        closed.addEventListener("toggle", () => {
          if (!closed.open || stage.trOpened) return;
          stage.trOpened = true;
          this.arrange();
          this.keep({ opened: this.opened() }, this.opened() === this.stages.length ? "attempted" : "visited");
        });
      }
      this.arrange();
    }

    restore(value) {
      const opened = Math.min(Number(value && value.opened) || 0, this.stages.length);
      for (const stage of this.stages.slice(0, opened)) {
        const closed = stage.querySelector("[data-tr-stage]");
        stage.trOpened = true;
        if (closed) closed.open = true;
      }
      const note = this.querySelector(".tr-past");
      if (note && opened) note.open = true;
      this.arrange();
    }

    /** How many stages stand open: those that were opened, and those that never were closed. */
    opened() {
      const closed = this.stages.findIndex((stage) => stage.querySelector("[data-tr-stage]") && !stage.trOpened);
      return closed < 0 ? this.stages.length : closed;
    }

    arrange() {
      const opened = this.opened();
      this.stages.forEach((stage, k) => stage.classList.toggle("is-later", k > opened));
      for (const part of this.after) part.classList.toggle("is-later", opened < this.stages.length);
      const left = this.stages.length - opened - 1;
      this.left.textContent = left > 0 ? countWords("After this, one more part.", "After this, {number} more parts.", left) : "";
      this.left.hidden = left <= 0;
    }
  });
})();
