/* Practising: a timer that does not startle. It begins when asked, can be paused and stopped,
   makes no sound unless asked, says politely that the time of a step is over, and then waits for
   the people in the room. Kept: { step, spent: seconds of it, done }. */
(function () {
  "use strict";

  const { words, announce, made, button } = trainer;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");


  trainer.define("practise", class extends trainer.Activity {
    enhance() {
      this.steps = [...this.querySelectorAll("[data-tr-steps]>li")].map((item) => ({
        item, seconds: Number(item.dataset.trSeconds), words: item.querySelector("[data-tr-words]").textContent.trim(),
      }));
      Object.assign(this, { step: 0, spent: 0, since: null, over: false, begun: false });
      this.draw();
      this.show();
      addEventListener("pagehide", () => { if (this.since !== null) this.keepPlace(); });
    }

    draw() {
      this.now = made("p", "tr-timer__now");
      this.left = made("p", "tr-timer__left");
      this.bar = made("span");
      const bar = made("div", "tr-timer__bar", this.bar);
      bar.setAttribute("aria-hidden", "true");
      this.go = button("tr-button", "", () => this.goOrPause());
      this.following = button("tr-button is-plain", "", () => this.goTo(this.step + 1));
      this.stop = button("tr-button is-plain", words("Stop"), () => this.stopAll());
      const tone = made("input");
      tone.type = "checkbox";
      tone.addEventListener("change", () => { this.sound = tone.checked ? this.sound || new AudioContext() : null; });
      this.timer = made("div", "tr-timer", this.now, this.left, bar,
        made("p", "tr-actions", this.go, this.following, this.stop),
        made("label", "tr-tone", tone, words("A quiet tone when the time of a step is over")));
      this.timer.setAttribute("role", "group");
      this.timer.setAttribute("aria-label", words("Timer"));
      this.querySelector("[data-tr-steps]").after(this.timer);
      this.done = made("p", "tr-done");
      this.append(this.done);
    }

    /** Seconds spent on the step so far. */
    get elapsed() { return this.spent + (this.since === null ? 0 : (Date.now() - this.since) / 1000); }
    get last() { return this.step === this.steps.length - 1; }

    show() {
      const step = this.steps[this.step];
      const place = made("b", "", words("Step {number} of {total}", { number: this.step + 1, total: this.steps.length }));
      this.now.replaceChildren(place, ` ${step.words}`);
      for (const [at, each] of this.steps.entries()) {
        const now = this.begun && at === this.step;
        each.item.classList.toggle("is-now", now);
        each.item.classList.toggle("is-past", this.begun && at < this.step);
        if (now) each.item.setAttribute("aria-current", "step");
        else each.item.removeAttribute("aria-current");
      }
      this.go.textContent = this.since !== null ? words("Pause") : this.begun ? words("Go on") : words("Start");
      this.go.hidden = this.over;
      this.following.textContent = words("Next step");
      this.following.hidden = this.last || !this.begun;
      this.following.classList.toggle("is-plain", !this.over);
      this.stop.hidden = !this.begun;
      this.showDone();
      this.showTime();
    }

    showTime() {
      const { seconds } = this.steps[this.step];
      const left = Math.max(0, Math.ceil(seconds - this.elapsed));
      // asked for less motion: whole minutes, and the bar in quarters
      const shown = calm.matches ? Math.ceil(left / 60) * 60 : left;
      const told = words("{minutes}:{seconds}", { minutes: Math.floor(shown / 60), seconds: String(shown % 60).padStart(2, "0") });
      this.left.textContent = this.over ? words("The time for this step is over.")
        : calm.matches && this.begun && left <= 60 ? words("Less than a minute") : told;
      const share = Math.min(1, this.elapsed / seconds);
      this.bar.style.inlineSize = `${(calm.matches ? Math.floor(share * 4) / 4 : share) * 100}%`;
    }

    showDone() {
      if (this.doneAt) {
        this.done.textContent = words("You did this on {day}.", { day: trainer.day(this.doneAt) });
      } else if (!this.done.firstChild) {
        this.done.append(button("tr-link", words("We have done this"), () => {
          this.finish();
          this.done.tabIndex = -1;
          this.done.focus();
        }));
      }
    }

    // ---------------------------------------------------------------- what one does

    goOrPause() {
      if (this.since === null) {
        this.run();
        announce(words("Step {number} of {total}: {step}", { number: this.step + 1, total: this.steps.length, step: this.steps[this.step].words }));
      } else {
        this.rest();
        announce(words("Paused."));
      }
      this.show();
      this.keepPlace();
    }

    run() {
      this.begun = true;
      this.since = Date.now();
      this.ticking = setInterval(() => this.tick(), 1000);
    }
    rest() {
      this.spent = this.elapsed;
      this.since = null;
      clearInterval(this.ticking);
    }

    tick() {
      if (this.elapsed < this.steps[this.step].seconds) {
        this.showTime();
        return;
      }
      this.rest();
      this.over = true;
      this.spent = this.steps[this.step].seconds;
      const held = document.activeElement === this.go;
      this.show();
      // the focus stays with the timer when the button that had it goes
      if (held) (this.last ? this.stop : this.following).focus({ preventScroll: true });
      this.tone();
      if (this.last) {
        announce(words("The time for the last step is over. Now talk about it."));
        this.finish();
      } else {
        announce(words("The time for this step is over. Go on when you are ready."));
        this.keepPlace();
      }
    }

    goTo(step) {
      this.rest();
      Object.assign(this, { step, spent: 0, over: false });
      this.run();
      this.show();
      announce(words("Step {number} of {total}: {step}", { number: step + 1, total: this.steps.length, step: this.steps[step].words }));
      this.keepPlace();
      this.go.focus({ preventScroll: true });
    }

    stopAll() {
      this.rest();
      Object.assign(this, { step: 0, spent: 0, over: false, begun: false });
      this.show();
      announce(words("Stopped."));
      this.keepPlace();
      this.go.focus({ preventScroll: true });
    }

    finish() {
      this.doneAt = new Date().toISOString();
      this.show();
      this.keepPlace();
    }

    keepPlace() {
      const place = { step: this.step, spent: Math.round(this.elapsed), begun: this.begun, done: this.doneAt || null };
      this.keep(place, this.doneAt ? "attempted" : "visited");
    }

    restore({ step, spent, begun, done }) {
      if (this.begun) return;
      this.doneAt = done;
      if (step < this.steps.length) Object.assign(this, { step, spent, begun });
      this.over = this.begun && this.spent >= this.steps[this.step].seconds;
      this.show();
    }

    // ---------------------------------------------------------------- sound, only if asked

    tone() {
      if (!this.sound) return;
      const { currentTime: now, destination } = this.sound;
      const string = this.sound.createOscillator();
      const loudness = this.sound.createGain();
      string.frequency.value = 392;
      loudness.gain.setValueAtTime(0, now);
      loudness.gain.linearRampToValueAtTime(0.08, now + 0.4);
      loudness.gain.linearRampToValueAtTime(0, now + 2.2);
      string.connect(loudness).connect(destination);
      string.start(now);
      string.stop(now + 2.3);
    }
  });
})();
