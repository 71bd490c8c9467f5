// Counts a text as its reader does, in the same way as the server
// (jumelage/foundation/questionnaires/rules/texts.py): what counts here is what counts there.

const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\ufeff\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]/gu;
const LINE_ENDS = /\r\n|[\r\u000b\u000c\u0085\u2028\u2029]/g;
const BLANKS = " \t\n\u00a0";
const EXTENDS = /^[\p{M}\u200d\u200c\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}]$/u;
const LETTER = /^[\p{L}\p{N}]$/u;
const FLAG = /^[\u{1f1e6}-\u{1f1ff}]$/u;

// By hand: a pattern would look at a long row of blanks inside the text once for each of them.
const stripped = (text) => {
  let [start, end] = [0, text.length];
  while (BLANKS.includes(text[start])) start += 1;
  while (end > start && BLANKS.includes(text[end - 1])) end -= 1;
  return text.slice(start, end);
};

export const clean = (text) => stripped(text.replace(INVISIBLE, "").replace(LINE_ENDS, "\n").normalize("NFC"));

const characters = (text) => {
  let [count, joined, flag] = [0, false, false];
  for (const one of text) {
    if (EXTENDS.test(one)) {
      joined = one === "\u200d";
      continue;
    }
    const half = FLAG.test(one);
    if (half && flag) {
      flag = joined = false;
      continue;
    }
    if (!(joined && !LETTER.test(one))) count += 1;
    flag = half;
    joined = false;
  }
  return count;
};

const words = (text) => text.split(/[ \t\n\u00a0\u2000-\u200a\u202f\u205f\u3000]+/).filter((run) => [...run].some((one) => LETTER.test(one))).length;

export const count = (text, unit) => (unit === "words" ? words(clean(text)) : characters(clean(text)));

const Base = globalThis.HTMLElement ?? Object;

class TextCounter extends Base {
  connectedCallback() {
    this.input = document.getElementById(this.dataset.for);
    this.limit = Number(this.dataset.limit);
    // Heard when typing pauses, not at each key.
    this.said = document.createElement("span");
    this.said.className = "vh";
    this.said.setAttribute("role", "status");
    this.after(this.said);
    this.input?.addEventListener("input", () => this.update());
    this.update(true);
  }

  update(silent) {
    if (!this.input) return;
    const now = count(this.input.value, this.dataset.unit);
    const over = now > this.limit;
    this.querySelector("[data-now]").textContent = now;
    this.toggleAttribute("data-full", over);
    clearTimeout(this.timer);
    if (silent || now < this.limit * 0.9) return;
    this.timer = setTimeout(() => {
      this.said.textContent = over ? `${this.textContent.trim()} (${this.dataset.over})` : this.textContent.trim();
    }, 1200);
  }
}

globalThis.customElements?.define("text-counter", TextCounter);
