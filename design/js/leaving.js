// Texts kept on this device: forgotten when they are deposited, and when somebody signs out of a device that others use.
const PREFIX = "draft:";
const names = (start) => Object.keys(localStorage).filter((name) => name.startsWith(PREFIX + start));
const forget = (start) => names(start).forEach((name) => localStorage.removeItem(name));

for (const place of document.querySelectorAll("[data-forget]")) forget(place.dataset.forget);

for (const form of document.querySelectorAll("form[data-signs-out]")) {
  form.addEventListener("submit", (event) => {
    if (names("").length && !confirm(form.dataset.signsOut)) event.preventDefault();
    else forget("");
  });
}
