// The server's clock near a deadline: the page says what time it was there, this device only counts the seconds since.

function tick(place, start) {
  const passed = performance.now() - start;
  const [now, end] = [place.dataset.clock, place.dataset.end].map((text) => Date.parse(text));
  const zone = place.dataset.clock.slice(-6);
  const minutes = zone.includes(":") ? Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4))) : 0;
  const local = new Date(now + passed + minutes * 60000);
  place.querySelector("[data-time]").textContent = local.toISOString().slice(11, 19);
  const left = Math.floor((end - now - passed) / 1000);
  const [hours, rest] = [Math.floor(left / 3600), left % 3600];
  const time = [hours, Math.floor(rest / 60), rest % 60].map((part) => String(part).padStart(2, "0")).join(":");
  const line = place.querySelector("[data-rest]");
  line.textContent = left < 0 ? place.dataset.over : place.dataset.left.replace("{time}", time);
  place.toggleAttribute("data-late", left < 600);
}

for (const place of document.querySelectorAll("[data-clock]")) {
  const start = performance.now();
  tick(place, start);
  setInterval(() => tick(place, start), 1000);
}
