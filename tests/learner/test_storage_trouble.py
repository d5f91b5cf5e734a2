"""Storage that is not there: said in plain words before the first word, and nothing written is lost."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from serving import served

from learning import LESSON, REFLECT, YOURS, Write, box, go, opened, saved, write_in

pytestmark = pytest.mark.browser
PLACE = "#my-pull [data-tr-storage-words]"
REFUSED = """Object.defineProperty(window, "indexedDB", { get() { throw new DOMException("", "SecurityError"); } });"""
NONE = 'Object.defineProperty(window, "indexedDB", { value: undefined });'
BROKEN = """indexedDB.open = () => {
  const request = new EventTarget();
  setTimeout(() => { Object.defineProperty(request, "error", { value: new DOMException("", "UnknownError") }); request.onerror(); });
  return request;
};"""


def save_as_text(page: Page) -> str:
    with page.expect_download() as waiting:
        page.locator("#my-pull").get_by_role("button", name="Save as text").click()
    return waiting.value.path().read_text("utf-8")


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (REFUSED, "This browser keeps nothing for this page"),
        (NONE, "This browser keeps nothing for this page"),
        (BROKEN, "This browser cannot open what it has kept"),
    ],
)
def test_without_storage_one_is_told_first_and_can_save(
    write: Write, learner: BrowserContext, script: str, told: str
) -> None:
    learner.add_init_script(script)
    page = opened(learner, write(REFLECT))
    expect(page.locator(PLACE)).to_contain_text(told)
    write_in(page, "Advice.")
    said = page.locator("#my-pull [data-tr-kept]")
    expect(said).to_have_text("On this page only.")  # and not "Kept"
    assert "Advice." in save_as_text(page)
    assert page.evaluate("() => trainer.store.read('my-pull')")["value"]["text"] == "Advice."


def test_a_newer_versions_store_is_left_alone(write: Write, learner: BrowserContext) -> None:
    site = write()
    page = opened(learner, site)
    write_in(page, "Kept by the newer one.")
    name = page.evaluate("() => indexedDB.databases().then(all => all[0].name)")
    page.evaluate(
        """name => new Promise((done) => {
          const request = indexedDB.open(name, 99);
          request.onsuccess = () => { request.result.close(); done(); };
        })""",
        name,
    )
    go(page, site)
    expect(page.locator(PLACE)).to_contain_text("A newer version of this course")
    write_in(page, "In the older one.")
    assert "In the older one." in save_as_text(page)
    stored = page.evaluate(
        """name => new Promise((done) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => {
            const all = request.result.transaction("records").objectStore("records").getAll();
            all.onsuccess = () => { request.result.close(); done(all.result); };
          };
        })""",
        name,
    )
    assert [r["value"]["text"] for r in stored if r.get("private")] == ["Kept by the newer one."]


def test_when_there_is_no_room_the_words_stay_on_the_page(
    write: Write, learner: BrowserContext
) -> None:
    site = write()
    page = opened(learner, site)
    write_in(page, "There was room for this.")
    page.evaluate(
        """() => {
          const add = IDBObjectStore.prototype.add;
          window.makeRoom = () => { IDBObjectStore.prototype.add = add; };
          IDBObjectStore.prototype.add = () => { throw new DOMException("", "QuotaExceededError"); };
        }"""
    )
    box(page).fill("And none for this.")
    expect(page.locator(PLACE)).to_contain_text("no room left")
    expect(page.locator("#my-pull [data-tr-kept]")).to_contain_text("could not be kept")
    assert "And none for this." in save_as_text(page)
    page.evaluate("() => window.makeRoom()")
    box(page).press_sequentially(" Now there is.")
    expect(page.locator(PLACE)).to_contain_text("Kept in this browser")
    go(page, site)
    expect(box(page)).to_have_value("And none for this. Now there is.")


def test_a_damaged_record_harms_nothing_else_and_goes_into_the_copy(
    write: Write, learner: BrowserContext
) -> None:
    site = write()
    page = opened(learner, site)
    write_in(page, "Whole.")
    page.evaluate(
        """async () => {
          const database = await trainer.store.open();
          const change = database.transaction("records", "readwrite");
          change.objectStore("records").add({ id: "odd", activity: "my-silence", value: 7 });
          await new Promise((done) => { change.oncomplete = done; });
        }"""
    )
    go(page, site)
    expect(box(page)).to_have_value("Whole.")
    expect(box(page, "my-silence")).to_have_value("")
    go(page, site, YOURS)
    expect(page.locator("[data-tr-found]")).to_contain_text("1 more cannot be read")
    assert '"odd"' in saved(page, "save-copy")


def test_a_value_that_no_longer_fits_is_told_and_kept(
    write: Write, learner: BrowserContext
) -> None:
    site = write()
    page = opened(learner, site)
    page.evaluate(
        """() => trainer.store.write({ activity: "my-pull", state: "attempted", value: null, kind: "reflect",
          text: "As text.", at: new Date().toISOString() })"""
    )
    go(page, site)
    expect(page.locator("#my-pull .tr-told")).to_contain_text("no longer fits this page")
    write_in(page, "New words.")


SAFARI = """Object.defineProperty(Navigator.prototype, "vendor", { get: () => "Apple Computer, Inc." });"""


@pytest.mark.parametrize(
    ("script", "framed", "told"),
    [
        ("", False, "nowhere else. A private window forgets it when you close it."),
        (SAFARI, False, "Safari forgets it after a week or so without a visit"),
        ("", True, "Kept in this browser for this platform only"),
    ],
)
def test_one_is_told_first_for_how_long_it_is_kept(
    write: Write, learner: BrowserContext, script: str, framed: bool, told: str
) -> None:
    learner.add_init_script(script)
    site = write()
    (site / "favicon.ico").write_bytes(b"")
    (site / "platform.html").write_text(
        f"<!doctype html><title>Platform</title><iframe src='{LESSON}' width=900 height=700></iframe>"
    )
    with served(site) as address:
        page = learner.new_page()
        page.goto(f"{address}/{'platform.html' if framed else LESSON}")
        place = page.frame_locator("iframe") if framed else page
        expect(place.locator(PLACE)).to_contain_text(told)
        expect(place.locator("#my-pull textarea")).to_have_value("")
