/* A learner in Firefox, over WebDriver BiDi: node firefox.js <lesson address> <yours address> <puppeteer-core>
   Prints what she was told and what came back, as JSON. */
const [, , lesson, yours, puppeteer] = process.argv;

(async () => {
  const { default: library } = await import(puppeteer);
  const browser = await library.launch({
    browser: "firefox", executablePath: process.env.FIREFOX, headless: true,
    // a profile as delivered opens pages of the maker's at its first start
    extraPrefsFirefox: { "browser.aboutwelcome.enabled": false },
  });
  const heard = [];
  const open = async (address) => {
    const page = await browser.newPage();
    page.on("console", (message) => { if (message.type() === "error") heard.push(message.text()); });
    page.on("pageerror", (error) => heard.push(String(error)));
    await page.goto(address);
    return page;
  };
  const field = "#my-pull tr-reflect textarea";
  const told = "#my-pull [data-tr-storage-words]";
  const first = await open(lesson);
  await first.waitForFunction(() => customElements.get("tr-reflect"));
  await first.waitForFunction((place) => document.querySelector(place).textContent.startsWith("Kept"), {}, told);
  const words = await first.$eval(told, (element) => element.textContent);
  await first.type(field, "Written in Firefox.");
  await first.waitForFunction((place) => document.querySelector(place).textContent.includes("Kept at"), {}, "#my-pull [data-tr-kept]");
  const second = await open(lesson);
  await second.waitForFunction((place) => document.querySelector(place).value !== "", {}, field);
  const back = await second.$eval(field, (element) => element.value);
  const page = await open(yours);
  await page.waitForFunction(() => document.documentElement.dataset.trReady === "yes");
  const entries = await page.$$eval(".tr-entry__text", (all) => all.map((element) => element.textContent));
  const offline = await page.$eval("[data-tr-offline-words]", (element) => element.textContent);
  const lock = await page.$eval("[data-tr-lock]", (element) => element.textContent);
  // locked in this window, while another that hears of nothing types on
  const deaf = await browser.newPage();
  await deaf.evaluateOnNewDocument(() => { delete window.BroadcastChannel; });
  await deaf.goto(lesson);
  await deaf.waitForFunction((place) => document.querySelector(place).value !== "", {}, field);
  await page.evaluate(async () => {
    const Lock = await trainer.store.loadLock();
    const made = await Lock.made("seven grey herons 7", trainer.databaseName);
    await Lock.relock(trainer.store, made.lock, made.about);
  });
  await deaf.type(field, " And this came later.");
  await deaf.waitForFunction((place) => document.querySelector(place).textContent.includes("locked in another window"), {}, told);
  const still = await deaf.$eval(field, (element) => element.value);
  const stored = await page.evaluate(() => trainer.store.stored().then((all) => JSON.stringify(all)));
  const opened = await page.evaluate(() => trainer.store.read("my-pull").then((record) => record.text));
  console.log(JSON.stringify({ words, back, entries, offline, lock, heard, still, stored, opened }));
  await browser.close();
})();
