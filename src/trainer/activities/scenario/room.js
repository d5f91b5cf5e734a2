/* The room beside the talk: circle and gauges. */
(function () {
  "use strict";
  const { countWords, made, words, copied } = trainer;
  const { even, gauge: line } = trainer.pictures;

  /* The circle is drawn when the site is built; here its chairs only change their state. The
     chairs and the names stand in the picture in the order of the people, the leader first. */
  class Room {
    constructor(root, book) {
      this.book = book;
      this.inside = root.querySelector("[data-tr-room] > svg");
      const returned = root.querySelector("template[data-tr-room-returned]");
      this.returned = returned ? returned.content.querySelector("svg") : this.inside;
      this.names = book.people.map(([, name]) => name);
      this.gauges = root.querySelector(".tr-gauges").parentElement;
    }

    draw(state, before, ending) {
      const here = this.book.scenes.get(state.at);
      const svg = copied((here && here.returned) ? this.returned : this.inside, ending);
      const labels = svg.querySelectorAll(".tr-name");
      const states = this.book.people.map(([key]) => {
        if (key === state.speaks) return "speaks";
        return state.heard.has(key) ? "spoke" : "silent";
      });
      svg.querySelectorAll(".tr-chair").forEach((chair, k) => {
        become(chair, states[k]);
        become(labels[k], states[k]);
        if (states[k] === "speaks") chair.insertAdjacentHTML("beforeend", rays(chair));
      });
      this.name(svg, states, here);
      const figure = made("figure", "tr-circle", svg, made("figcaption", "", ...key()));
      const gauges = copied(this.gauges, ending);
      for (const gauge of gauges.querySelectorAll("[data-tr-gauge]")) {
        const name = gauge.dataset.trGauge;
        gauge.querySelector("svg").outerHTML = line(state.levels[name], before ? before.levels[name] : state.levels[name]);
        gauge.querySelector("span").textContent = state.said[name];
      }
      return made("div", "tr-room", figure, gauges);
    }

    /** Tell what the circle shows, as `pictures/circle.py` does. */
    name(svg, states, here) {
      svg.querySelector("title").textContent = here && here.minute !== undefined
        ? words("The circle at minute {minute}", { minute: here.minute })
        : words("The circle");
      const said = [countWords("{number} chair in a circle.", "{number} chairs in a circle.", states.length)];
      svg.querySelectorAll(".tr-trace + .tr-chair").forEach((chair) => {
        const k = [...svg.querySelectorAll(".tr-chair")].indexOf(chair);
        said.push(words("{name} has moved back from the circle.", { name: this.names[k] }));
      });
      const speaking = states.indexOf("speaks");
      said.push(speaking < 0 ? words("Nobody speaks.") : words("{name} speaks.", { name: this.names[speaking] }));
      const silent = this.names.filter((_, k) => states[k] === "silent").join(", ");
      if (silent) said.push(words("Not yet heard: {names}.", { names: silent }));
      svg.querySelector("desc").textContent = said.join(" ");
    }
  }

  function become(part, state) {
    part.classList.remove("is-silent", "is-spoke", "is-speaks");
    part.classList.add(`is-${state}`);
  }

  /** Three strokes from a chair towards the middle, as `pictures/circle.py` draws them. */
  function rays(chair) {
    const height = Number(chair.querySelector(".tr-seat").getAttribute("height"));
    const [start, end] = [-height / 2 - 7, -height / 2 - 17].map((value) => even(value, 0));
    return [-10, 0, 10].map((x) => `<path class="tr-ray" d="M${x} ${start}L${even(x * 1.6, 0)} ${end}"/>`).join("");
  }

  function key() {
    const said = { speaks: words("speaking"), spoke: words("has spoken"), silent: words("silent so far") };
    return Object.entries(said).flatMap(([state, text]) => [made("span", `tr-key is-${state}`, text), " "]);
  }

  trainer.scenario.Room = Room;
})();
