// The article beside the chat, opened at the marked sentence.
import { read } from "../api.js";
import { element } from "../dom.js";
import { offerPage, paged } from "./pages.js";
import { at } from "../root.js";
import { choose } from "./scope.js";
import { t } from "../texts.js";
import { link } from "./turn.js";

const panel = document.querySelector("#panel");
const title = panel?.querySelector("#panel-title");
const body = panel?.querySelector("#panel-text");
const asks = panel?.querySelector("#panel-ask");
let opened = null;
let opener = null;
let latest = null; // what was opened last: a slower answer to an earlier one is not shown

panel?.querySelector("#panel-close").addEventListener("click", closePanel);
asks?.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault(); // the conversation goes on
  closePanel();
  choose([[opened.source || opened.article_id, opened.title]]);
  document.querySelector("#question").focus();
});

export async function openPanel(place, from) {
  opened = place;
  opener = from;
  panel.hidden = false;
  document.body.classList.add("reading");
  title.textContent = place.title;
  panel.querySelector("#panel-link").href = link(place);
  asks.href = at(`/?article=${place.article_id}`);
  body.textContent = t("loading_article");
  offerPage(body);
  const asked = (latest = {});
  try {
    const article = await read(`/articles/${place.article_id}`);
    if (asked === latest) show(article, place);
  } catch (error) {
    if (asked !== latest) return;
    body.textContent = error.message;
    panel.querySelector("#panel-close").focus();
  }
}

export function closePanel() {
  if (!panel || panel.hidden) return false;
  panel.hidden = true;
  latest = null;
  document.body.classList.remove("reading");
  opener?.focus();
  return true;
}

function show(article, place) {
  const { text, pages } = article;
  const said = place.quote ?? place.text;
  let { start, end } = place;
  if (Array.from(text).slice(start, end).join("") !== said) {
    const found = text.indexOf(said); // the article was changed since
    if (found < 0) return body.replaceChildren(element("p", { className: "changed" }, t("quote_gone")), text);
    start = Array.from(text.slice(0, found)).length;
    end = start + Array.from(said).length;
  }
  const letters = Array.from(text); // offsets count characters, a JavaScript string counts UTF-16 units
  const mark = element("mark", { id: "marked", tabIndex: -1 }, ...paged(letters, pages, start, end));
  body.replaceChildren(...paged(letters, pages, 0, start), mark, ...paged(letters, pages, end, letters.length));
  offerPage(body, article, { start, end });
  mark.scrollIntoView({ block: "center" });
  mark.focus({ preventScroll: true });
}
