"""Random learners on two devices, with faults: nothing that was said to be kept is ever lost.

A model remembers each text of which a page said that it was kept. After every session each of
them must still be found on its device, the last one in its field or beside it, and every text
that stands beside another must be shown.
"""

import os
import platform
import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page
from playwright.sync_api import TimeoutError as TookTooLong

from learning import Write, go, opened

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(5400 if os.environ.get("TRAINER_PROOF") else 600),
]
PROOF = bool(os.environ.get("TRAINER_PROOF"))
RUNS = 500 if PROOF else 10
STEPS = 24
WRITTEN_UP = Path(__file__).parents[2] / "docs" / "proof" / "learner-sessions.md"
ACTIVITIES = ("my-pull", "my-silence")
WORDS = [
    "silence", "binder", "blanket", "Thursday", "advice", "rescue", "weather", "coat", "choir",
    "ünïcode", "漢字", "🙂",
]  # fmt: skip

_WRITE = """async ([id, text, waits]) => {
  const activity = document.querySelector(`#${id} tr-reflect`);
  activity.field.value = text;
  activity.field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  if (!waits) return false;
  const record = await new Promise((done) => {
    activity.section.addEventListener("trainer:kept", (event) => done(event.detail), { once: true });
    activity.keepNow().then(() => done(null));
  });
  return Boolean(record);
}"""
_FULL = """(full) => {
  window.ownAdd ??= IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = full ? () => { throw new DOMException("", "QuotaExceededError"); } : window.ownAdd;
}"""
_DAMAGE = """async () => {
  const database = await trainer.store.open();
  const change = database.transaction("records", "readwrite");
  change.objectStore("records").put({ id: `odd-${Math.random()}`, activity: "my-pull", at: 7 });
  await new Promise((done) => { change.oncomplete = done; });
}"""
_MISSING = """async (pairs) => { // all but a slip of the pen (60 characters) must be there, in its order
  const { records } = await trainer.store.all();
  const inBoth = (one, other) => {
    const row = new Array(other.length + 1).fill(0);
    for (const letter of one) {
      let before = 0;
      for (let at = 1; at <= other.length; at += 1) {
        [before, row[at]] = [row[at], letter === other[at - 1] ? before + 1 : Math.max(row[at], row[at - 1])];
      }
    }
    return row[other.length];
  };
  const stands = (words, text) => words.includes(text) || inBoth([...text], [...words]) >= [...text].length - 60;
  return pairs.filter(([activity, text]) => !records.some((record) =>
    record.activity === activity && stands(record.value.text, text)));
}"""
_HIDDEN = """async () => {
  const hidden = [];
  for (const section of document.querySelectorAll("section[data-tr-id]")) {
    const record = await trainer.store.read(section.dataset.trId);
    if (!record) continue;
    const shown = [section.querySelector("textarea").value, ...[...section.querySelectorAll("blockquote")].map((q) => q.textContent)].map((text) => text.trim());
    hidden.push(...[record, ...record.others].map((each) => (each.text ?? "").trim()).filter((text) => text && !shown.includes(text)));
  }
  return hidden;
}"""


_LOCK = """async () => {
  const Lock = await trainer.store.loadLock();
  const { lock, about } = await Lock.made("seven grey herons 7", trainer.databaseName);
  await Lock.relock(trainer.store, lock, about);
}"""
_TAKE_OFF = "() => trainer.Lock.relock(trainer.store, null, null)"
_SHOWN = """() => Object.fromEntries([...document.querySelectorAll("section[data-tr-id]")].map((section) =>
  [section.dataset.trId, [section.querySelector("textarea").value, ...[...section.querySelectorAll("blockquote")].map((q) => q.textContent)]]))"""


@dataclass
class Device:
    """A browser profile with its open windows, and what the model knows to be kept in it."""

    context: BrowserContext
    site: Path
    windows: list[Page] = field(default_factory=list)
    kept: set[tuple[str, str]] = field(default_factory=set)
    last: dict[str, str] = field(default_factory=dict)

    def window(self, chance: random.Random) -> Page:
        if not self.windows:
            self.windows.append(opened(self.context, self.site))
        return chance.choice(self.windows)

    def keep_only(self, window: Page) -> None:
        for page in self.windows:
            if page is not window:
                closes(page)
        self.windows = [window]

    def after_a_crash(self) -> None:
        for page in self.windows:
            page.close()
        self.windows = [opened(self.context, self.site)]


def closes(page: Page) -> None:
    """Close a window, once more if need be.

    Chromium forgets to close a page that is just loading itself anew (as ours do when another
    window locks or erases) and `page.close()` would wait for it for ever.
    """
    while not page.is_closed():
        with suppress(TookTooLong), page.expect_event("close", timeout=2000):
            page.close(run_before_unload=True)


def crashes(page: Page) -> None:
    """Let the process of a page die, at once and without a goodbye."""
    with page.expect_event("crash"), suppress(Error):
        page.goto("chrome://crash")


