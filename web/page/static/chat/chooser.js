// The dialog in which articles or a folder are chosen (see scope.js).
import { read } from "../api.js";
import { showDialog } from "../dialog.js";
import { button, element } from "../dom.js";
import { choose, chosen, folder } from "./scope.js";
import { t } from "../texts.js";

const LISTED = 50; // articles in the dialog
const words = element("input", { type: "search", placeholder: t("search_articles"), "aria-label": t("search_articles") });
const folders = element("select", { id: "folders" });
const folderRow = element("label", { hidden: true }, t("folder"), " ", folders);
const list = element("ul", { className: "ticks" });
const found = element("p", { className: "meta", role: "status" });
let latest = null; // what was searched last: a slower answer to an earlier one is not shown

words.addEventListener("input", () => setTimeout(search, 150));
folders.addEventListener("change", () => choose([], folders.value));
document.querySelector("#scope").addEventListener("chosen", () => {
  for (const box of list.querySelectorAll("input")) box.checked = chosen.has(box.value);
  folders.value = folder;
});

export function openChooser() {
  const close = button(t("done"), () => document.querySelector("#dialog").close(), { className: "" });
  words.value = "";
  showDialog(t("choose_articles"), element("div", { className: "chooser" }, words, folderRow, list, found), close);
  search();
  offerFolders().catch(() => {}); // they stay as they are
}

async function search() {
  const asked = (latest = {});
  const searched = words.value.trim();
  try {
    const { articles, total } = await read(`/articles?${new URLSearchParams({ search: searched, limit: LISTED })}`);
    if (asked !== latest) return;
    const listed = new Map(articles.map(({ source, title }) => [source, title]));
    list.replaceChildren(...[...(searched ? listed : new Map([...chosen, ...listed]))].map(row));
    found.textContent = !total ? t("no_articles_found") : total > LISTED ? t("shown", { first: 1, last: LISTED, total }) : "";
  } catch (error) {
    if (asked === latest) found.textContent = error.message;
  }
}

function row([source, title]) {
  const box = element("input", { type: "checkbox", value: source, checked: chosen.has(source) });
  box.addEventListener("change", () => {
    const others = [...chosen].filter(([other]) => other !== source);
    choose(box.checked ? [...others, [source, title]] : others);
  });
  return element("li", {}, element("label", {}, box, element("span", {}, title, " ", element("span", { className: "meta" }, source))));
}

export async function offerFolders() {
  const { folders: names } = await read("/folders");
  const any = element("option", { value: "" }, t("any_folder"));
  folders.replaceChildren(any, ...names.map((name) => element("option", { value: name }, name)));
  const below = folder.split("/").slice(1).join("/"); // where one folder is indexed, paths go without its name
  if (names.includes(below) && !names.includes(folder)) choose([], below);
  folders.value = folder;
  folderRow.hidden = !names.length;
}
