// What can be done with a conversation, above the list of them.
import { read } from "../api.js";
import { tell } from "./copy.js";
import { ask } from "../dialog.js";
import { button, element } from "../dom.js";
import { at } from "../root.js";
import { t } from "../texts.js";

export function openMenu(opener, { conversation_id: id, title }, changed) {
  const address = at(`/conversations/${id}/export?format=`);
  const menu = element(
    "div",
    { className: "menu", popover: "auto", role: "group", "aria-label": opener.getAttribute("aria-label") },
    button(t("rename"), () => rename(id, title, changed)),
    button(t("delete"), () => remove(id, changed)),
    element("a", { href: `${address}markdown`, download: "" }, t("export_markdown")),
    element("a", { href: `${address}json`, download: "" }, t("export_json")),
  );
  menu.addEventListener("toggle", ({ newState }) => {
    opener.setAttribute("aria-expanded", newState === "open");
    if (newState === "open") menu.querySelector("button").focus();
    else menu.remove();
  });
  opener.after(menu);
  const { bottom, right } = opener.getBoundingClientRect();
  menu.showPopover();
  menu.style.left = `${Math.max(8, Math.min(right - 40, innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(bottom, innerHeight - menu.offsetHeight - 8))}px`;
}

async function rename(id, title, changed) {
  const input = element("input", { value: title, maxLength: 120, required: true });
  if (await ask(t("rename"), t("save"), element("label", {}, t("new_title"), input))) {
    await change(id, { method: "PATCH", json: { title: input.value } }, changed);
  }
}

async function remove(id, changed) {
  if (await ask(t("delete_conversation"), t("delete"))) await change(id, { method: "DELETE" }, () => changed(id));
}

async function change(id, request, changed) {
  try {
    await read(`/conversations/${id}`, request);
    await changed();
  } catch (error) {
    tell(error.message);
  }
}
