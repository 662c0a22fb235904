// The pages of an article: where they begin in its text (see article_pages.py), and one as its file shows it.
import { send } from "../api.js";
import { button, element } from "../dom.js";
import { at } from "../root.js";
import { t } from "../texts.js";

const toggle = document.querySelector("#panel-page");

export function paged(letters, pages, from, to) {
  const marks = begun(pages, from, to);
  const cuts = [from, ...beginning(pages, from, to).map(({ start }) => start), to];
  return cuts.slice(1).flatMap((cut, i) => [...(i ? [marks[i - 1]] : []), letters.slice(cuts[i], cut).join("")]);
}

// The marks of the pages that begin in a range.
export function begun(pages, from, to) {
  return beginning(pages, from, to).map(({ page }) => element("span", { className: "page", "data-page": t("page", { number: page }) }));
}

function beginning(pages, from, to) {
  return pages.filter(({ start }) => start >= from && start < to);
}

export function offerPage(body, article = { pages: [] }, place = {}) {
  const text = [...body.childNodes];
  toggle.hidden = !article.pages.some(({ picture }) => picture);
  toggle.textContent = t("show_page");
  toggle.onclick = () => {
    const shown = body.querySelector(".shown");
    body.replaceChildren(...(shown ? text : [pageView(body, article, place)]));
    toggle.textContent = t(shown ? "show_page" : "show_text");
    if (shown) body.querySelector("mark")?.scrollIntoView({ block: "center" });
    else body.scrollTop = 0;
  };
}

function pageView(body, { title, pages }, { start, end }) {
  const pictures = new Map(pages.map(({ page, picture }) => [page, picture]));
  const picture = element("img");
  const problem = element("p", { className: "problem", role: "alert" });
  const told = element("span", { role: "status" });
  const earlier = button(t("previous_page"), () => show(number - 1));
  const later = button(t("next_page"), () => show(number + 1));
  let number = pages.findLast((page) => page.start <= start)?.page ?? pages[0].page;

  function show(next) {
    if (!pictures.has(next)) return;
    number = next;
    const path = `${pictures.get(number)}?${new URLSearchParams({ start, end })}`;
    problem.textContent = "";
    picture.onerror = () => send(path).catch(({ message }) => (problem.textContent = message));
    picture.onload = () => showMark(body, picture, path).catch(() => {});
    picture.alt = t("page_alt", { number, title });
    picture.src = at(path);
    told.textContent = t("page_of", { number, count: pictures.size });
    earlier.setAttribute("aria-disabled", !pictures.has(number - 1)); // not `disabled`, which would lose the focus
    later.setAttribute("aria-disabled", !pictures.has(number + 1));
  }
  show(number);
  return element("figure", { className: "shown" }, element("figcaption", {}, earlier, told, later), picture, problem);
}

// On a page higher than the panel the marked sentence would be below its end.
async function showMark(body, picture, path) {
  const { headers } = await send(path, { headers: { Accept: "*/*" } });
  const mark = headers.get("Mark-Top");
  if (!mark || !picture.isConnected || !picture.src.endsWith(path)) return; // another page or the text is shown by now
  const [seen, below] = [body.getBoundingClientRect(), picture.getBoundingClientRect()];
  body.scrollTop += below.top - seen.top + mark * below.height - seen.height / 3;
}
