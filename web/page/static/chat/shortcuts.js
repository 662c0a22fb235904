// Keyboard shortcuts, with a list of them; single keys can be switched off.
import { showDialog } from "../dialog.js";
import { button, element } from "../dom.js";
import { t } from "../texts.js";

const KEPT = "single-keys";

export function startShortcuts(keys, escape) {
  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog:modal")) return;
    if (event.key === "Escape") {
      if (escape()) event.preventDefault();
      return;
    }
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !singleKeys() || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key].run();
  });
}

export function showShortcuts(keys) {
  const rows = [...Object.entries(keys).map(([key, { text }]) => [key, text]), ["Enter", "shortcut_send"], ["Esc", "shortcut_escape"]];
  const list = rows.flatMap(([key, text]) => [element("dt", {}, element("kbd", {}, key)), element("dd", {}, t(text))]);
  const single = element("input", { type: "checkbox", checked: singleKeys() });
  single.addEventListener("change", () => localStorage.setItem(KEPT, single.checked ? "on" : "off"));
  const close = button(t("close"), () => document.querySelector("#dialog").close(), { className: "" });
  showDialog(t("shortcuts"), element("dl", { className: "keys" }, ...list), element("label", {}, single, " ", t("shortcuts_on")), close);
}

function singleKeys() {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true;
  }
}
