// The list of conversations, the latest first; kept the same in every tab.
import { read } from "../api.js";
import { arrange, button, element } from "../dom.js";
import { at } from "../root.js";
import { t } from "../texts.js";

const side = document.querySelector("#side");
const list = document.querySelector("#conversations");
const none = document.querySelector("#no-conversations");
const more = document.querySelector("#more-conversations");
const search = side.querySelector("input[type=search]");
const wide = matchMedia("(min-width: 900px)"); // as in chat.css
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("wellspring") : null;
const STEP = 30; // conversations
let most = STEP;
let current = "";
let latest = null; // what was asked last: a slower answer to an earlier one is not shown

export function startList(conversation, onChange) {
  current = conversation;
  side.open = wide.matches;
  document.addEventListener("click", ({ target }) => {
    if (!wide.matches && !side.contains(target) && !target.closest("dialog")) side.open = false;
  });
  if (!list) return; // this server keeps none
  search.addEventListener("input", () => setTimeout(refresh, 150));
  side.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", (event) => {
    event.preventDefault();
    most += STEP;
    refresh();
  });
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

export function closeList() {
  const open = side.open && !wide.matches;
  if (open) side.open = false;
  return open;
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
    const { conversations, total } = await read(`/conversations?${new URLSearchParams({ search: words, limit: most })}`);
    if (asked !== latest || words !== search.value) return;
    show(conversations);
    more.hidden = !(total > most);
    more.href ||= at("/"); // a link that the keyboard reaches
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

function key({ conversation_id: id, title, updated }) {
  return JSON.stringify([id, title, day(updated), id === current]);
}

function item(conversation) {
  const { conversation_id: id, title, updated } = conversation;
  const open = element("a", { href: at(`/?conversation=${id}`) }, element("bdi", {}, title), element("time", { dateTime: updated }, day(updated)));
  if (id === current) open.setAttribute("aria-current", "true");
  const menu = button("⋯", async () => (await import("./menu.js")).openMenu(menu, conversation, onChanged), {
    "aria-label": t("more", { title }),
    "aria-haspopup": "true",
    "aria-expanded": "false",
  });
  const row = element("li", {}, open, menu);
  row.dataset.key = key(conversation);
  return row;
}

function day(updated) {
  const date = new Date(updated);
  const today = date.toDateString() === new Date().toDateString();
  return date.toLocaleString(document.documentElement.lang, today ? { timeStyle: "short" } : { dateStyle: "medium" });
}

async function onChanged(removed) {
  tabs?.postMessage("");
  if (removed && removed === current) location.assign(at("/"));
  await refresh();
}
