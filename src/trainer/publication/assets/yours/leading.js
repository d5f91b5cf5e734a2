/* The leading log: meetings attended, led and supervised, without anybody's name. */
(function () {
  "use strict";

  const { words, yours, announce } = trainer;
  const { made, button, found } = yours;
  const form = found("log-form");
  const WHAT = new Map([...form.elements.what.options].map((option) => [option.value, option.textContent]));

  /** The meetings that stand in the log, the newest first. */
  function meetings() {
    const all = [];
    for (const activity of yours.activities.keys()) {
      if (!activity.startsWith(yours.LOG)) continue;
      const { value, sealed } = yours.newest(activity);
      if (!sealed && value && !value.gone) all.push({ activity, ...whole(value) });
    }
    return all.sort((one, other) => (one.date < other.date ? 1 : -1));
  }
  /** A meeting as we know them, whatever a copy has brought. */
  const whole = ({ date, what, cases, hours: time, accredited, recorded, online, note }) => ({
    date: /^\d{4}-\d\d-\d\d$/.test(date) ? date : "1900-01-01", what: String(what ?? ""), cases: Number(cases) || 0, hours: Number(time) || 0,
    accredited: accredited === true, recorded: recorded === true, online: online === true, note: String(note ?? ""),
  });
  const dayOf = ({ date }) => trainer.day(`${date}T12:00`);
  const hours = (number) => String(Math.round(number * 100) / 100);
  const ticks = ({ accredited, recorded, online }) =>
    [accredited && words("accredited leader or supervisor"), recorded && words("recording"), online && words("online")].filter(Boolean).join(", ");

  function sums(all) {
    return [...WHAT].map(([what, label]) => {
      const these = all.filter((each) => each.what === what);
      return { label, number: these.length, cases: these.reduce((sum, each) => sum + each.cases, 0), hours: these.reduce((sum, each) => sum + each.hours, 0) };
    }).filter((each) => each.number);
  }

  function table(caption, heads, rows) {
    const head = made("tr", "", ...heads.map((label) => Object.assign(made("th", "", label), { scope: "col" })));
    const body = rows.map(([first, ...cells]) => made("tr", "", Object.assign(made("th", "", first), { scope: "row" }), ...cells.map((cell, at) => {
      const place = made("td", cell === "" ? "is-empty" : "", cell);
      if (typeof heads[at + 1] === "string") place.dataset.trLabel = heads[at + 1];
      return place;
    })));
    const named = made("caption", "", caption);
    named.id = `log-${heads.length}`;
    const wrap = made("div", "tr-table-wrap", made("table", "tr-table", named, made("thead", "", head), made("tbody", "", ...body)));
    wrap.tabIndex = 0;
    wrap.setAttribute("role", "region");
    wrap.setAttribute("aria-labelledby", named.id);
    return wrap;
  }

  function draw() {
    const all = meetings();
    found("log-actions").hidden = !all.length;
    if (!all.length) {
      found("log").replaceChildren(made("p", "tr-hint", words("The log is empty.")));
      return;
    }
    found("log").replaceChildren(
      table(words("Together"), [words("What"), words("Meetings"), words("Case discussions"), words("Hours")],
        sums(all).map((each) => [each.label, String(each.number), String(each.cases), hours(each.hours)])),
      table(words("Meetings"), [words("Date"), words("What"), words("Case discussions"), words("Hours"), words("With"), words("Note"), made("span", "tr-sr", words("Take it out"))],
        all.map((each) => [dayOf(each), WHAT.get(each.what) ?? each.what, String(each.cases), hours(each.hours), ticks(each), each.note, remover(each)])));
  }
  function tell(text) {
    found("log-said").textContent = text;
    announce(text);
  }
  function remover(meeting) {
    const element = button("tr-link", words("Take it out"), async () => {
      const stays = await yours.keep(meeting.activity, { gone: true });
      await yours.look();
      tell(stays ? words("Taken out.") : words("This browser could not keep that: the meeting will be back the next time."));
      form.elements.date.focus();
    });
    element.append(made("span", "tr-sr", `: ${dayOf(meeting)}, ${WHAT.get(meeting.what) ?? ""}`));
    return element;
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (trainer.store.locked && !(await yours.unlock())) return;
    const { date, what, cases, hours: time, accredited, recorded, online, note } = form.elements;
    const id = [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const stays = await yours.keep(`${yours.LOG}${id}`, {
      date: date.value, what: what.value, cases: Number(cases.value) || 0, hours: Number(time.value) || 0,
      accredited: accredited.checked, recorded: recorded.checked, online: online.checked, note: note.value.trim(),
    });
    note.value = "";
    date.value = "";
    await yours.look();
    tell(stays ? words("Added.") : words("This browser could not keep it: it stands on this page only. Print or save the log before you leave."));
    date.focus();
  });

  // ------------------------------------------------------------------ as a table

  /** A cell of a CSV file (RFC 4180); what a spreadsheet would take for a formula stays text. */
  function cell(value) {
    // also where another separator would begin a cell, and with the wide signs of East Asian keyboards
    const safe = String(value).replace(/(^|[;,\t\r\n])(?=\s*[=+\-@＝＋－＠])/g, "$1'");
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }
  function csv(all) {
    const yes = (flag) => (flag ? words("yes") : words("no"));
    const heads = [words("Date"), words("What"), words("Case discussions"), words("Hours"),
      words("Accredited leader or supervisor"), words("Recording"), words("Online"), words("Note")];
    const rows = [...all].reverse().map((each) => [each.date, WHAT.get(each.what) ?? each.what, each.cases, hours(each.hours),
      yes(each.accredited), yes(each.recorded), yes(each.online), each.note]);
    return [heads, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
  }

  yours.draws(draw);
  yours.on("print-log", () => yours.print(document.querySelector(".tr-log")));
  yours.on("save-log", () => yours.save(yours.fileName("log", "csv"), `\ufeff${csv(meetings())}`, "text/csv"));
})();
