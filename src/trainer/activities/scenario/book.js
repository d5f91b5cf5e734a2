/* The scenario as the page tells it, and the rules of playing it. */
(function () {
  "use strict";
  const GAUGES = ["safety", "focus", "play"];
  const MIDDLE = 2;
  const HIGHEST = 4;
  const YOU = "";

  const holds = (when, flags) => !when || flags.has(when.replace(/^not /, "")) !== when.startsWith("not ");
  const numbers = (text) => (text || "").split(" ").filter(Boolean).map(Number);
  const names = (text) => (text || "").split(" ").filter(Boolean);

  class Book {
    constructor(root) {
      this.start = root.dataset.trStart;
      this.clock = root.dataset.trClock === undefined ? null : Number(root.dataset.trClock);
      this.people = root.dataset.trPeople === undefined ? null : JSON.parse(root.dataset.trPeople);
      this.lettering = new trainer.pictures.Lettering(JSON.parse(root.dataset.trLettering));
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

  trainer.scenario = { Book, GAUGES };
})();
