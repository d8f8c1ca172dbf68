// Live updates. The server renders every fragment; this only puts it where it belongs. Events of the stream:
//   post    a post for the top of the timeline
//   direct  a message for the end of the direct conversation
//   card    a payment card, for every place that shows this payment
//   gone    the id of a post that was deleted
//   money   the panel with the reader's money
//   counts  {"/needs": 2, "/messages": 1}: the numbers beside the places
//   drive   what a charity was given
//   reload  something was missed: read the page again

const root = document.querySelector("[data-live]");
if (root && "EventSource" in window) start(new EventSource(root.dataset.live));

function start(stream) {
  const on = (name, act) => stream.addEventListener(name, (event) => act(event.data));
  on("post", (html) => insert("timeline", html, "prepend"));
  on("direct", (html) => insert("talk", html, "append"));
  on("card", replaceCards);
  on("gone", (id) => document.getElementById(`post-${id}`)?.remove());
  on("money", (html) => replace(document.getElementById("money"), html));
  on("counts", (json) => {
    // The list of what waits is read again whole: it is short, and its order may have changed.
    if (showCounts(json).includes("/needs") && location.pathname === "/needs") reload();
  });
  on("drive", (html) => replace(document.getElementById("drive"), html));
  on("reload", reload);
  for (const form of document.querySelectorAll("form.composer")) sendQuietly(form, stream);
}

function fragment(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild;
}

function insert(list, html, where) {
  const place = document.getElementById(list);
  const element = fragment(html);
  if (!place || !element || document.getElementById(element.id)) return;
  place.querySelector("[data-empty]")?.remove();
  element.classList.add("new");
  if (where === "append") moveCards(place, element);
  place[where](element);
  announce(element);
  // Beside the timeline the talk keeps to its end by itself; on its own page the reader follows it.
  if (where === "append" && !document.getElementById("timeline")) element.scrollIntoView({ block: "nearest" });
}

// In the conversation a payment has one card, at the latest message about it.
function moveCards(place, element) {
  const ids = new Set([...element.querySelectorAll("[data-card]")].map((card) => card.dataset.card));
  for (const old of place.querySelectorAll("[data-card]")) if (ids.has(old.dataset.card)) old.remove();
}

function replace(old, html) {
  const element = old && fragment(html);
  if (!element) return;
  old.replaceWith(element);
  announce(element);
}

// page.js puts the small comforts on what has arrived.
function announce(element) {
  document.dispatchEvent(new CustomEvent("arrived", { detail: element }));
}

function replaceCards(html) {
  const id = fragment(html)?.dataset.card;
  for (const old of document.querySelectorAll("[data-card]")) {
    if (old.dataset.card !== id) continue;
    if ("reload" in old.dataset) reload();
    else replace(old, html);
  }
}

// Shows the numbers beside the places; gives the places whose number is another than before.
function showCounts(json) {
  const changed = [];
  for (const [place, count] of Object.entries(JSON.parse(json))) {
    const badge = document.querySelector(`[data-count="${CSS.escape(place)}"]`);
    if (!badge) continue;
    if (badge.firstChild.nodeValue !== String(count)) changed.push(place);
    badge.firstChild.nodeValue = String(count);
    badge.hidden = count === 0;
  }
  return changed;
}

// A page is read again only when nothing would be lost that somebody is writing.
function reload() {
  const writing = [...document.querySelectorAll("textarea, input.pin")].some((field) => field.value !== "");
  if (!writing) location.reload();
}

// While the stream is open, a message is sent without leaving the page: it comes back through the stream.
function sendQuietly(form, stream) {
  const field = form.querySelector("textarea");
  form.addEventListener("submit", async (event) => {
    if (stream.readyState !== EventSource.OPEN || form.dataset.plain) return;
    event.preventDefault();
    if (form.dataset.busy) return;
    form.dataset.busy = "yes";
    try {
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
      if (answer.type === "opaqueredirect" || answer.ok) clear(form, field);
      else submitPlainly(form);
    } catch {
      submitPlainly(form);
    } finally {
      delete form.dataset.busy;
    }
  });
  if (form.closest(".talk")) {
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
  }
}

// The key makes a second delivery harmless, so the plain way may repeat what the quiet way tried.
function submitPlainly(form) {
  form.dataset.plain = "yes";
  form.requestSubmit();
}

function clear(form, field) {
  field.value = "";
  form.elements.key.value = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
  form.querySelector("[name=reply_to]")?.remove();
  form.querySelector(".answers")?.remove();
  form.querySelector(".error")?.remove();
  field.focus();
}
