// Looks again where a long work stands, every three seconds while it runs; without this file, the link does it.
const EVERY = 3000;

const look = async () => {
  const place = document.querySelector("[data-watch]");
  if (!place) return;
  try {
    const answer = await fetch(place.dataset.watch, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const news = page.getElementById("work");
    if (news && news.textContent !== place.textContent) {
      // Over: the whole page changes, with its buttons.
      if (!news.dataset.watch) return void location.reload();
      place.replaceWith(document.adoptNode(news));
    }
  } catch { /* The link is poor: the next look may pass. */ }
  setTimeout(look, EVERY);
};

setTimeout(look, EVERY);
