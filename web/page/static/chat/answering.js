// How an answer is shown: its paragraphs and lists, its sources, and whether it is its quotes already (see answering.py).
import { t } from "../texts.js";

const DASH = "- "; // begins a line of a list
const BETWEEN = /\s*(?:\[\d+\])+\s*|\n(?=- )/; // the statements of an answer

export function blocks(answer) {
  const shown = [];
  for (const line of answer.split("\n")) {
    const last = shown.at(-1);
    if (line.startsWith(DASH)) {
      if (Array.isArray(last)) last.push(line.slice(DASH.length));
      else shown.push([line.slice(DASH.length)]);
    } else if (typeof last === "string") shown[shown.length - 1] = `${last}\n${line}`;
    else shown.push(line);
  }
  return shown;
}

export function saysQuotes(answer, citations) {
  const said = new Set(answer.split(BETWEEN).map(plain));
  return citations.every(({ gone, quote }) => !gone && said.has(plain(quote)));
}

export function byArticle(citations) {
  const found = new Map();
  for (const citation of citations) found.set(citation.article_id, [...(found.get(citation.article_id) ?? []), citation]);
  return [...found.values()];
}

export function placeOf(citations) {
  const [{ source }] = citations;
  const pages = [...new Set(citations.map(({ page }) => page).filter(Boolean))].sort((one, other) => one - other);
  return pages.length ? t(pages.length === 1 ? "on_page" : "on_pages", { source, pages: pages.join(", ") }) : source;
}

function plain(text) {
  return text.trim().replace(/\s+/g, " ").replace(/^[- ]+/, "");
}
