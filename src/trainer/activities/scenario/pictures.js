/* The pictures of a scenario, as publication/pictures/*.py draws them. Data in, one `<svg>` string out. */
(function () {
  "use strict";
  const { countWords, words } = trainer;
  const HIGHEST = 4;

  /** Write a number with so many decimals, as Python does: a tie goes to the even neighbour. */
  function even(value, decimals) {
    const scaled = value * 10 ** decimals;
    const tie = Number.isInteger(value * 2 ** (decimals + 1)) && Math.abs(scaled % 1) === 0.5;
    if (!tie) return value.toFixed(decimals);
    const below = Math.floor(scaled);
    return ((below % 2 === 0 ? below : below + 1) / 10 ** decimals).toFixed(decimals);
  }

  function coordinate(value) {
    const written = even(value, 1).replace(/\.0$/, "");
    return written === "-0" ? "0" : written;
  }

  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
  const escaped = (text) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);

  /** The line of a gauge: a dot, and a ghost where it was. `pictures/gauge.py` */
  function line(level, before) {
    const [at, was] = [level, before].map((each) => 8 + Math.min(Math.max(each, 0), HIGHEST) * 26);
    const moved = at === was ? "" : `<path class="tr-move" d="M${was} 9H${at}"/><circle class="tr-was" cx="${was}" cy="9" r="4"/>`;
    return '<svg class="tr-gauge__line" viewBox="0 0 120 18" aria-hidden="true" focusable="false">'
      + `<path class="tr-line" d="M8 9H112"/>${moved}<circle class="tr-now" cx="${at}" cy="9" r="6"/></svg>`;
  }

  /* How wide words are, without asking the browser: `pictures/lettering.py`, whose widths of
     letters (in thousandths of the size) the page brings along. */
  const [UNKNOWN, IDEOGRAPH] = [850, 1050];
  const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

  class Lettering {
    constructor({ groups, bold, descent }) {
      this.widths = new Map(Object.entries(groups).flatMap(([width, letters]) => [...letters].map((letter) => [letter, Number(width)])));
      this.bold = bold;
      this.descent = descent;
    }

    letter(letter) {
      if (this.widths.has(letter)) return this.widths.get(letter);
      if (/\p{M}/u.test(letter)) return 0;
      if (WIDE.test(letter)) return IDEOGRAPH;
      const plain = [...letter.normalize("NFD")][0];
      return (this.widths.get(plain) ?? UNKNOWN) + (plain === letter ? 0 : 30);
    }

    width(text, size) {
      return [...text].reduce((sum, letter) => sum + this.letter(letter), 0) * size / 1000;
    }

    wrap(text, size, width, most) {
      const lines = [];
      let rest = text.split(/\s+/).filter(Boolean);
      while (rest.length && lines.length < most) {
        let taken = 1;
        while (taken < rest.length && this.width(rest.slice(0, taken + 1).join(" "), size) <= width) taken += 1;
        lines.push(rest.slice(0, taken).join(" "));
        rest = rest.slice(taken);
      }
      if (rest.length) lines.push(`${lines.pop()} ${rest.join(" ")}`);
      return lines.map((each) => this.shorten(each, size, width));
    }

    shorten(text, size, width) {
      if (this.width(text, size) <= width) return text;
      const kept = [...text];
      while (kept.length && this.width(`${kept.join("")}…`, size) > width) kept.pop();
      return `${kept.join("").replace(/[ ,.;:]+$/, "")}…`;
    }
  }

  const [WIDTH, ROW, SIZE, LEADING] = [340, 64, 13, 1.15];

  function label(lines, x, y, classes) {
    const place = `class="${classes}" text-anchor="middle"`;
    if (lines.length === 1) return `<text ${place} x="${coordinate(x)}" y="${coordinate(y)}">${escaped(lines[0])}</text>`;
    const spans = lines.map((each, k) => `<tspan x="${coordinate(x)}" y="${coordinate(y + k * SIZE * LEADING)}">${escaped(each)}</tspan>`);
    return `<text ${place}>${spans.join(" ")}</text>`;
  }

  function disc(classes, [x, y], radius) {
    return `<circle class="${classes}" cx="${coordinate(x)}" cy="${coordinate(y)}" r="${coordinate(radius)}"/>`;
  }

  /** The way taken over the ways not taken. `pictures/way.py`
      Each turning is `{ title, options: [text], chosen }`. */
  function way(turnings, lettering, prefix) {
    const start = [WIDTH / 2, 12];
    let [from, floor, bottom, taken, others, nodes] = [start, start[1], 20, "", "", ""];
    for (const turning of turnings) {
      const column = WIDTH / turning.options.length;
      const y = floor + ROW * 0.6;
      let end = from;
      turning.options.forEach((option, k) => {
        const x = column * (k + 0.5);
        const classes = k === turning.chosen ? " is-chosen" : "";
        const half = (from[1] + y) / 2;
        const points = [[from[0], half], [x, half], [x, y]].map((point) => point.map(coordinate).join(" "));
        const curve = `<path class="tr-way${classes}" d="M${from.map(coordinate).join(" ")}C${points.join(" ")}"/>`;
        const lines = lettering.wrap(option, SIZE * (classes ? lettering.bold : 1), column - 6, 4);
        const below = y + 25 + SIZE * (LEADING * (lines.length - 1) + lettering.descent);
        nodes += disc(`tr-node${classes}`, [x, y], classes ? 9 : 6) + label(lines, x, y + 25, `tr-label${classes}`);
        bottom = Math.max(bottom, below);
        floor = Math.max(floor, below + 4);
        if (classes) [taken, end] = [taken + curve, [x, below + 4]];
        else others += curve;
      });
      from = end;
    }
    const told = turnings.map((turning) => countWords(
      "{title}: you chose {option}; there was no other way.",
      "{title}: you chose {option}, one of {number}.",
      turning.options.length,
    ).replace("{title}", () => turning.title).replace("{option}", () => turning.options[turning.chosen]));
    const title = words("The way you took");
    const view = [0, 0, WIDTH, bottom + 2].map(coordinate).join(" ");
    return `<svg class="tr-pic tr-pic--way" viewBox="${view}" role="img" aria-labelledby="${prefix}-t ${prefix}-d">`
      + `<title id="${prefix}-t">${escaped(title)}</title><desc id="${prefix}-d">${escaped(told.join(" "))}</desc>`
      + `${disc("tr-node is-start", start, 5)}${others}${taken}${nodes}</svg>`;
  }

  trainer.pictures = { Lettering, even, gauge: line, way };
})();
