// The explorer's map: zoom and pan by buttons, keys, drag and ctrl + wheel; a point moves the focus
// to its row. A custom element, so that it also starts when a part of the page is replaced.

const STEP = 1.6;
const NEAREST = 8;
const WORLD = { width: 1000, height: 435 };
const calm = matchMedia("(prefers-reduced-motion: reduce)");

// The middle of a window that stays on the world, or is centred on it when it is larger.
const within = (middle, size, world) => (size >= world ? world / 2 : Math.min(world - size / 2, Math.max(size / 2, middle)));

class ProjectMap extends HTMLElement {
  connectedCallback() {
    this.svg = this.querySelector("svg");
    const [x, y, width, height] = this.svg.getAttribute("viewBox").split(" ").map(Number);
    this.home = { x: x + width / 2, y: y + height / 2, width };
    this.ratio = height / width;
    this.view = { ...this.home };
    for (const hidden of this.querySelectorAll("[hidden]")) hidden.hidden = false;
    this.svg.tabIndex = 0;
    this.points = [...this.querySelectorAll(".spot")].map((group) => {
      const { e, f } = group.transform.baseVal[0].matrix;
      return { group, x: e, y: f };
    });
    this.listen();
  }

  listen() {
    this.querySelector(".map-tools").addEventListener("click", (event) => {
      this.act(event.target.closest("button")?.dataset.act);
    });
    this.svg.addEventListener("keydown", (event) => this.key(event));
    this.svg.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.svg.addEventListener("pointerdown", (event) => this.grab(event));
    this.svg.addEventListener("focusin", (event) => this.reveal(event.target.closest(".point")));
    this.svg.addEventListener("click", (event) => this.show(event));
  }

  act(name) {
    if (name === "nearer") this.zoom(STEP);
    if (name === "farther") this.zoom(1 / STEP);
    if (name === "reset") this.move({ ...this.home });
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = this.view.width / 8;
    const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    const acts = { "+": "nearer", "=": "nearer", "-": "farther", 0: "reset" };
    if (moves[event.key]) this.pan(...moves[event.key]);
    else if (acts[event.key]) this.act(acts[event.key]);
    else return;
    event.preventDefault();
  }

  wheel(event) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, this.under(event), true);
  }

  grab(event) {
    if (event.button !== 0) return;
    const start = { x: event.clientX, y: event.clientY, view: this.view };
    const unit = 1 / this.svg.getScreenCTM().a;
    this.dragged = false;
    const drag = ({ clientX, clientY }) => {
      const [dx, dy] = [clientX - start.x, clientY - start.y];
      this.dragged ||= Math.hypot(dx, dy) > 4;
      if (this.dragged) this.move({ ...start.view, x: start.view.x - dx * unit, y: start.view.y - dy * unit }, true);
    };
    const end = () => {
      removeEventListener("pointermove", drag);
      this.classList.remove("map--held");
    };
    this.classList.add("map--held");
    addEventListener("pointermove", drag);
    for (const name of ["pointerup", "pointercancel"]) addEventListener(name, end, { once: true });
  }

  // A place reached by the Tab key is brought into the window.
  reveal(link) {
    if (!link) return;
    const { x, y } = this.points.find(({ group }) => group.contains(link));
    const { x: cx, y: cy, width } = this.view;
    const outside = Math.abs(x - cx) > width / 2 || Math.abs(y - cy) > (width * this.ratio) / 2;
    if (outside) this.move({ ...this.view, x, y });
  }

  show(event) {
    const link = event.target.closest(".point");
    if (!link) return;
    if (this.dragged) return event.preventDefault();
    const address = link.getAttribute("href");
    const row = address.startsWith("#") && document.getElementById(address.slice(1));
    if (!row) return;
    event.preventDefault();
    history.replaceState(null, "", address);
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ behavior: calm.matches ? "auto" : "smooth", block: "center" });
  }

  under({ clientX, clientY }) {
    return new DOMPoint(clientX, clientY).matrixTransform(this.svg.getScreenCTM().inverse());
  }

  zoom(factor, around = this.view, now = false) {
    const width = Math.min(WORLD.width, Math.max(this.home.width / NEAREST, this.view.width / factor));
    const share = width / this.view.width;
    const [x, y] = ["x", "y"].map((axis) => around[axis] + (this.view[axis] - around[axis]) * share);
    this.move({ x, y, width }, now);
  }

  pan(dx, dy) {
    this.move({ ...this.view, x: this.view.x + dx, y: this.view.y + dy });
  }

  move(view, now = false) {
    const from = this.drawn ?? this.home;
    const start = performance.now();
    const size = { x: view.width, y: view.width * this.ratio };
    this.view = { ...view, x: within(view.x, size.x, WORLD.width), y: within(view.y, size.y, WORLD.height) };
    cancelAnimationFrame(this.frame);
    const draw = (time) => {
      const done = now || calm.matches ? 1 : Math.min(1, Math.max(0, time - start) / 220);
      const eased = 1 - (1 - done) ** 3;
      this.draw(Object.fromEntries(Object.keys(this.view).map((key) => [key, from[key] + (this.view[key] - from[key]) * eased])));
      if (done < 1) this.frame = requestAnimationFrame(draw);
    };
    draw(start);
  }

  draw(view) {
    const height = view.width * this.ratio;
    const scale = view.width / this.home.width;
    this.drawn = view;
    this.svg.setAttribute("viewBox", [view.x - view.width / 2, view.y - height / 2, view.width, height].join(" "));
    for (const { group, x, y } of this.points) group.setAttribute("transform", `translate(${x} ${y}) scale(${scale})`);
  }
}

customElements.define("project-map", ProjectMap);
