// Opens pages in Firefox and prints, for each, its errors and how many first headings it has.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [tools, browser, listed] = process.argv.slice(2);
const puppeteer = createRequire(`${tools}/`)("puppeteer-core");
const firefox = await puppeteer.launch({ browser: "firefox", executablePath: browser, headless: true });
const told = [];
try {
  for (const url of JSON.parse(readFileSync(listed, "utf-8"))) {
    const page = await firefox.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => { if (message.type() === "error") errors.push(message.text()); });
    await page.goto(url, { waitUntil: "load" });
    const headings = await page.evaluate(() => document.querySelectorAll("h1").length);
    told.push({ url, errors, headings });
    await page.close();
  }
} finally {
  await firefox.close();
}
console.log(JSON.stringify(told));
