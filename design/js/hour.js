// The server's hour, second by second, wherever the page was kept. Without this script it is the hour when the page was made.
const shown = document.querySelector("[data-hour] time");

// How far this device is from the server, in milliseconds: the answer's date, in the middle of the journey.
async function distance() {
  const before = Date.now();
  const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" });
  return Date.parse(answer.headers.get("Date") ?? "") + 500 - (before + Date.now()) / 2;
}

function tick(zone, apart) {
  const now = new Date(Date.now() + apart);
  shown.textContent = now.toLocaleTimeString("fr-BE", { timeZone: zone, hour12: false });
  shown.dateTime = now.toISOString();
}

if (shown) {
  const apart = await distance().catch(() => Number.NaN);
  if (Number.isFinite(apart)) {
    const place = shown.closest("[data-hour]");
    tick(place.dataset.hour, apart);
    setInterval(tick, 1000, place.dataset.hour, apart);
    place.closest("p").hidden = false;
  }
}
