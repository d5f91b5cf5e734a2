/* Shows progress wherever the page has a place for it: contents, lists, pictures.
   It reads no store. Whoever knows the states calls

     trainerMarks.show({ "the-task": "done", "frame": { state: "begun", done: 0.45, here: true } })

   with the names that stand in `data-tr-page` and `data-tr-module`, as often as it likes. */
(function () {
  "use strict";

  const words = (text) => (window.trainerWords || {})[text] || text;
  const WORD = { done: () => words("done"), begun: () => words("begun"), open: () => words("not begun") };
  const LABEL = { done: () => words("Done"), begun: () => words("Begun") };
  const DEPTH = 42; // of a seat on the map: course_map.py

  function show(states) {
    for (const place of document.querySelectorAll("[data-tr-page],[data-tr-module]")) {
      const told = states[place.dataset.trPage ?? place.dataset.trModule];
      if (told === undefined) continue;
      const { state, done, here, words: said } = typeof told === "string" ? { state: told } : told;
      if (place.matches(".tr-nav__link")) inContents(place, state);
      else if (place.matches(".tr-chair")) inPicture(place, state, done, here);
      else if (place.matches("li")) inList(place, state, said);
    }
  }

  function inContents(link, state) {
    link.dataset.trState = state;
    let spoken = link.querySelector(".tr-sr");
    if (!spoken) {
      spoken = document.createElement("span");
      spoken.className = "tr-sr";
      link.append(spoken);
    }
    spoken.textContent = `, ${WORD[state]()}`;
  }

  function inPicture(chair, state, done, here) {
    for (const name of ["open", "begun", "done"]) chair.classList.toggle(`is-${name}`, name === state);
    if (here !== undefined) chair.classList.toggle("is-here", here);
    const cut = chair.querySelector(".tr-cut");
    if (!cut) return;
    const height = DEPTH * Math.min(Math.max(done ?? (state === "done" ? 1 : 0), 0), 1);
    cut.setAttribute("y", DEPTH / 2 - height);
    cut.setAttribute("height", height);
  }

  function inList(item, state, said) {
    const mark = item.querySelector(".tr-state");
    if (!mark) return;
    mark.className = `tr-state is-${state}`;
    mark.textContent = said || (LABEL[state] ? LABEL[state]() : "");
  }

  window.trainerMarks = { show };
})();
