/* The lock: a passphrase for what was written, on a computer that others use too. */
(function () {
  "use strict";

  const { words, yours, store } = trainer;
  const { made, button, found } = yours;
  const place = found("lock");
  let said = "";

  function draw() {
    const line = (text, ...actions) => [made("p", "", text), made("p", "tr-actions", ...actions)];
    const status = Object.assign(made("p", "tr-hint", said), { id: "lock-said" });
    status.setAttribute("role", "status");
    if (!window.crypto?.subtle) {
      place.replaceChildren(made("p", "", words("On this page the browser has no means to lock anything: it offers them to pages from a secure address (https) only.")));
    } else if (!store.sealing) {
      place.replaceChildren(...line(words("A passphrase for what you have written on this device. If you forget it, nobody can open it for you, and nothing can be recovered."),
        button("tr-button is-plain", words("Set a passphrase"), set)), status);
    } else if (store.locked) {
      place.replaceChildren(...line(words("What you have written is locked. Your passphrase opens it until you close this window."),
        button("tr-button is-plain", words("Open the journal"), () => yours.unlock())), status);
    } else {
      place.replaceChildren(...line(words("What you have written is locked with your passphrase, and open in this window until you close it."),
        button("tr-button is-plain", words("Lock it now"), shut), button("tr-button is-plain", words("Take the passphrase off"), takeOff)), status);
    }
  }
  const tell = (text) => {
    said = text;
    draw();
  };

  /** Whether a change of the lock has come to pass; if not, all is as it was. */
  const changed = (change) => change.then(() => true, () => {
    tell(words("This browser could not do that, or another window was quicker. Nothing was changed."));
    return false;
  });

  async function set() {
    const given = await yours.ask({
      title: words("Set a passphrase"), yes: words("Lock it"),
      text: [words("Several words that nobody guesses are best."), words("If you forget it, nobody can open it for you, and nothing can be recovered. Save a copy first, in a safe place.")],
      fields: [
        { label: words("Passphrase, 8 characters at least"), name: "one", type: "password", minLength: 8, autocomplete: "new-password" },
        { label: words("The same again"), name: "two", type: "password", autocomplete: "new-password" },
      ],
    });
    if (!given) return;
    if (given.one !== given.two) {
      tell(words("The two were not the same. Nothing was locked."));
      return;
    }
    const Lock = await store.loadLock();
    const { lock, about } = await Lock.made(given.one, trainer.databaseName);
    if (!(await changed(Lock.relock(store, lock, about)))) return;
    await lock.remember();
    tell(words("Locked. It is open in this window until you close it."));
  }

  /** Ask for the passphrase; resolve to whether it opened. */
  yours.unlock = async () => {
    const given = await yours.ask({
      title: words("Open the journal"), yes: words("Open it"), text: [],
      fields: [{ label: words("Passphrase"), name: "one", type: "password", autocomplete: "current-password" }],
    });
    if (!given) return false;
    const Lock = await store.loadLock();
    const lock = await Lock.opened(store.sealing, given.one, trainer.databaseName);
    if (!lock) {
      tell(words("This is not the passphrase. Nothing was changed."));
      trainer.announce(said);
      document.getElementById("lock").scrollIntoView();
      return false;
    }
    await lock.remember();
    store.lock = lock;
    tell("");
    found("storage").textContent = (await store.promise()).words;
    await yours.look();
    return true;
  };
  function shut() {
    store.lock.forget();
    location.reload();
  }
  async function takeOff() {
    const sure = await yours.ask({ title: words("Take the passphrase off?"), yes: words("Take it off"), text: words("What you have written can then be read by whoever uses this browser.") });
    if (!sure) return;
    const { lock } = store;
    if (!(await changed(trainer.Lock.relock(store, null, null)))) return;
    lock.forget();
    tell(words("The passphrase is off."));
  }

  yours.draws(draw);
})();
