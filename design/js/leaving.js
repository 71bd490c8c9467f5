// Texts kept on this device: forgotten when they are deposited, and when somebody signs out of a device that others use.
// At every other way out, and without this module, the answer of the server says the same (Clear-Site-Data).
const names = (start) => Object.keys(localStorage).filter((name) => name.startsWith(`draft:${start}`));

for (const place of document.querySelectorAll("[data-forget]")) {
  names(place.dataset.forget).forEach((name) => localStorage.removeItem(name));
}

for (const form of document.querySelectorAll("form[data-signs-out]")) {
  form.addEventListener("submit", (event) => {
    if (names("").length && !confirm(form.dataset.signsOut)) event.preventDefault();
    else localStorage.clear();
  });
}
