// The list of conversations: search, rename, delete, export; kept the same in every tab.
import { read } from "../api.js";
import { tell } from "./copy.js";
import { ask } from "../dialog.js";
import { arrange, button, element } from "../dom.js";
import { at } from "../root.js";
import { t } from "../texts.js";

const side = document.querySelector("#side");
const list = document.querySelector("#conversations");
const none = document.querySelector("#no-conversations");
const search = side.querySelector("input[type=search]");
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("wellspring") : null;
let current = "";
let latest = null; // what was asked last: a slower answer to an earlier one is not shown

export function startList(conversation, onChange) {
  current = conversation;
  side.open = matchMedia("(min-width: 900px)").matches;
  if (!list) return; // this server keeps none
  search.addEventListener("input", () => setTimeout(refresh, 150));
  side.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  tabs?.addEventListener("message", ({ data }) => {
    refresh();
    if (data === current) onChange();
  });
  refresh();
}

export function toggleList() {
  side.open = !side.open;
  if (side.open) search?.focus();
}

export function changed(conversation) {
  current = conversation;
  tabs?.postMessage(conversation);
  refresh();
}

async function refresh() {
  const words = search.value;
  const asked = (latest = {});
  try {
    const { conversations } = await read(`/conversations?${new URLSearchParams({ search: words, limit: 50 })}`);
    if (asked !== latest || words !== search.value) return;
    show(conversations);
    none.hidden = conversations.length > 0;
    none.textContent = words ? t("nothing_found") : t("no_conversations");
  } catch {
    // the list stays as it is; the connection is watched elsewhere
  }
}

// A row that is the same stays the same element: an open menu and the focus outlive a refresh.
function show(conversations) {
  const before = new Map([...list.children].map((row) => [row.dataset.key, row]));
  const focused = document.activeElement;
  arrange(list, conversations.map((conversation) => before.get(key(conversation)) ?? item(conversation)));
  if (list.contains(focused)) focused.focus(); // of the row that moved
}

function key({ conversation_id: id, title }) {
  return JSON.stringify([id, title, id === current]);
}

function item(conversation) {
  const { conversation_id: id, title } = conversation;
  const open = element("a", { href: at(`/?conversation=${id}`) }, title);
  if (id === current) open.setAttribute("aria-current", "true");
  const address = at(`/conversations/${id}/export?format=`);
  const menu = element(
    "details",
    { className: "menu" },
    element("summary", { "aria-label": t("more", { title }) }, "⋯"),
    element(
      "div",
      {},
      button(t("rename"), () => rename(id, title)),
      button(t("delete"), () => remove(id)),
      element("a", { href: `${address}markdown`, download: "" }, t("export_markdown")),
      element("a", { href: `${address}json`, download: "" }, t("export_json")),
    ),
  );
  const row = element("li", {}, open, menu);
  row.dataset.key = key(conversation);
  return row;
}

async function rename(id, title) {
  const input = element("input", { value: title, maxLength: 120, required: true });
  if (await ask(t("rename"), t("save"), element("label", {}, t("new_title"), input))) {
    await change(id, { method: "PATCH", json: { title: input.value } });
  }
}

async function remove(id) {
  if (!(await ask(t("delete_conversation"), t("delete")))) return;
  if ((await change(id, { method: "DELETE" })) && id === current) location.assign(at("/"));
}

async function change(id, request) {
  try {
    await read(`/conversations/${id}`, request);
    tabs?.postMessage("");
    await refresh();
    return true;
  } catch (error) {
    tell(error.message);
    return false;
  }
}