@dataclass
class Session:
    """One learner for some minutes."""

    chance: random.Random
    browser: Browser
    devices: tuple[Device, Device]
    done: Counter[str]

    def text(self, before: str) -> str:
        how = self.chance.random()
        if how < 0.6:
            return (before + " " + self.chance.choice(WORDS)).strip()
        if how < 0.8:
            return before[: self.chance.randrange(len(before) + 1)]
        return " ".join(self.chance.choices(WORDS, k=self.chance.randint(0, 30)))

    def writes(self, device: Device, *, waits: bool = True) -> None:
        page = device.window(self.chance)
        activity = self.chance.choice(ACTIVITIES)
        text = self.text(page.locator(f"#{activity} textarea").input_value())
        device.last.pop(activity, None)
        if page.evaluate(_WRITE, [activity, text, waits]):
            device.kept.add((activity, text))
            device.last[activity] = text

    def opens(self, device: Device) -> None:
        if len(device.windows) < 2:
            device.windows.append(opened(device.context, device.site))

    def closes(self, device: Device) -> None:
        if device.windows:
            closes(device.windows.pop(self.chance.randrange(len(device.windows))))

    def reloads(self, device: Device) -> None:
        page = device.window(self.chance)
        go(page, device.site)

    def dies_while_typing(self, device: Device) -> None:
        self.writes(device, waits=False)
        for page in device.windows:
            crashes(page)
        device.after_a_crash()

    def has_no_room(self, device: Device) -> None:
        device.window(self.chance).evaluate(_FULL, True)

    def has_room_again(self, device: Device) -> None:
        for page in device.windows:
            page.evaluate(_FULL, False)

    def is_damaged(self, device: Device) -> None:
        device.window(self.chance).evaluate(_DAMAGE)

    def brings_in(self, device: Device) -> None:
        other = self.devices[1 - self.devices.index(device)]
        self.has_room_again(device)
        records = other.window(self.chance).evaluate(
            "() => trainer.store.all().then((a) => a.records)"
        )
        device.window(self.chance).evaluate("(records) => trainer.store.merge(records)", records)
        device.kept |= other.kept
        device.last.clear()

    def locks_and_opens(self, device: Device) -> None:
        """Set a passphrase and take it off, with words on their way in the other windows."""
        page = device.window(self.chance)
        self.has_room_again(device)
        for _ in device.windows:
            self.writes(device, waits=False)
        page.evaluate(_LOCK)
        others = len(device.windows) - 1
        device.keep_only(page)
        self.writes(device)
        page.evaluate(_TAKE_OFF)
        for _ in range(others):
            self.opens(device)

    def erases(self, device: Device) -> None:
        page = device.window(self.chance)
        device.keep_only(page)
        page.evaluate("() => trainer.store.erase()")
        device.kept.clear()
        device.last.clear()
        go(page, device.site)

    def play(self) -> None:
        acts = {
            "writes": (self.writes, 50), "opens": (self.opens, 8), "closes": (self.closes, 6),
            "reloads": (self.reloads, 8), "dies while typing": (self.dies_while_typing, 2),
            "has no room": (self.has_no_room, 3), "has room again": (self.has_room_again, 4),
            "finds a damaged record": (self.is_damaged, 2), "brings in a copy": (self.brings_in, 6),
            "locks and opens": (self.locks_and_opens, 2), "erases": (self.erases, 1),
        }  # fmt: skip
        for _ in range(STEPS):
            name = self.chance.choices(list(acts), [weight for _, weight in acts.values()])[0]
            acts[name][0](self.chance.choice(self.devices))
            self.done[name] += 1

    def check(self, told: str) -> None:
        for device in self.devices:
            page = device.window(self.chance)
            device.keep_only(page)
            go(page, device.site)
            missing = page.evaluate(_MISSING, [list(pair) for pair in device.kept])
            assert missing == [], f"{told}: lost {missing}"
            shown = page.evaluate(_SHOWN)
            for activity, text in device.last.items():
                texts = [each.strip() for each in shown[activity]]
                assert text.strip() in texts or not text, f"{told}: {text!r} not in {texts}"
            hidden = page.evaluate(_HIDDEN)
            assert hidden == [], f"{told}: not shown {hidden}"


@pytest.fixture
def two(chromium: Browser, write: Write) -> Iterator[tuple[Device, Device]]:
    site = write()
    contexts = [chromium.new_context() for _ in range(2)]
    yield Device(contexts[0], site), Device(contexts[1], site)
    for context in contexts:
        context.close()


def test_nothing_that_was_kept_is_lost(chromium: Browser, two: tuple[Device, Device]) -> None:
    seed = int(os.environ.get("TRAINER_SEED") or random.SystemRandom().randrange(1_000_000))
    print(f"seed {seed}")
    done: Counter[str] = Counter()
    began = time.monotonic()
    for run in range(RUNS):
        session = Session(random.Random(seed * 1000 + run), chromium, two, done)
        for device in two:
            session.erases(device)
        session.play()
        session.check(f"seed {seed}, session {run}")
        print(run, end=" ", flush=True)
    if PROOF:
        _write_up(seed, done, time.monotonic() - began)


def _write_up(seed: int, done: Counter[str], seconds: float) -> None:
    WRITTEN_UP.parent.mkdir(parents=True, exist_ok=True)
    rows = "\n".join(f"| {name} | {number} |" for name, number in sorted(done.items()))
    WRITTEN_UP.write_text(
        f"""# Random learner sessions

{RUNS} sessions of {STEPS} steps on two devices with up to two windows each, in real Chromium; after each
session everything of which a page had said that it was kept was looked for. **Nothing was missing, the last
words were always shown, and so was every text that stands beside another.** Made by `tests/learner/test_sessions.py` under `make proof`.

- Date: {time.strftime("%Y-%m-%d")}
- Seed: {seed} (`TRAINER_SEED={seed}` plays the same sessions again)
- Machine: {platform.system()} {platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}
- Time: {seconds / 60:.0f} minutes

| what the learner does, or what happens | how often |
| --- | --- |
{rows}
""",
        "utf-8",
    )
