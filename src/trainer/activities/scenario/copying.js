/* Parts of the page, taken again: in a way through a scenario one scene may stand several times. */
(function () {
  "use strict";
  const { made } = trainer;

  /** Copy a part of the page; its ids get an ending of their own, and what refers to them follows. */
  function copied(part, ending) {
    const copy = part.cloneNode(true);
    const ids = new Set();
    for (const each of [copy, ...copy.querySelectorAll("[id]")]) {
      if (!each.id) continue;
      ids.add(each.id);
      each.id += ending;
    }
    for (const each of [copy, ...copy.querySelectorAll("[href^='#'],[aria-labelledby],[aria-describedby]")]) {
      for (const name of ["href", "aria-labelledby", "aria-describedby"]) {
        const value = each.getAttribute(name);
        if (!value) continue;
        each.setAttribute(name, value.split(" ").map((id) => (ids.has(id.replace(/^#/, "")) ? id + ending : id)).join(" "));
      }
    }
    return copy;
  }

  /** The words of a part without its links: for buttons, which must hold no link. */
  function unlinked(part) {
    const copy = made("span", "");
    copy.append(...[...part.childNodes].map((node) => node.cloneNode(true)));
    for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    return copy;
  }

  trainer.copied = copied;
  trainer.unlinked = unlinked;
})();
