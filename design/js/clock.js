// The server's clock, second by second. Without this script the page shows the hour when it was made.
const shown = document.querySelector("[data-clock] time");

// How far this device is from the server, in milliseconds: the answer's date, at the middle of the journey.
async function distance() {
  const before = Date.now();
  const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" });
  const there = Date.parse(answer.headers.get("Date") ?? "");
  return there + 500 - (before + Date.now()) / 2;
}

function tick(zone, apart) {
  const now = new Date(Date.now() + apart);
  const words = now.toLocaleTimeString("fr-BE", { timeZone: zone, hour12: false });
  shown.textContent = words;
  shown.dateTime = now.toISOString();
}

if (shown) {
  try {
    const apart = await distance();
    if (Number.isFinite(apart)) {
      const zone = shown.closest("[data-clock]").dataset.clock;
      tick(zone, apart);
      setInterval(tick, 1000, zone, apart);
    }
  } catch {
    // No network: the hour of the page stays.
  }
}
