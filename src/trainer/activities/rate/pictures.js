/* The pictures of ratings, drawn in the browser: the same as publication/pictures/radar.py and
   spark.py draw, which tests/drawings.json proves. Data in, one `<svg>` string out. */
(function () {
  "use strict";

  const { words, countWords } = trainer;
  const HALF = 210, RIM = 138; // radar.py
  const WIDTH = 96, HEIGHT = 26, EDGE = 8; // spark.py

  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
  const escaped = (text) => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]);

  /** Write a coordinate as lettering.py does: one decimal at most, a half goes to the even one. */
  function number(value) {
    const tie = Number.isInteger(value * 4) && !Number.isInteger(value * 2);
    const tenths = Math.floor(value * 10);
    const rounded = tie ? (tenths % 2 === 0 ? tenths : tenths + 1) / 10 : value;
    const written = rounded.toFixed(1).replace(/\.0$/, "");
    return written === "-0" ? "0" : written;
  }

  /** A point on a circle: 0 degrees at the bottom, clockwise. */
  function polar(radius, degrees) {
    const angle = (degrees * Math.PI) / 180;
    return [-radius * Math.sin(angle), radius * Math.cos(angle)];
  }
  const disc = (classes, [x, y], radius) =>
    `<circle class="${classes}" cx="${number(x)}" cy="${number(y)}" r="${number(radius)}"/>`;

  function radar(items, occasions, { title, prefix, scale }) {
    const radius = (value) => (RIM * (value + 0.6)) / (scale.length - 0.4);
    const latest = occasions.at(-1);
    const earlier = occasions.length > 1 ? occasions[0] : null;
    const turn = (place) => 180 + (place * 360) / items.length;

    const axis = (_, place) => {
      const [[x, y], [toX, toY], [labelX, labelY]] =
        [radius(0), RIM, RIM + 20].map((far) => polar(far, turn(place)));
      return `<path class="tr-spoke" d="M${number(x)} ${number(y)}L${number(toX)} ${number(toY)}"/>`
        + `<text class="tr-axis" text-anchor="middle" x="${number(labelX)}" y="${number(labelY + 5)}">${place + 1}</text>`;
    };
    const line = (values, classes, size) => {
      const points = values.map((value, place) => (value === null ? null : polar(radius(value), turn(place))));
      const dots = points.filter(Boolean).map((point) => disc(`tr-pt ${classes}`, point, size)).join("");
      return `<path class="tr-poly ${classes}" d="${ring(points)}"/>${dots}`;
    };
    const rings = scale.map((_, value) => disc("tr-grid", [0, 0], radius(value))).join("");
    const body = rings + items.map(axis).join("")
      + (earlier ? line(earlier.values, "is-then", 2.2) : "") + line(latest.values, "is-now", 3.4);
    const id = escaped(prefix);
    return `<svg class="tr-pic tr-pic--radar" viewBox="${-HALF} ${-HALF} ${2 * HALF} ${2 * HALF}" role="img" `
      + `aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${escaped(title)}</title>`
      + `<desc id="${id}-d">${escaped(told(items, latest, earlier, scale))}</desc>${body}</svg>`;
  }

  /** Join neighbours round the circle; a gap parts the line. */
  function ring(points) {
    const at = points.map((point) => (point ? `${number(point[0])} ${number(point[1])}` : null));
    const gap = at.indexOf(null);
    if (gap < 0) return `M${at.join("L")}Z`;
    const runs = [[]];
    for (const point of [...at.slice(gap + 1), ...at.slice(0, gap + 1)]) {
      if (point === null) runs.push([]);
      else runs.at(-1).push(point);
    }
    return runs.filter((run) => run.length > 1).map((run) => `M${run.join("L")}`).join("");
  }

  function told(items, latest, earlier, scale) {
    const said = [countWords("{number} row, from “{least}” in the middle to “{most}” at the rim.",
      "{number} rows, from “{least}” in the middle to “{most}” at the rim.", items.length, { least: scale[0], most: scale.at(-1) })];
    if (earlier) {
      said.push(words("{latest} over {earlier}.", { latest: latest.label, earlier: earlier.label }));
      const names = items.filter((_, place) => latest.values[place] !== null && earlier.values[place] !== null
        && latest.values[place] > earlier.values[place]).join(", ");
      if (names) said.push(words("Further out now: {names}.", { names }));
    }
    const missing = items.filter((_, place) => latest.values[place] === null).join(", ");
    if (missing) said.push(words("A gap: {names}.", { names: missing }));
    said.push(words("The table has every value."));
    return said.join(" ");
  }

  function spark(values, steps) {
    const points = values.map((value, place) => (value === null ? null
      : [EDGE + (place * (WIDTH - 2 * EDGE)) / Math.max(values.length - 1, 1), HEIGHT - 5 - (value / steps) * (HEIGHT - 10)]));
    const known = points.filter(Boolean);
    let path = "";
    let pen = "M";
    for (const point of points) {
      path += point ? `${pen}${number(point[0])} ${number(point[1])}` : "";
      pen = point ? "L" : "M";
    }
    return `<svg class="tr-spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true" focusable="false">`
      + `<path class="tr-base" d="M4 ${HEIGHT - 5}H${WIDTH - 4}"/>`
      + (path ? `<path class="tr-poly is-now" d="${path}"/>` : "")
      + known.slice(0, -1).map((point) => disc("tr-pt", point, 1.8)).join("")
      + known.slice(-1).map((point) => disc("tr-pt is-now", point, 3.4)).join("") + "</svg>";
  }

  trainer.drawings = { radar, spark };
})();
