// The sums of a budget while it is filled in; the server works them out again at each save.

class BudgetTable extends HTMLElement {
  connectedCallback() {
    this.rules = JSON.parse(this.dataset.rules);
    this.addEventListener("input", () => this.update());
    this.update();
  }

  amounts(list) {
    return [...this.querySelectorAll(`[data-list="${list}"] [data-row]`)].map((row) => ({
      cents: this.read(row.querySelector('[name$="-cents"]')),
      category: row.querySelector('[name$="-category"]')?.value,
    }));
  }

  // What cannot be read counts for nothing; its own message tells so at the next save.
  read(input) {
    return input ? (customElements.get("form-section").cents(input.value) ?? 0) : 0;
  }

  update() {
    const sum = (rows) => rows.reduce((total, row) => total + row.cents, 0);
    const costs = this.amounts("costs");
    const income = sum(this.amounts("income"));
    const ask = this.read(this.querySelector('[name$="-ask_cents"]'));
    const resources = income + this.read(this.querySelector('[name$="-own_cents"]')) + ask;
    const eligible = sum(costs.filter((row) => this.rules.eligible.includes(row.category)));
    const gap = sum(costs) - resources;
    this.show({ costs: sum(costs), income, in_kind: sum(this.amounts("in_kind")), resources, gap });
    this.querySelector("[data-gap]").toggleAttribute("data-even", gap === 0 && sum(costs) > 0);
    this.limit(sum(costs), eligible, ask);
  }

  // Before any cost is written, the cap alone is known.
  limit(costs, eligible, ask) {
    const { cap, share } = this.rules;
    const limits = [];
    if (cap !== null) limits.push(cap);
    if (share !== null && (costs || cap === null)) limits.push(Math.floor((eligible * share) / 100));
    if (!limits.length) return;
    const most = Math.min(...limits);
    this.show({ most });
    this.querySelector("[data-most]")?.toggleAttribute("data-over", ask > most);
  }

  show(sums) {
    for (const [name, value] of Object.entries(sums)) {
      const digits = value % 100 ? 2 : 0;
      const options = { style: "currency", currency: "EUR", minimumFractionDigits: digits, maximumFractionDigits: digits };
      const words = new Intl.NumberFormat(`${this.rules.language}-BE`, options).format(value / 100);
      for (const place of this.querySelectorAll(`[data-sum="${name}"]`)) if (place.textContent !== words) place.textContent = words;
    }
  }
}

customElements.define("budget-table", BudgetTable);
