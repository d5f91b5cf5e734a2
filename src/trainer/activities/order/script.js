/* Putting in order: each step has an Up and a Down; a mouse may drag as well. Then one sees what
   goes wrong in the order chosen, beside ours. Kept: { order: ids of steps, seen: whether one has looked }. */
(function () {
  "use strict";

  const { words, announce, made, button } = trainer;

  trainer.define("order", class extends trainer.Activity {
    enhance() {
      const before = this.querySelector("[data-tr-before]");
      this.ours = this.querySelector("[data-tr-ours]");
      this.good = [...this.ours.querySelectorAll(".tr-good>li")].map((item) => item.dataset.trStep);
      this.slips = [...this.ours.querySelectorAll(".tr-slips>li")];
      // here the slips of one's own order are shown; all of them would be a catalogue
      for (const all of this.ours.querySelectorAll(".tr-slips, .tr-slips__t")) all.remove();
      this.list = made("ol", "tr-steps is-ordered", ...before.querySelectorAll("li"));
      for (const item of this.list.children) this.addMoves(item);
      before.querySelector("ul").replaceWith(this.list);
      before.querySelector(".tr-hint").textContent =
        words("Move the steps until you like their order. Then see how it goes.");
      this.happens = made("div", "tr-happens tr-consequence");
      this.happens.tabIndex = -1;
      this.happens.hidden = true;
      this.look = button("tr-button", words("See how this order goes"), () => this.see());
      before.after(made("p", "tr-actions", this.look), this.happens);
      this.letDrag();
      this.showEnds();
    }

    addMoves(item) {
      const moves = made("span", "tr-moves");
      for (const [by, label] of [[-1, words("Up")], [1, words("Down")]]) {
        const mover = button("tr-button is-plain", label, () => this.move(item, by, mover));
        mover.setAttribute("aria-label", `${label}: ${this.wordsOf(item)}`);
        moves.append(mover);
      }
      item.append(moves);
    }

    wordsOf(item) { return item.querySelector("[data-tr-words]").textContent.trim(); }
    get order() { return [...this.list.children].map((item) => item.dataset.trStep); }

    move(item, by, button) {
      const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
      if (!other) return;
      if (by < 0) other.before(item);
      else other.after(item);
      button.focus(); // a moved element loses it
      this.moved(item);
    }

    moved(item) {
      for (const each of this.list.children) each.classList.toggle("has-moved", each === item);
      this.happens.hidden = true;
      this.showEnds();
      const place = [...this.list.children].indexOf(item) + 1;
      announce(words("Now number {place} of {total}.", { place, total: this.list.children.length }));
      this.keepOrder(false);
    }

    /** The first cannot go up, the last cannot go down; their buttons stay where the focus is. */
    showEnds() {
      for (const item of this.list.children) {
        const [up, down] = item.querySelectorAll(".tr-moves button");
        up.setAttribute("aria-disabled", String(!item.previousElementSibling));
        down.setAttribute("aria-disabled", String(!item.nextElementSibling));
      }
    }

    see() {
      this.showWhatHappens();
      this.ours.open = true;
      this.happens.focus();
      this.keepOrder(true);
    }

    showWhatHappens() {
      const order = this.order;
      const slips = this.slips.filter((slip) => order.indexOf(slip.dataset.trPut) < order.indexOf(slip.dataset.trEarly));
      const line = made("p", "");
      const list = made("ul", "tr-slips", ...slips.map((slip) => slip.cloneNode(true)));
      if (order.join() === this.good.join()) line.textContent = words("This order holds. We would take it too.");
      else if (slips.length) line.textContent = words("In this order:");
      else line.textContent = words("Nothing goes badly in this order. We would take another, for the reasons below.");
      this.happens.replaceChildren(line, ...(slips.length ? [list] : []));
      this.happens.hidden = false;
    }

    keepOrder(seen) {
      this.attempted = this.attempted || seen;
      this.keep({ order: this.order, seen }, this.attempted ? "attempted" : "visited");
    }

    restore({ order, seen }, record) {
      this.attempted = record.state === "attempted";
      const items = new Map([...this.list.children].map((item) => [item.dataset.trStep, item]));
      // steps that an author has added since stay at the end
      this.list.append(...[...order, ...items.keys()].filter((id, place, all) => items.has(id) && all.indexOf(id) === place)
        .map((id) => items.get(id)));
      this.showEnds();
      if (!seen) return;
      this.showWhatHappens();
      this.ours.open = true;
    }

    // ---------------------------------------------------------------- with a mouse

    letDrag() {
      if (!matchMedia("(pointer: fine)").matches) return;
      for (const item of this.list.children) item.draggable = true;
      const clear = () => {
        for (const item of this.list.children) item.classList.remove("is-over", "is-below");
      };
      const below = (item, event) => {
        const box = item.getBoundingClientRect();
        return event.clientY > box.top + box.height / 2;
      };
      this.list.addEventListener("dragstart", (event) => {
        this.dragged = event.target.closest("li");
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", this.wordsOf(this.dragged));
        this.dragged.classList.add("is-dragged");
      });
      this.list.addEventListener("dragend", () => {
        this.dragged?.classList.remove("is-dragged");
        this.dragged = null;
        clear();
      });
      this.list.addEventListener("dragover", (event) => {
        const item = event.target.closest("li");
        if (!this.dragged || !item) return;
        event.preventDefault();
        clear();
        item.classList.add("is-over");
        item.classList.toggle("is-below", below(item, event));
      });
      this.list.addEventListener("drop", (event) => {
        const item = event.target.closest("li");
        if (!this.dragged || !item) return;
        event.preventDefault();
        if (item === this.dragged) return;
        if (below(item, event)) item.after(this.dragged);
        else item.before(this.dragged);
        this.moved(this.dragged);
      });
    }
  });
})();
