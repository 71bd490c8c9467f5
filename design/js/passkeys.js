// Passkeys: a form with data-passkey fills its hidden credential by asking the device, then sends itself.
const decode = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const encode = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const keys = (list = []) => list.map((key) => ({ ...key, id: decode(key.id) }));

async function optionsOf(form) {
  if (form.dataset.options) return JSON.parse(document.getElementById(form.dataset.options).textContent);
  const answer = await fetch(form.dataset.optionsUrl, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`options: ${answer.status}`);
  return answer.json();
}

function forCreation(options) {
  return {
    ...options,
    challenge: decode(options.challenge),
    user: { ...options.user, id: decode(options.user.id) },
    excludeCredentials: keys(options.excludeCredentials),
    // Kept on the device and opened by the person: the key alone then opens the account.
    authenticatorSelection: {
      ...options.authenticatorSelection,
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    },
  };
}

const forUse = (options) => ({
  ...options,
  challenge: decode(options.challenge),
  allowCredentials: keys(options.allowCredentials),
});

function asJson(credential) {
  const { response } = credential;
  const parts = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[name]) parts[name] = encode(response[name]);
  }
  if (response.getTransports) parts.transports = response.getTransports();
  return JSON.stringify({
    type: credential.type,
    id: credential.id,
    rawId: encode(credential.rawId),
    authenticatorAttachment: credential.authenticatorAttachment,
    response: parts,
    clientExtensionResults: credential.getClientExtensionResults(),
  });
}

async function ask(form) {
  const [{ publicKey }] = Object.values(await optionsOf(form));
  const credential =
    form.dataset.passkey === "create"
      ? await navigator.credentials.create({ publicKey: forCreation(publicKey) })
      : await navigator.credentials.get({ publicKey: forUse(publicKey) });
  form.elements.credential.value = asJson(credential);
  form.submit();
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const button = form.querySelector("[data-passkey-go]");
  const error = form.querySelector("[data-passkey-error]");
  button.hidden = !window.PublicKeyCredential;
  const go = (event) => {
    event.preventDefault();
    error.hidden = true;
    ask(form).catch(() => {
      error.hidden = false;
    });
  };
  button.addEventListener("click", go);
  form.addEventListener("submit", go);
}
