/* Loads the script of a kind of activity when a learner comes near the first activity of that kind,
   so that a lesson with many kinds opens as quickly as one with few. Until then (and without this
   script) the form on the page is whole, only plainer. */
(function () {
  "use strict";

  const root = document.querySelector('meta[name="trainer-root"]')?.content;
  if (!root || !("IntersectionObserver" in window)) return;

  const NEAR = "1500px 0px"; // well before it can be seen, so that nothing jumps under the reader
  const asked = new Set();

  function load(kind) {
    if (asked.has(kind)) return;
    asked.add(kind);
    const script = document.createElement("script");
    script.src = `${root}/assets/trainer/${kind}.js`;
    document.head.append(script);
  }

  const watch = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      watch.unobserve(target);
      load(target.localName.slice("tr-".length));
    }
  }, { rootMargin: NEAR });

  for (const element of document.querySelectorAll(".tr-web:not(:defined)")) watch.observe(element);
})();
