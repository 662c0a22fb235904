// One dialog for everything that is asked or shown above the page.
import { button, element } from "./dom.js";
import { t } from "./texts.js";

const dialog = document.querySelector("#dialog");

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
