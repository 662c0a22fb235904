// The list of keyboard shortcuts; single keys can be switched off.
import { showDialog } from "../dialog.js";
import { button, element } from "../dom.js";
import { t } from "../texts.js";
import { KEPT, singleKeys } from "./keys.js";

export function showShortcuts(keys) {
  const rows = [...Object.entries(keys).map(([key, { text }]) => [key, text]), ["Enter", "shortcut_send"], ["Esc", "shortcut_escape"]];
  const list = rows.flatMap(([key, text]) => [element("dt", {}, element("kbd", {}, key)), element("dd", {}, t(text))]);
  const single = element("input", { type: "checkbox", checked: singleKeys() });
  single.addEventListener("change", () => localStorage.setItem(KEPT, single.checked ? "on" : "off"));
  const close = button(t("close"), () => document.querySelector("#dialog").close(), { className: "" });
  showDialog(t("shortcuts"), element("dl", { className: "keys" }, ...list), element("label", {}, single, " ", t("shortcuts_on")), close);
}
