// A form that saves itself: 600 ms after typing stops, and every 5 s while it goes on. What has not arrived is kept on this
// device and offered again. Without this module the buttons of the form save.
const PAUSE = 600;
const LONGEST = 5000;
const RETRY = [2000, 5000, 10000, 20000];
const SKIPPED = ["csrfmiddlewaretoken", "seen", "rows", "remove-file"];

class Draft {
  constructor(form) {
    this.form = form;
    this.kept = `draft:${form.dataset.draft}`;
    this.place = form.querySelector("[data-saved]");
    this.tries = 0;
    this.sent = this.text();
    // Who goes on writing while a button waits for the line stays here.
    for (const name of ["input", "change"]) form.addEventListener(name, () => { this.held = undefined; this.touch(); });
    form.addEventListener("click", (event) => event.target.closest("[data-add], [data-remove]") && setTimeout(() => this.touch()));
    form.addEventListener("submit", (event) => event.defaultPrevented || this.depart(event));
    addEventListener("online", () => this.waiting && this.send());
    addEventListener("pagehide", () => this.leave());
    document.addEventListener("visibilitychange", () => document.hidden && this.leave());
    this.offer();
  }

  // What is typed, as pairs; files and what belongs to the page alone are left out.
  pairs() {
    return [...new FormData(this.form)].filter(([name, value]) => typeof value === "string" && !SKIPPED.includes(name) && !name.endsWith("-key"));
  }
  text() { return JSON.stringify(this.pairs()); }

  touch() {
    if (this.text() === this.sent) return;
    this.since ??= Date.now();
    this.keep();
    if (this.leaving) return;
    if (!this.waiting) this.say("typing");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), Math.max(0, Math.min(PAUSE, this.since + LONGEST - Date.now())));
  }

  keep() {
    try { localStorage.setItem(this.kept, JSON.stringify({ at: Date.now(), pairs: this.pairs() })); } catch { /* No room on the device: the server has the rest. */ }
  }

  async send() {
    clearTimeout(this.timer);
    if (this.busy || this.leaving) return;
    this.busy = true;
    this.since = undefined;
    const text = this.text();
    this.say("saving");
    try {
      const answer = await fetch(this.form.dataset.autosave, { method: "POST", body: this.body(), headers: { Accept: "application/json" }, redirect: "manual" });
      await this.heard(answer, text);
    } catch {
      this.later("offline");
    }
    this.busy = false;
    if (!this.waiting && this.text() !== text) this.touch();
  }

  body() {
    const body = new FormData();
    for (const [name, value] of this.pairs()) body.append(name, value);
    for (const name of ["csrfmiddlewaretoken", "seen"]) body.append(name, this.form.elements[name].value);
    return body;
  }

  async heard(answer, text) {
    if (answer.type === "opaqueredirect" || answer.status === 403) return this.say("out", {}, this.form.dataset.signIn, "again");
    if ([404, 423].includes(answer.status)) return this.stop(answer.status === 404 ? this.place.dataset.gone : (await answer.json()).refused);
    if (!answer.ok && answer.status !== 409) return this.later("trouble");
    const told = await answer.json();
    const seen = this.form.elements.seen;
    seen.value = JSON.stringify({ ...JSON.parse(seen.value || "{}"), ...told.marks });
    this.sent = text;
    this.waiting = this.tries = 0;
    const all = this.text() === text;
    if (all) localStorage.removeItem(this.kept);
    if (told.conflicts.length && this.held !== undefined) return location.assign(this.form.dataset.conflicts);
    if (told.conflicts.length) return this.say("two", {}, this.form.dataset.conflicts, "look");
    if (all && this.held !== undefined) return this.form.requestSubmit(this.held);
    return this.say("done", { time: told.saved, number: told.number });
  }

  // A button: what is not saved yet goes first, so that a cut line leaves the page, and the text, where they are.
  depart(event) {
    clearTimeout(this.timer);
    this.leaving = this.text() === this.sent;
    if (this.leaving) return;
    event.preventDefault();
    this.held = event.submitter;
    this.send();
  }

  later(word) {
    this.waiting = true;
    this.say(word);
    this.timer = setTimeout(() => this.send(), RETRY[Math.min(this.tries++, RETRY.length - 1)]);
  }

  stop(words) { this.leaving = true; this.line(words, "bad"); }

  // The page goes away, perhaps for good: the last words go along.
  leave() {
    if (this.leaving || this.text() === this.sent) return;
    this.keep();
    fetch(this.form.dataset.autosave, { method: "POST", body: this.body(), keepalive: true }).catch(() => {});
  }

  say(word, values = {}, address = "", link = "") {
    const words = Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), this.place.dataset[word]);
    this.line(words, { done: "good", typing: "", saving: "" }[word] ?? "bad");
    const anchor = this.place.querySelector("[data-link]");
    anchor.hidden = !address;
    if (address) { anchor.href = address; anchor.textContent = this.place.dataset[link]; }
  }
  line(words, state) {
    const line = this.place.querySelector("[data-line]");
    line.textContent = words;
    line.dataset.state = state;
  }

  offer() {
    const kept = JSON.parse(localStorage.getItem(this.kept) || "null");
    const known = new Set(this.pairs().map(([, value]) => value));
    const lost = (kept?.pairs ?? []).filter(([, value]) => value && !known.has(value));
    if (!lost.length) return void localStorage.removeItem(this.kept);
    const box = this.form.querySelector("[data-offer]");
    box.hidden = false;
    box.querySelector("[data-when]").textContent = new Date(kept.at).toLocaleString(document.documentElement.lang);
    box.querySelector("[data-text]").textContent = lost.map(([, value]) => value).join("\n\n");
    box.querySelector("[data-restore]").addEventListener("click", () => { this.restore(lost); box.hidden = true; this.touch(); });
    box.querySelector("[data-drop]").addEventListener("click", () => { localStorage.removeItem(this.kept); box.hidden = true; });
  }

  restore(lost) {
    for (const [name, value] of lost) {
      const found = [...this.form.elements].filter((input) => input.name === name && input.type !== "file");
      for (const input of found) {
        if (["checkbox", "radio"].includes(input.type)) input.checked ||= input.value === value;
        else input.value = value;
        input.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }
  }
}

for (const form of document.querySelectorAll("form[data-autosave]")) new Draft(form);
