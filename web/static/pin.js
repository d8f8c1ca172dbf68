// A nicer field for the PIN: only digits, and a button that shows them. The field works as well without this.

for (const field of document.querySelectorAll("input[data-pin]")) {
  field.addEventListener("input", () => {
    const digits = field.value.replace(/\D/g, "").slice(0, field.maxLength);
    if (digits !== field.value) field.value = digits;
  });

  const box = document.createElement("div");
  box.className = "pin-box";
  field.before(box);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain";
  button.textContent = field.dataset.show;
  button.setAttribute("aria-controls", field.id);
  button.addEventListener("click", () => {
    const hidden = field.type === "password";
    field.type = hidden ? "text" : "password";
    button.textContent = hidden ? field.dataset.hide : field.dataset.show;
    field.focus();
  });
  box.append(field, button);
}
