// Adds and takes away rows at once; without scripts the same buttons send the page.

class FormRows extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector("[data-rows]");
    this.add = this.querySelector("[data-add]");
    this.said = this.querySelector("[data-said]");
    this.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button?.matches("[data-add]")) this.more(event);
      else if (button?.matches("[data-remove]")) this.less(event, button);
    });
    this.update();
  }

  get rows() {
    return [...this.list.querySelectorAll("[data-row]")];
  }

  more(event) {
    event.preventDefault();
    const numbers = this.rows.map((row) => Number(/(\d+)$/.exec(row.id)?.[1] ?? -1));
    const number = Math.max(-1, ...numbers) + 1;
    const row = this.querySelector("template").content.firstElementChild.cloneNode(true);
    for (const part of [row, ...row.querySelectorAll("*")]) {
      for (const { name, value } of [...part.attributes]) {
        if (/-new(?=-|$)/.test(value)) part.setAttribute(name, value.replace(/-new(?=-|$| )/g, `-${number}`));
        if (name === "value" && value.startsWith("remove:")) part.value = value.replace(/new$/, number);
      }
    }
    this.list.append(row);
    this.update();
    row.querySelector("input, select, textarea")?.focus();
    this.tell(this.said.dataset.added);
  }

  less(event, button) {
    event.preventDefault();
    const row = button.closest("[data-row]");
    const next = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    if (!this.rows.length) this.more(event);
    this.update();
    (next ?? this.rows[0])?.focus();
    this.tell(this.said.dataset.removed);
  }

  update() {
    this.rows.forEach((row, number) => {
      for (const place of row.querySelectorAll("[data-number]")) place.textContent = number + 1;
    });
    this.add.hidden = this.rows.length >= Number(this.dataset.most);
  }

  // Whoever keeps drafts hears that something changed.
  tell(words) {
    this.said.textContent = words;
    this.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

customElements.define("form-rows", FormRows);
