/* Activities in which one writes: what stands in their fields is kept while one types, when one
   leaves a field, and when the page goes. What a learner must know before the first word stands
   below the fields (`kept.html.j2`); without scripts it says that nothing is kept. */
(function () {
  "use strict";

  const { words, announce } = trainer;
  const PAUSE = 250; // milliseconds between two revisions: a browser that dies takes no more with it

  const language = () => {
    const lang = document.documentElement.lang;
    return lang === "en" ? "en-GB" : lang || undefined;
  };
  const hour = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

  /** Say a moment's time of day: 14:02. */
  trainer.time = (at) => new Date(at).toLocaleTimeString(language(), hour);
  /** Say a moment's day: 22 November 2026. */
  trainer.day = (at) => new Date(at).toLocaleDateString(language(), { day: "numeric", month: "long", year: "numeric" });

  /** Offer a text as a file. */
  trainer.saveText = (name, text) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  /** An activity with fields to write in. `enhance` ends with `this.keepsWhatIsWritten()`. */
  trainer.Writing = class extends trainer.Activity {
    /** What to keep; a kind says it. */
    written() { return null; }
    /** Whether enough is written for the activity to count as attempted. */
    hasBegun() {
      return [...this.querySelectorAll("textarea, input[type=text]")].some((field) => field.value.trim());
    }
    /** All of it as text, for somebody whose browser keeps nothing. */
    asText() {
      const parts = [this.section.querySelector(".tr-q").textContent.trim()];
      for (const field of this.querySelectorAll("textarea")) parts.push(field.value.trim());
      return parts.filter(Boolean).join("\n\n") + "\n";
    }

    keepsWhatIsWritten() {
      this.line = this.querySelector(".tr-kept");
      // the store brings back what was written; a browser that does so too would bring back what was erased
      for (const field of this.querySelectorAll("textarea, input, select")) field.autocomplete = "off";
      const soon = () => {
        this.unkept = true;
        // sealing takes a moment, which a page that goes does not have: there each stroke is kept
        if (!this.timer) this.timer = setTimeout(() => this.keepNow(), trainer.store.lock ? 0 : PAUSE);
      };
      const last = () => this.keepNow();
      this.addEventListener("input", soon);
      this.addEventListener("change", soon);
      this.addEventListener("focusout", (event) => {
        const changed = (this.unkept || this.keptHere) && event.target.matches("textarea, input[type=text]");
        this.keptHere = false;
        this.keepNow().then(() => { if (changed) announce(this.keptWords()); });
      });
      // somebody was quicker than this script
      if ([...this.querySelectorAll("textarea, input[type=text]")].some((field) => field.value !== field.defaultValue)) soon();
      addEventListener("pagehide", last);
      document.addEventListener("visibilitychange", () => { if (document.hidden) last(); });
      trainer.store.promise().then((promise) => this.promised(promise));
      trainer.store.addEventListener?.("leave", (event) => { if (this.unkept) event.preventDefault(); });
      trainer.store.addEventListener?.("promise", (event) => this.promised(event.detail));
      trainer.store.addEventListener?.("change", ({ detail }) => {
        if (detail.elsewhere && (detail.activity === this.activity || detail.activity === null)) this.lookAgain();
      });
    }

    promised(promise) {
      this.line.querySelector("[data-tr-storage-words]").textContent = promise.words;
      this.offered?.remove();
      this.offered = null;
      if (promise.locked) this.shut();
      if (promise.keeps || promise.locked) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "tr-link";
      button.textContent = words("Save as text");
      button.addEventListener("click", () => trainer.saveText(`${this.activity}.txt`, this.asText()));
      // before the word that comes and goes, so that it never moves away under a finger
      this.line.querySelector("[data-tr-kept]").before(button, " ");
      this.offered = button;
    }

    /** Locked: nothing can be written over what cannot be read. */
    shut() {
      for (const field of this.querySelectorAll("textarea, input, select")) field.disabled = true;
      const link = document.createElement("a");
      link.className = "tr-link";
      link.textContent = words("Open it in “Yours”");
      const yours = document.querySelector("[data-tr-yours]");
      if (yours) link.href = `${yours.href}#lock`;
      this.line.querySelector("[data-tr-kept]").replaceChildren(link);
    }

    // ---------------------------------------------------------------- two windows, two devices

    take(record) {
      const late = (this.unkept || this.wrote) && record && !record.sealed; // its field is taken: lay it beside
      super.take(record);
      if (late) trainer.store.unsee?.(this.activity, record.heads);
      this.showOthers(late ? [record, ...record.others] : record?.others ?? []);
    }
    /** Another window has written here: show it, or lay it beside what is being written. */
    async lookAgain() {
      const idle = !this.unkept && !this.wrote && !this.contains(document.activeElement);
      const record = idle ? await trainer.store.read(this.activity) : trainer.merge.newest(await trainer.store.history(this.activity));
      if (!record) return;
      if (idle) this.take(record);
      else this.showOthers([record, ...record.others].filter((other) => !other.id.startsWith(`${trainer.store.tab}-`) && other.text !== this.textNow()));
    }
    /** Texts of mine from elsewhere that differ from this one; they stay until I have taken what I need. */
    showOthers(others) {
      this.section.querySelector(":scope [data-tr-told=others]")?.remove();
      const texts = others.filter((other) => !other.sealed && other.text);
      if (!texts.length) return;
      const box = document.createElement("div");
      box.className = "tr-told tr-others";
      box.dataset.trTold = "others";
      for (const other of texts) {
        const line = document.createElement("p");
        line.textContent = words("You also wrote this, in another window or on another device, on {day} at {time}:",
          { day: trainer.day(other.at), time: trainer.time(other.at) });
        const text = document.createElement("blockquote");
        text.textContent = other.text;
        box.append(line, text);
      }
      const button = document.createElement("button");
      button.type = "button";
      button.className = "tr-link";
      button.textContent = words("I have taken what I need from it");
      button.addEventListener("click", () => {
        trainer.store.see(this.activity, texts.map((other) => trainer.merge.base(other.id)));
        box.remove();
        this.unkept = true;
        this.keepNow();
      });
      box.append(button);
      this.before(box);
    }

    /** What is written, as text under its prompt. */
    textNow() {
      const text = this.asText().trim();
      return text.startsWith(this.prompt) ? text.slice(this.prompt.length).trim() : text;
    }
    beside(value) {
      const record = { private: true, kind: this.section.dataset.trKind, value, text: this.textNow() };
      return trainer.merge.writes(record) ? { private: true, text: record.text } : { private: true };
    }

    /** Keep now what has changed since the last time. */
    keepNow() {
      clearTimeout(this.timer);
      this.timer = 0;
      if (!this.unkept) return Promise.resolve();
      this.unkept = false;
      this.wrote = true;
      this.attempted = this.attempted || this.hasBegun();
      return this.keep(this.written(), this.attempted ? "attempted" : "visited").then(
        (kept) => {
          this.keptHere = true;
          if (kept.here) this.say(words("On this page only."));
          else this.showKept(kept.at);
        },
        () => { this.unkept = true; this.say(words("This could not be kept. Copy it to a safe place.")); });
    }

    /** Say when it was kept. */
    showKept(at) {
      const today = trainer.day(at) === trainer.day(Date.now());
      const values = { day: trainer.day(at), time: trainer.time(at) };
      this.say(today ? words("Kept at {time}.", values) : words("Kept on {day} at {time}.", values));
    }
    say(text) { this.line.querySelector("[data-tr-kept]").textContent = text; }
    keptWords() { return this.line.querySelector("[data-tr-kept]").textContent; }

    /** A kind's `restore` calls this first; false means that one has begun to write meanwhile. */
    mayRestore(record) {
      this.attempted = record.state === "attempted";
      if (this.unkept || this.wrote) return false;
      this.showKept(record.at);
      return true;
    }
  };
})();
