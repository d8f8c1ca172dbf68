// Small comforts on every page; nothing depends on them.

// Copy a link: the button is hidden without this script.
comfort(document);
document.addEventListener("arrived", (event) => comfort(event.detail));

function comfort(root) {
  for (const button of root.querySelectorAll("[data-copy]")) enableCopy(button);
}

function enableCopy(button) {
  const field = document.getElementById(button.dataset.copy);
  if (!field || !navigator.clipboard) return;
  const label = button.querySelector("span");
  const before = label.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(field.value);
    label.textContent = button.dataset.done;
    setTimeout(() => (label.textContent = before), 2000);
  });
}

// Close the menu with Escape or a click elsewhere.
const menu = document.querySelector("details.menu");
document.addEventListener("click", (event) => {
  if (menu?.open && !menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu?.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
