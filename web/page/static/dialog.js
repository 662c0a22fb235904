// One dialog for everything that is asked or shown above the page.
import { button, element } from "./dom.js";
import { t } from "./texts.js";

const NEAR = 12; // pixels
const SOON = 1000; // milliseconds
const dialog = document.querySelector("#dialog");
let closing = { x: 0, y: 0, at: -SOON }; // the last click in the dialog

// A second click where one has closed the dialog is meant for the dialog, not for what lies beneath.
document.addEventListener("click", (event) => {
  const { clientX: x, clientY: y, timeStamp, detail } = event;
  if (!detail) return; // it came by the keyboard
  if (dialog?.open) closing = { x, y, at: timeStamp };
  else if (timeStamp - closing.at < SOON && Math.hypot(x - closing.x, y - closing.y) < NEAR) {
    event.preventDefault();
    event.stopPropagation();
  }
}, true);

export function showDialog(title, ...content) {
  dialog.replaceChildren(element("h2", { id: "dialog-title" }, title), ...content);
  dialog.showModal();
}

export function ask(title, confirm, field) {
  return new Promise((resolve) => {
    const form = element("form", { method: "dialog" }, ...(field ? [field] : []));
    form.append(
      element("div", { className: "actions" }, element("button", { type: "submit", value: "yes" }, confirm), button(t("cancel"), () => dialog.close(""))),
    );
    dialog.returnValue = "";
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
    showDialog(title, form);
  });
}
