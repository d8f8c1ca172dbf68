// Passkeys: a form marked with data-passkey has the device asked before it is sent. Without this script, or where the
// browser has no passkeys, such a form stays hidden or asks for the PIN alone; the link to sign in works as before.

const ANSWERS = ["assertion", "creation"];

if (window.PublicKeyCredential && navigator.credentials) {
  for (const form of document.querySelectorAll("form[data-passkey]")) enable(form);
}

function enable(form) {
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true;
    tell(form, "");
    try {
      for (const ceremony of form.dataset.passkey.split(" ")) await perform(form, ceremony);
      form.submit();
    } catch (error) {
      tell(form, error.told ?? form.dataset.failed);
    }
    button.disabled = false;
  });
}

async function perform(form, ceremony) {
  // A PIN that is typed takes the place of a touch.
  const making = ceremony === "add" || ceremony === "join";
  if (!making && form.elements.namedItem(form.dataset.unless)?.value) return;
  const asked = await ask(form, ceremony);
  const answer = making
    ? await navigator.credentials.create({ publicKey: creation(asked) })
    : await navigator.credentials.get({ publicKey: request(asked) });
  const said = answer.response;
  const common = { id: text(answer.rawId), client: text(said.clientDataJSON), nonce: asked.nonce };
  if (making) {
    put(form, "creation", { ...common, data: text(said.getAuthenticatorData()) });
  } else {
    const user = said.userHandle?.byteLength ? text(said.userHandle) : null;
    const signed = { data: text(said.authenticatorData), signature: text(said.signature), user };
    put(form, "assertion", { ...common, ...signed });
  }
}

async function ask(form, ceremony) {
  const body = new URLSearchParams(form.dataset.ask);
  for (const field of form.elements) {
    const kept = field.name && field.type !== "password" && !ANSWERS.includes(field.name);
    if (kept) body.set(field.name, field.value);
  }
  body.set("ceremony", ceremony);
  const response = await fetch("/passkeys/ask", { method: "POST", body });
  const asked = await response.json();
  if (asked.told) throw asked;
  return asked;
}

function creation(asked) {
  const { challenge, rp, user, algorithms, known, timeout } = asked;
  return {
    challenge: bytes(challenge),
    rp,
    user: { ...user, id: bytes(user.id) },
    pubKeyCredParams: algorithms.map((alg) => ({ type: "public-key", alg })),
    excludeCredentials: credentials(known),
    authenticatorSelection: {
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    },
    attestation: "none",
    timeout,
  };
}

function request(asked) {
  const { challenge, rp, known, timeout } = asked;
  const allowCredentials = credentials(known);
  return { challenge: bytes(challenge), rpId: rp.id, allowCredentials, userVerification: "required", timeout };
}

const credentials = (known) => known.map((id) => ({ type: "public-key", id: bytes(id) }));

function put(form, name, answer) {
  let field = form.elements.namedItem(name);
  if (!field) {
    field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    form.append(field);
  }
  field.value = JSON.stringify(answer);
}

function tell(form, text) {
  const place = form.querySelector("[data-passkey-error]");
  place.hidden = !text;
  place.textContent = text;
}

function bytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function text(buffer) {
  const plain = btoa(String.fromCharCode(...new Uint8Array(buffer)));
  return plain.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
