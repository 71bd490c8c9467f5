// A file that goes in pieces (tus 1.0.0) and survives a cut: an element with data-upload holds a file input, a hidden
// input for the key, a progress bar and a line that says what happens. Without this module the file goes with the form.
const LARGEST = 1024 * 1024;
const SMALLEST = 64 * 1024;
const WANTED_SECONDS = 4; // how long a piece may take: a slow line sends small ones, and loses little when it is cut
const STOPS = [400, 401, 403, 413, 415, 429];

const encoded = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const wait = (seconds) => new Promise((done) => {
  const timer = setTimeout(done, seconds * 1000);
  addEventListener("online", () => { clearTimeout(timer); done(); }, { once: true });
});

class Upload {
  constructor(box) {
    this.box = box;
    this.form = box.closest("form");
    this.input = box.querySelector("input[type=file]");
    this.key = box.querySelector("[data-key]");
    this.state = box.querySelector("[data-state]");
    this.bar = box.querySelector("progress");
    this.line = box.querySelector("[data-line]");
    this.name = this.input.name;
    this.kept = `upload:${box.dataset.for}`;
    this.piece = LARGEST;
    this.input.addEventListener("change", () => this.input.files[0] && this.begin(this.input.files[0]));
    box.querySelector("[data-cancel]").addEventListener("click", () => this.cancel());
    this.form.addEventListener("submit", (event) => this.hold(event));
    this.remember();
  }

  // After a reload: what was whole is still there; what was not is chosen again, and goes on where it stopped.
  async remember() {
    const known = JSON.parse(localStorage.getItem(this.kept) || "null");
    if (!known) return;
    const answer = await this.ask(known.address, "HEAD").catch(() => null);
    if (!answer) return;
    if (!answer.ok) localStorage.removeItem(this.kept);
    else if (answer.headers.get("Upload-Offset") === answer.headers.get("Upload-Length")) this.finish(known);
    else this.say("again", { name: known.name });
  }

  ask(address, method, headers = {}, body = undefined) {
    const token = this.form.elements.csrfmiddlewaretoken.value;
    const all = { "Tus-Resumable": "1.0.0", "X-CSRFToken": token, "Accept-Language": document.documentElement.lang, ...headers };
    return fetch(address, { method, headers: all, body, signal: this.stop?.signal });
  }

  async begin(file) {
    this.stop?.abort();
    this.stop = new AbortController();
    this.turn = (this.turn || 0) + 1;
    const turn = this.turn;
    this.busy = true;
    this.key.value = "";
    this.fail("");
    this.show(0, file.size);
    try {
      const known = await this.addressOf(file);
      if (known && (await this.send(file, known))) this.finish(known);
    } catch (error) {
      if (error.name !== "AbortError") this.fail(error.message);
    }
    if (turn === this.turn) this.busy = false;
    if (!this.busy && this.key.value && this.held !== undefined) this.form.requestSubmit(this.held);
  }

  async addressOf(file) {
    const mark = { name: file.name, size: file.size, modified: file.lastModified };
    const old = JSON.parse(localStorage.getItem(this.kept) || "null");
    if (old && old.name === mark.name && old.size === mark.size && old.modified === mark.modified) return old;
    const metadata = `filename ${encoded(file.name)},pass ${encoded(this.box.dataset.pass)}`;
    const answer = await this.again(() =>
      this.ask(this.box.dataset.upload, "POST", { "Upload-Length": String(file.size), "Upload-Metadata": metadata }));
    mark.address = answer.headers.get("Location");
    localStorage.setItem(this.kept, JSON.stringify(mark));
    return mark;
  }

  async send(file, known) {
    for (;;) {
      const head = await this.again(() => this.ask(known.address, "HEAD"));
      let offset = Number(head.headers.get("Upload-Offset"));
      let cut = false;
      while (offset < file.size && !cut) {
        this.show(offset, file.size);
        const part = file.slice(offset, offset + this.piece);
        const headers = { "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" };
        const start = performance.now();
        const answer = await this.again(() => this.ask(known.address, "PATCH", headers, part), true);
        cut = !answer;
        if (cut) continue;
        offset = Number(answer.headers.get("Upload-Offset"));
        const fits = (part.size / ((performance.now() - start) / 1000)) * WANTED_SECONDS;
        this.piece = Math.min(LARGEST, Math.max(SMALLEST, Math.round(fits)));
      }
      if (!cut) return true;
    }
  }

  // Asks until there is an answer; what no second try would mend is thrown. With `once`, a cut gives null: where the
  // file stands is asked first.
  async again(act, once = false) {
    for (let pause = 1; ; pause = Math.min(15, pause * 2)) {
      const answer = await act().catch((error) => { if (error.name === "AbortError") throw error; });
      if (answer?.ok) return answer;
      if (answer && (answer.status === 404 || answer.status === 410)) {
        localStorage.removeItem(this.kept);
        throw new Error(this.text("gone"));
      }
      if (answer && STOPS.includes(answer.status)) throw new Error(this.plain(answer) ? await answer.text() : this.text("refused"));
      if (!answer) this.say("waiting");
      await wait(pause);
      if (once) return null;
    }
  }

  plain(answer) { return (answer.headers.get("Content-Type") || "").startsWith("text/plain"); }

  finish(known) {
    this.key.value = known.address.split("/").at(-2);
    this.input.removeAttribute("name");
    this.input.required = false;
    this.show(known.size, known.size);
    this.say("done", { name: known.name });
  }

  cancel() {
    const known = JSON.parse(localStorage.getItem(this.kept) || "null");
    this.stop?.abort();
    this.stop = undefined;
    if (known) this.ask(known.address, "DELETE").catch(() => {});
    localStorage.removeItem(this.kept);
    this.key.value = this.input.value = "";
    this.input.name = this.name;
    this.held = undefined;
    this.state.hidden = true;
    this.input.focus();
  }

  hold(event) {
    if (this.busy) { event.preventDefault(); this.held = event.submitter; this.say("hold"); } else if (this.key.value) localStorage.removeItem(this.kept);
  }
  show(done, all) { this.state.hidden = false; this.bar.max = all || 1; this.bar.value = done; this.say("sending", { percent: Math.floor((100 * done) / (all || 1)) }); }
  text(name, values = {}) { return Object.entries(values).reduce((text, [word, value]) => text.replace(`{${word}}`, value), this.box.dataset[name]); }
  say(name, values) { this.state.hidden = false; this.line.textContent = this.text(name, values); }
  fail(text) { const error = this.box.querySelector("[data-error]"); error.textContent = text; error.hidden = !text; if (text) { this.state.hidden = true; this.input.value = ""; } }
}

for (const box of document.querySelectorAll("[data-upload]")) new Upload(box);
