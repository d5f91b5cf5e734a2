/* Sorting: one card in the hand, a button for each pile; a mouse may drag as well.
   Kept: { placed: [{ card, pile }] } in the order of placing, both as their words, so that a
   card whose words an author changes comes back into the hand. */
(function () {
  "use strict";

  const { words, countWords, announce, made, button } = trainer;

  const copied = (element) => [...element.cloneNode(true).childNodes];

  trainer.define("sort", class extends trainer.Activity {
    enhance() {
      this.piles = [...this.querySelectorAll(".tr-pile-names>li")].map((item) => item.textContent.trim());
      this.cards = [...this.querySelectorAll(".tr-option")].map((box) => ({
        content: box.querySelector("[data-tr-words]"),
        words: box.querySelector("[data-tr-words]").textContent.trim(),
        why: box.querySelector("[data-tr-why]"),
        on: box.dataset.trOn.trim().split(/\s+/).map(Number),
      }));
      this.placed = []; // { card, pile }: a card and the number of its pile
      this.draw();
    }

    // ---------------------------------------------------------------- what stands on the page

    draw() {
      this.count = made("p", "tr-count");
      this.card = made("blockquote", "tr-card");
      this.card.id = `${this.activity}--card`;
      this.card.tabIndex = -1;
      this.again = button("tr-button is-plain", words("Sort again"), () => this.sortAgain());
      this.hand = made("div", "tr-hand", this.count, this.card);
      this.list = made("ul", "tr-piles", ...this.piles.map((pile, place) => this.pileOf(pile, place)));
      this.said = made("div", "tr-said");
      this.summary = made("summary");
      this.laid = made("details", "tr-more tr-laid", this.summary, made("div"));
      this.actions = made("p", "tr-actions", this.again);
      const hint = made("p", "tr-hint", words("Choose a pile for the card. You can take it back."));
      this.replaceChildren(hint, this.hand, this.list, this.said, this.laid, this.actions);
      this.letDrag();
      this.show();
    }

    pileOf(pile, place) {
      const count = made("span", "tr-pile__n");
      const label = made("span", "", pile);
      const item = made("li", "tr-pile", button("tr-choice", label, () => this.place(place)));
      item.firstChild.append(count);
      item.firstChild.setAttribute("aria-describedby", this.card.id);
      item.dataset.trPlace = place;
      return item;
    }

    /** The next card that lies on no pile. */
    get next() {
      return this.cards.find((card) => !this.placed.some((each) => each.card === card));
    }

    show() {
      const { next } = this;
      const total = this.cards.length;
      const done = this.placed.length;
      this.count.hidden = !next;
      this.count.textContent = words("Card {number} of {total}", { number: done + 1, total });
      this.card.classList.toggle("is-empty", !next);
      this.card.draggable = Boolean(next) && matchMedia("(pointer: fine)").matches;
      this.card.replaceChildren(made("p", "", ...(next ? copied(next.content)
        : [countWords("The card lies on a pile.", "All {number} cards lie on a pile.", total)])));
      this.list.hidden = !next;
      this.actions.hidden = Boolean(next);
      this.showCounts();
      this.showSaid();
      this.showLaid();
    }

    showCounts() {
      for (const item of this.list.children) {
        const number = this.placed.filter((each) => each.pile === Number(item.dataset.trPlace)).length;
        const spoken = made("span", "tr-sr", countWords("{number} card", "{number} cards", number));
        const seen = made("span", "", String(number));
        seen.setAttribute("aria-hidden", "true");
        item.querySelector(".tr-pile__n").replaceChildren(seen, spoken);
      }
    }

    showSaid() {
      const last = this.placed.at(-1);
      this.said.hidden = !last;
      this.said.replaceChildren(...(last ? [this.about(last, "div", true)] : []));
    }

    showLaid() {
      const total = this.placed.length;
      this.laid.hidden = !total;
      this.summary.textContent = countWords("On the piles: {number} card", "On the piles: {number} cards", total);
      this.laid.lastChild.replaceChildren(...this.piles.map((pile, place) => {
        const here = this.placed.filter((each) => each.pile === place);
        const title = made("p", "", pile);
        title.id = `${this.activity}--pile-${place}`;
        const list = here.length ? made("ul", "", ...here.map((each) => this.about(each, "li", false)))
          : made("p", "tr-empty", words("Nothing here yet"));
        list.setAttribute("aria-labelledby", title.id);
        if (!here.length) list.removeAttribute("aria-labelledby");
        return made("div", "tr-laid__pile", title, list);
      }));
    }

    /** What we say of a card on its pile, with the button that takes it back. */
    about({ card, pile }, element, withPile) {
      const fits = card.on.includes(pile);
      const line = made("p", "", ...copied(card.content));
      if (withPile) line.append(" ", made("span", "tr-is-on", words("on “{pile}”", { pile: this.piles[pile] })));
      const why = made("p", "tr-why", made("b", "", this.verdict(card, pile)), " ", ...copied(card.why), " ");
      const back = button("tr-link", words("Take it back"), () => this.takeBack(card));
      back.setAttribute("aria-label", `${words("Take it back")}: ${card.words}`);
      why.append(back);
      return made(element, `tr-placed ${fits ? "is-defensible" : "is-other"}`, line, why);
    }

    verdict(card, pile) {
      const others = card.on.filter((each) => each !== pile).map((each) => this.piles[each]);
      if (card.on.includes(pile)) {
        return others.length ? words("It can lie here or on “{pile}”.", { pile: others[0] })
          : words("We would put it here too.");
      }
      return others.length > 1
        ? words("We would put it on “{one}” or on “{other}”.", { one: others[0], other: others[1] })
        : words("We would put it on “{pile}”.", { pile: others[0] });
    }

    // ---------------------------------------------------------------- what one does

    place(pile) {
      const card = this.next;
      if (!card) return;
      this.placed.push({ card, pile });
      this.show();
      this.keepPlaces();
      const told = [words("On “{pile}”.", { pile: this.piles[pile] }), this.verdict(card, pile), card.why.textContent.trim()];
      if (this.next) {
        announce([...told, words("Next card: {card}", { card: this.next.words })].join(" "));
      } else {
        announce(told.join(" "));
        this.laid.open = true;
        this.card.focus();
      }
    }

    takeBack(card) {
      this.placed = this.placed.filter((each) => each.card !== card);
      // it is the next one, before those that were never placed
      this.cards = [card, ...this.cards.filter((each) => each !== card)];
      this.show();
      this.keepPlaces();
      this.card.focus();
    }

    sortAgain() {
      this.placed = [];
      this.show();
      this.keepPlaces();
      this.card.focus();
    }

    keepPlaces() {
      this.attempted = this.attempted || !this.next;
      const placed = this.placed.map(({ card, pile }) => ({ card: card.words, pile: this.piles[pile] }));
      this.keep({ placed }, this.attempted ? "attempted" : "visited");
    }

    restore({ placed }, record) {
      this.attempted = record.state === "attempted";
      for (const each of placed) {
        const card = this.cards.find((one) => one.words === each.card && !this.placed.some((p) => p.card === one));
        const pile = this.piles.indexOf(each.pile);
        if (card && pile >= 0) this.placed.push({ card, pile });
      }
      this.laid.open = !this.next;
      this.show();
    }

    // ---------------------------------------------------------------- with a mouse

    letDrag() {
      this.card.addEventListener("dragstart", (event) => {
        event.dataTransfer.setData("text/plain", this.next.words);
        event.dataTransfer.effectAllowed = "move";
        this.card.classList.add("is-dragged");
        this.dragging = true;
      });
      this.card.addEventListener("dragend", () => {
        this.card.classList.remove("is-dragged");
        this.dragging = false;
      });
      for (const item of this.list.children) {
        item.addEventListener("dragover", (event) => {
          if (!this.dragging) return;
          event.preventDefault();
          item.classList.add("is-over");
        });
        item.addEventListener("dragleave", (event) => {
          if (!item.contains(event.relatedTarget)) item.classList.remove("is-over");
        });
        item.addEventListener("drop", (event) => {
          if (!this.dragging) return;
          event.preventDefault();
          item.classList.remove("is-over");
          this.place(Number(item.dataset.trPlace));
        });
      }
    }
  });
})();
