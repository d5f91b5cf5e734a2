"""A learner who locks her journal, and opens it again."""

from playwright.sync_api import Page, expect

PASSPHRASE = "seven grey herons 7"
STORED = """() => trainer.store.open().then((database) => new Promise((done) => {
  const all = database.transaction("records").objectStore("records").getAll();
  all.onsuccess = () => done(all.result);
}))"""


def lock(page: Page) -> None:
    page.get_by_role("button", name="Set a passphrase").click()
    page.get_by_label("Passphrase, 8 characters at least").fill(PASSPHRASE)
    page.get_by_label("The same again").fill(PASSPHRASE)
    page.get_by_role("dialog").get_by_role("button", name="Lock it").click()
    expect(page.locator("#lock")).to_contain_text("open in this window until you close it")


def unlock(page: Page, passphrase: str = PASSPHRASE) -> None:
    page.get_by_role("button", name="Open the journal").click()
    page.get_by_label("Passphrase").fill(passphrase)
    page.get_by_role("dialog").get_by_role("button", name="Open it").click()
