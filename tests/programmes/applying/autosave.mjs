// A page of an application without a browser: its form, its line, its device, its network. Says after each scene what became of it.
import { readFileSync } from "node:fs";
const listeners = {};
const fields = { "f-title": "a", seen: "{}", csrfmiddlewaretoken: "t" };
const line = { textContent: "", dataset: {} }, anchor = { hidden: true };
const place = { dataset: { typing: "typing", saving: "saving", done: "done {time} {number}", offline: "offline", out: "out", again: "again", two: "two", look: "look", trouble: "trouble", gone: "gone" }, querySelector: (s) => (s === "[data-line]" ? line : anchor) };
let submitted = [];
const form = {
  dataset: { draft: "1:k:s", autosave: "/keep/", conflicts: "/two/", signIn: "/in/" },
  elements: { seen: { get value() { return fields.seen; }, set value(v) { fields.seen = v; } }, csrfmiddlewaretoken: { value: "t" } },
  addEventListener: (n, f) => (listeners[n] ??= []).push(f),
  querySelector: (s) => (s === "[data-saved]" ? place : { hidden: true, querySelector: () => ({ addEventListener() {} }) }),
  requestSubmit(by) { const e = { submitter: by, defaultPrevented: false, preventDefault() { this.defaultPrevented = true; } }; listeners.submit.forEach((f) => f(e)); if (!e.defaultPrevented) submitted.push(by); },
};
globalThis.FormData = class { constructor(f) { this.l = f ? Object.entries(fields) : []; } append(n, v) { this.l.push([n, v]); } [Symbol.iterator]() { return this.l[Symbol.iterator](); } };
const store = new Map();
globalThis.localStorage = { setItem: (k, v) => store.set(k, v), getItem: (k) => store.get(k) ?? null, removeItem: (k) => store.delete(k) };
globalThis.document = { querySelectorAll: () => [form], addEventListener() {}, documentElement: { lang: "fr" } };
globalThis.addEventListener = (n, f) => (listeners["w-" + n] ??= []).push(f);
let went = ""; globalThis.location = { assign: (a) => { went = a; } };
let mode = "ok", sends = 0;
globalThis.fetch = async () => { sends++; await wait(20); if (mode === "cut") throw new TypeError("cut"); if (mode === "out") return { type: "opaqueredirect", status: 0 };
  if (mode === "gone") return { status: 404, ok: false };
  if (mode === "late") return { status: 423, ok: false, json: async () => ({ refused: "trop tard" }) };
  return { ok: true, status: 200, json: async () => ({ marks: {}, conflicts: mode === "two" ? ["f-title"] : [], saved: "12:00", number: 2 }) }; };
const wait = (ms) => new Promise((d) => setTimeout(d, ms));
const type = (v) => { fields["f-title"] = v; listeners.input.forEach((f) => f({})); };
const press = (n) => form.requestSubmit(n);
await import("data:text/javascript," + encodeURIComponent(readFileSync(process.argv[2], "utf8")));
const say = (scene) => console.log(JSON.stringify({ scene, submitted, line: line.textContent, kept: store.size, went })) || (submitted = []);
press("next"); say("nothing was typed");
type("b"); press("next"); await wait(60); say("typed and pressed");
mode = "cut"; type("c"); press("next"); await wait(60); say("the line is cut");
mode = "ok"; await wait(2300); say("the line is back");
mode = "cut"; type("d"); press("next"); await wait(60); mode = "ok"; type("e"); await wait(2700); say("went on writing meanwhile");
mode = "out"; type("f"); press("next"); await wait(60); say("signed out");
mode = "ok"; type("g"); await wait(800); say("signed in again");
mode = "late"; type("h"); press("next"); await wait(60); type("i"); await wait(700); say("too late");
mode = "gone"; type("j"); press("next"); await wait(60); say("taken out");
mode = "two"; press("next"); await wait(60); say("two texts");
process.exit(0);
