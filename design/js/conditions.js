// Shows and hides questions while somebody answers, by the conditions that the server works out at each save
// (jumelage/foundation/questionnaires/rules/conditions.py). Without scripts every question stands there with its condition.

export const answered = (value) => {
  if (Array.isArray(value)) return value.some(answered);
  if (value && typeof value === "object") return Object.values(value).some(answered);
  return value !== undefined && value !== null && value !== false && value !== "";
};

const plain = (value) => value !== undefined && value !== null && typeof value !== "object";
const same = (value, wanted) => plain(value) && String(value).toLowerCase() === String(wanted).toLowerCase();
const number = (value) => (plain(value) && /^-?\d+(\.\d+)?$/.test(String(value)) ? Number(value) : null);

const ordered = (value, wanted, test) => {
  const [a, b] = [number(value), number(wanted)];
  if (a !== null && b !== null) return test(a, b);
  const days = typeof value === "string" && typeof wanted === "string" && value.length === wanted.length;
  return days && test(value, wanted);
};

const OPERATORS = {
  answered: (value) => answered(value),
  contains: (value, wanted) => (Array.isArray(value) ? value.some((one) => same(one, wanted)) : typeof value === "string" && value.toLowerCase().includes(String(wanted).toLowerCase())),
  eq: (value, wanted) => same(value, wanted),
  ne: (value, wanted) => !same(value, wanted),
  lt: (value, wanted) => ordered(value, wanted, (a, b) => a < b),
  le: (value, wanted) => ordered(value, wanted, (a, b) => a <= b),
  gt: (value, wanted) => ordered(value, wanted, (a, b) => a > b),
  ge: (value, wanted) => ordered(value, wanted, (a, b) => a >= b),
};

export const valueOf = (on, answers, context) => {
  if (on.startsWith("context.")) return context[on.slice(8)];
  const [code, part] = on.split(".");
  const value = answers[code];
  return part ? value?.[part] : value;
};

export const holds = (condition, answers, context) => {
  if (!condition) return true;
  if (condition.op) return OPERATORS[condition.op](valueOf(condition.on, answers, context), condition.value);
  const results = condition.of.map((part) => holds(part, answers, context));
  if (condition.join === "any") return results.some(Boolean);
  return condition.join === "all" ? results.every(Boolean) : !results.some(Boolean);
};

// An amount as the server reads it, in cents; null when it cannot be read.
export const cents = (text) => {
  const bare = text.replace(/€|EUR/g, " ").replace(/[\s\u00a0\u202f\u2009]+/g, " ").trim().replace(/,-{1,2}$/, "");
  const shapes = [
    /^([1-9]\d{0,2}(?:[ .'’]\d{3})+)(?:,(\d+))?$/,
    /^([1-9]\d{0,2}(?:,\d{3})+)\.(\d+)$/,
    /^([1-9]\d{0,2}(?:,\d{3}){2,})()$/,
    /^([1-9]\d{0,2}(?: \d{3})+)\.(\d+)$/,
    /^(\d+)(?:[.,](\d+))?$/,
  ];
  const match = shapes.map((shape) => shape.exec(bare)).find(Boolean);
  if (!match || (match[2] ?? "").length > 2) return null;
  return Number(match[1].replace(/\D/g, "")) * 100 + Number((match[2] || "0").padEnd(2, "0"));
};

const Base = globalThis.HTMLElement ?? Object;

class FormSection extends Base {
  // For the sums of a budget: one reading of amounts for all.
  static cents = cents;

  connectedCallback() {
    this.known = JSON.parse(this.dataset.known || "{}");
    this.context = JSON.parse(this.dataset.context || "{}");
    this.questions = [...this.querySelectorAll("[data-code]")];
    this.conditions = new Map(this.questions.filter((one) => one.dataset.when).map((one) => [one, JSON.parse(one.dataset.when)]));
    for (const question of this.conditions.keys()) question.querySelector(".when")?.classList.add("vh");
    for (const kind of ["input", "change"]) this.addEventListener(kind, () => this.update());
    this.update();
  }

  // What is written in a question, as the server would keep it.
  read(question) {
    const inputs = [...question.querySelectorAll("input, select, textarea")].filter((one) => one.name && one.type !== "hidden");
    const name = `f-${question.dataset.code}`;
    const boxes = inputs.filter((one) => one.type === "checkbox" || one.type === "radio");
    if (boxes.length && boxes[0].type === "radio") return boxes.find((one) => one.checked)?.value ?? null;
    if (boxes.length) return boxes[0].id === name ? boxes[0].checked : boxes.filter((one) => one.checked).map((one) => one.value);
    const single = inputs.find((one) => one.name === name);
    if (single) return this.value(single);
    const parts = inputs.filter((one) => one.name.startsWith(`${name}-`));
    return Object.fromEntries(parts.map((one) => [one.name.slice(name.length + 1), this.value(one)]));
  }

  value(input) {
    const text = input.value.trim();
    if (!text) return null;
    if (input.closest(".euro")) return cents(text) ?? { raw: text };
    return input.inputMode ? text.replace(",", ".") : text;
  }

  update() {
    const answers = { ...this.known };
    const open = new Set(this.questions);
    // What is hidden counts as not answered, which may hide more: as often as there are conditions is enough.
    for (let round = 0; round <= this.conditions.size; round += 1) {
      for (const question of this.questions) answers[question.dataset.code] = open.has(question) ? this.read(question) : null;
      for (const [question, condition] of this.conditions) open[holds(condition, answers, this.context) ? "add" : "delete"](question);
    }
    for (const question of this.conditions.keys()) question.hidden = !open.has(question);
  }
}

globalThis.customElements?.define("form-section", FormSection);
