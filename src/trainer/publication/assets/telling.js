/* What a learner is told about where it is kept and for how long, as far as a page can know. */
(function () {
  "use strict";

  const { words } = trainer;

  const onDisk = location.protocol === "file:";
  const isFirefox = "mozInnerScreenX" in window;
  const isSafari = /^Apple/.test(navigator.vendor || "");
  const inFrame = () => { try { return window.top !== window; } catch { return true; } };

  function kept() {
    if (onDisk && isFirefox) return words("Kept in this browser for this folder. Some versions of Firefox forget it when a course is opened as a file: save a copy in “Yours”.");
    if (onDisk) return words("Kept in this browser, on this device, as long as it keeps things for files: save a copy in “Yours” now and then.");
    if (inFrame()) return words("Kept in this browser for this platform only: opened elsewhere, the course knows nothing of it.");
    if (isSafari) return words("Kept in this browser, on this device. Safari forgets it after a week or so without a visit, and a private window when you close it: save a copy in “Yours”.");
    return words("Kept in this browser, on this device, and nowhere else. A private window forgets it when you close it.");
  }
  const TROUBLE = {
    absent: () => words("This browser keeps nothing for this page. What you write here lasts until you leave it."),
    newer: () => words("A newer version of this course has been used in this browser. This older one leaves all of that as it is, and keeps nothing itself: what you write here lasts until you leave the page."),
    broken: () => words("This browser cannot open what it has kept. What you write here lasts until you leave the page."),
    full: () => words("There is no room left in this browser: your last words are on this page only. Save them as text before you leave it."),
    noRoom: () => words("There is no room left in this browser: what you write here lasts until you leave this page."),
    failed: () => words("This browser could not keep your last words: they are on this page only. Save them as text before you leave it."),
    locked: () => words("Your journal is locked. Open it to read and write here."),
    shut: () => words("Your journal was locked in another window. Your last words are on this page only: save them as text before you leave it."),
  };

  trainer.telling = { kept, inFrame, isFirefox, TROUBLE };
})();
