// The article at the marked sentence: beside the chat, on a small screen as a sheet above it.
import { quoted } from "./answering.js";
import { read } from "../api.js";
import { element } from "../dom.js";
import { begun, offerPage, paged } from "./pages.js";
import { at } from "../root.js";
import { choose } from "./scope.js";
import { t } from "../texts.js";
import { link, shown } from "./proof.js";

const panel = document.querySelector("#panel");
const title = panel?.querySelector("#panel-title");
const body = panel?.querySelector("#panel-text");
const asks = panel?.querySelector("#panel-ask");
const small = matchMedia("(max-width: 899px)"); // as in chat.css
let opened = null;
let opener = null;
let latest = null; // what was opened last: a slower answer to an earlier one is not shown

panel?.querySelector("#panel-close").addEventListener("click", closePanel);
panel?.addEventListener("click", ({ target }) => target === panel && closePanel()); // beside the sheet
panel?.addEventListener("close", () => panel.open || giveBack()); // the browser's own way: Escape above a sheet
asks?.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault(); // the conversation goes on
  opener = document.querySelector("#question");
  closePanel();
  choose([[opened.source || opened.article_id, opened.title]]);
});

export async function openPanel(place, from) {
  opened = place;
  opener = from;
  if (!panel.open) small.matches ? panel.showModal() : panel.show();
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
  if (!panel?.open) return false;
  panel.close();
  giveBack(); // now: the event comes after the next key
  return true;
}

// Once: who types on meanwhile is not taken away from there.
function giveBack() {
  latest = null;
  opener?.focus();
  opener = null;
}

function show(article, place) {
  const { text, pages } = article;
  const said = place.quote ?? place.text;
  const letters = Array.from(text); // offsets count characters, a JavaScript string counts UTF-16 units
  let { start } = place;
  const length = Array.from(said).length;
  if (letters.slice(start, start + length).join("") !== said) {
    const found = text.indexOf(said); // the article was changed since
    if (found < 0) return body.replaceChildren(element("p", { className: "changed" }, t("quote_gone")), text);
    start = Array.from(text.slice(0, found)).length;
  }
  const end = start + length;
  const mark = element("mark", { id: "marked", tabIndex: -1 }, ...shown(quoted({ ...place, quote: said })));
  body.replaceChildren(...paged(letters, pages, 0, start), ...begun(pages, start, end), mark, ...paged(letters, pages, end, letters.length));
  offerPage(body, article, { start, end });
  mark.scrollIntoView({ block: "center" });
  mark.focus({ preventScroll: true });
}
