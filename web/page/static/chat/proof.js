// What proves an answer: its marks, and its sources with their quotes; the same elements as in turn.html.
import { byArticle, quoted, showsQuote } from "./answering.js";
import { element } from "../dom.js";
import { openPanel } from "./panel.js";
import { at } from "../root.js";
import { t } from "../texts.js";

export function link({ article_id, start, end, answer_ranges: ranges = [] }) {
  const words = ranges.map((range) => ["words", range.join("-")]);
  return at(`/articles/${article_id}?${new URLSearchParams([["start", start], ["end", end], ...words])}#marked`);
}

export function shown(pieces, mark) {
  return pieces.map(([kind, text]) => (kind === "words" ? element("mark", {}, text) : kind === "mark" ? mark(text) : text));
}

// A mark leads to its sentence. On hover it shows the sentence, where that is not read right there, and its article.
export function linked(text, { citations }, said) {
  const citation = citations.find(({ marker, gone }) => text === `[${marker}]` && !gone);
  if (!citation) return text;
  const opener = leading(element("a", { className: "cite", href: link(citation) }, text), citation);
  const quote = showsQuote(citation, said) ? [`“${citation.quote}” `] : [];
  const id = `quote-${Math.random().toString(36).slice(2)}`;
  opener.setAttribute("aria-describedby", id);
  const tip = element("span", { id, className: "tip", role: "tooltip" }, ...quote, element("em", {}, citation.title));
  return element("span", { className: "cited" }, opener, tip);
}

export function hushTips() {
  let open = false;
  for (const cited of document.querySelectorAll(".cited:hover, .cited:focus-within")) {
    open ||= !cited.classList.contains("hushed");
    cited.classList.add("hushed");
    cited.addEventListener("pointerleave", () => cited.classList.remove("hushed"), { once: true });
    cited.addEventListener("focusout", () => cited.classList.remove("hushed"), { once: true });
  }
  return open;
}

export function sources({ citations }, said) {
  const cards = byArticle(citations).map((cited) => {
    const [below, above] = [true, false].map((yes) => cited.filter((citation) => showsQuote(citation, said) === yes));
    const quotes = below.map((citation) => element("blockquote", {}, number(citation), " ", ...shown(quoted(citation))));
    const marks = above.map(({ marker }) => `[${marker}] `);
    return element("li", {}, ...quotes, element("p", { className: "source" }, ...marks, titled(cited[0]), " ", element("span", { className: "meta" }, toldOf(cited))));
  });
  return element("ul", { className: "quotes", "aria-label": t("sources") }, ...cards);
}

function number(citation) {
  const text = `[${citation.marker}]`;
  return citation.gone ? text : leading(element("a", { className: "cite", href: link(citation) }, text), citation);
}

export function toldOf(cited) {
  return [cited[0].date, ...validity(cited[0].validity), places(cited, "page"), places(cited, "line"), cited[0].source].filter(Boolean).join(" · ");
}

function validity({ version, draft, superseded, valid_from: from, valid_until: until } = {}) {
  return [version, draft && t("draft"), superseded && t("superseded"), from && t("valid_from", { date: from }), until && t("valid_until", { date: until })];
}

function places(cited, of) {
  const numbers = [...new Set(cited.map((citation) => citation[of]).filter(Boolean))].sort((a, b) => a - b);
  return numbers.length ? t(numbers.length > 1 ? `on_${of}s` : `on_${of}`, { numbers: numbers.join(", ") }) : "";
}

export function titled(place) {
  if (place.gone) return element("span", { className: "meta" }, place.title);
  return leading(element("a", { href: link(place) }, place.title), place);
}

function leading(opener, place) {
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openPanel(place, opener);
  });
  return opener;
}
