// What a question is limited to: articles or a folder, chosen in a dialog, shown beside the question.
import { read } from "../api.js";
import { showDialog } from "../dialog.js";
import { button, element } from "../dom.js";
import { t } from "../texts.js";

const LISTED = 50; // articles in the dialog
const TOLD = 3; // articles under an answer; of more, their number is told (see scope.py)
const place = document.querySelector("#scope");
const opener = place.querySelector("#scope-choose");
const all = place.querySelector("#scope-all");
const words = element("input", { type: "search", placeholder: t("search_articles"), "aria-label": t("search_articles") });
const folders = element("select", { id: "folders" });
const folderRow = element("label", { hidden: true }, t("folder"), " ", folders);
const list = element("ul", { className: "ticks" });
const found = element("p", { className: "meta", role: "status" });
let chosen = new Map(); // titles by sources; where a folder is chosen, no article is
let folder = "";
let latest = null; // what was searched last: a slower answer to an earlier one is not shown

opener.addEventListener("click", openChooser);
all.addEventListener("click", () => {
  choose([]);
  opener.focus();
});
words.addEventListener("input", () => setTimeout(search, 150));
folders.addEventListener("change", () => choose([], folders.value));

export function limits() {
  if (folder) return { folder };
  return chosen.size ? { articles: [...chosen.keys()] } : {};
}

export function choose(articles, inside = "") {
  chosen = new Map(articles);
  folder = inside;
  const limited = Boolean(chosen.size || folder);
  const [title] = chosen.size ? chosen.values() : [`${folder}/`];
  opener.textContent = !limited ? t("all_articles") : chosen.size > 1 ? t("only_some", { count: chosen.size }) : t("only_one", { title });
  all.hidden = !limited;
  place.classList.toggle("limited", limited);
  for (const box of list.querySelectorAll("input")) box.checked = chosen.has(box.value);
  folders.value = folder;
}

// The article that the address names, else what the last question of the conversation was limited to.
export function takeUp(turn) {
  const { source, title } = place.dataset;
  if (source) return choose([[source, title]]);
  const [first, ...others] = turn?.scope ?? [];
  if (!first) return;
  if (first.endsWith("/")) {
    choose([], first.slice(0, -1));
    return void offerFolders().catch(() => {}); // the whole path is understood, too
  }
  const titles = new Map([...turn.citations, ...turn.passages].map((hit) => [hit.source, hit.title]));
  choose([first, ...others].map((told) => [told, titles.get(told) ?? told]));
}

export function onlyIn(scope) {
  const places = scope.slice(0, TOLD).join(", ");
  return scope.length > TOLD ? t("only_in_more", { places, count: scope.length - TOLD }) : t("only_in", { places });
}

function openChooser() {
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

async function offerFolders() {
  const { folders: names } = await read("/folders");
  const any = element("option", { value: "" }, t("any_folder"));
  folders.replaceChildren(any, ...names.map((name) => element("option", { value: name }, name)));
  const below = folder.split("/").slice(1).join("/"); // where one folder is indexed, paths go without its name
  if (names.includes(below) && !names.includes(folder)) choose([], below);
  folders.value = folder;
  folderRow.hidden = !names.length;
}
