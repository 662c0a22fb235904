// One question and its answer on the page; the same elements as in turn.html, with what needs JavaScript.
import { blocks, byArticle, saysQuotes } from "./answering.js";
import { copyText } from "./copy.js";
import { button, element } from "../dom.js";
import { isSpoken, sharedWords, whyDeclined } from "./declining.js";
import { emphasized } from "./emphasis.js";
import { feedbackButtons } from "./feedback.js";
import { openPanel } from "./panel.js";
import { onlyIn } from "./scope.js";
import { at } from "../root.js";
import { t } from "../texts.js";

export function newTurn(question) {
  const turn = document.querySelector("#turn-template").content.cloneNode(true).firstElementChild;
  turn.querySelector(".question").textContent = question;
  document.querySelector("#turns").append(turn);
  turn.scrollIntoView({ block: "start" });
  return turn;
}

export function fillTurn(turn, answer, retry) {
  if (answer.id) turn.id = `turn-${answer.id}`;
  const shown = element("div", { className: answer.answered ? "answer" : "answer declined" }, ...laidOut(answer));
  const parts = [turn.querySelector(".question"), shown];
  if (!isSpoken(answer)) parts.push(element("p", { className: "confidence" }, `${t("confidence")}: ${t(confidenceWord(answer))}`));
  const searched = answer.standalone_question;
  if (searched && searched !== answer.question.trim()) parts.push(element("p", { className: "searched" }, `${t("searched")}: ${searched}`));
  if (answer.scope) parts.push(element("p", { className: "searched" }, onlyIn(answer.scope)));
  const shownBelow = saysQuotes(answer.answer, answer.citations) ? sources : quotes;
  if (answer.citations.length) parts.push(shownBelow(answer.citations));
  else {
    if (answer.nearest?.length) parts.push(...nearSentences(answer));
    if (answer.passages.length) parts.push(nearest(answer.passages));
  }
  turn.replaceChildren(...parts, actions(answer, retry));
}

export function stopTurn(turn, retry) {
  const shown = turn.querySelector(".answer");
  shown.className = "answer declined";
  shown.textContent = t("stopped");
  turn.append(element("div", { className: "actions" }, button(t("retry"), () => retry(turn.querySelector(".question").textContent))));
}

export function answerText(answer) {
  return answer.answered ? answer.answer : whyDeclined(answer);
}

function confidenceWord({ answered, confidence }) {
  if (!answered) return "confidence_none";
  return confidence >= 0.9 ? "confidence_high" : confidence >= 0.75 ? "confidence_good" : "confidence_low";
}

function laidOut(answer) {
  return blocks(answerText(answer)).map((block) => {
    if (typeof block === "string") return element("p", {}, ...marked(block, answer));
    return element("ul", {}, ...block.map((line) => element("li", {}, ...marked(line, answer))));
  });
}

function marked(text, answer) {
  return text
    .split(/(\[\d+\])/)
    .flatMap((piece, place) => {
      const citation = answer.citations.find(({ marker }) => piece === `[${marker}]`);
      if (citation && !citation.gone) return [mark(piece, citation, answer)];
      return place === 0 ? emphasized(piece, answer.short_answer) : [piece];
    });
}

function mark(text, citation, answer) {
  const id = `quote-${answer.id ?? ""}-${citation.marker}-${Math.random().toString(36).slice(2, 8)}`;
  const opener = element("a", { href: link(citation), "aria-describedby": id }, text);
  const tip = element("span", { id, className: "tip", role: "tooltip" }, `“${citation.quote}” `, element("em", {}, citation.title));
  const cite = element("span", { className: "cite" }, opener, tip);
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (event.pointerType === "touch" && !cite.classList.contains("shown")) show(cite);
    else openPanel(citation, opener);
  });
  return cite;
}

function show(cite) {
  document.querySelectorAll(".cite.shown").forEach((other) => other.classList.remove("shown"));
  cite.classList.remove("hushed");
  cite.classList.add("shown");
}

export function hushTips() {
  let open = false;
  for (const cite of document.querySelectorAll(".cite:hover, .cite:focus-within, .cite.shown")) {
    open ||= !cite.classList.contains("hushed");
    cite.classList.remove("shown");
    cite.classList.add("hushed");
    cite.addEventListener("pointerleave", () => cite.classList.remove("hushed"), { once: true });
    cite.addEventListener("focusout", () => cite.classList.remove("hushed"), { once: true });
  }
  return open;
}

function sources(citations) {
  const items = byArticle(citations).map((cited) => {
    const marks = cited.map(({ marker }) => `[${marker}] `);
    return element("li", {}, ...marks, titled(cited[0]), " ", source(cited[0]));
  });
  return element("ul", { className: "quotes sources", "aria-label": t("sources") }, ...items);
}

function quotes(citations) {
  const items = citations.map((citation) => {
    const quote = element("blockquote", {}, citation.quote);
    return element("li", { value: citation.marker }, quote, titled(citation), " ", source(citation));
  });
  return element("ol", { className: "quotes", "aria-label": t("quotes") }, ...items);
}

function source(citation) {
  const { version, draft, superseded, valid_from: from, valid_until: until } = citation;
  const told = [version, draft && t("draft"), superseded && t("superseded"), from && t("valid_from", { date: from }), until && t("valid_until", { date: until })];
  return element("span", { className: "source" }, [citation.source, ...told].filter(Boolean).join(", "));
}

function nearSentences({ nearest, standalone_question: asked }) {
  const items = nearest.map((item) => quoted(item, sharedWords(item.text, asked)));
  return [element("p", { className: "meta" }, t("nearest_sentences")), element("ul", { className: "quotes near", "aria-label": t("nearest_sentences") }, ...items)];
}

function nearest(passages) {
  const items = passages.map((passage) => quoted(passage, passage.text));
  return element("details", { className: "nearest" }, element("summary", {}, t("nearest")), element("ul", {}, ...items));
}

function quoted(place, text) {
  return element("li", {}, element("blockquote", {}, ...[text].flat()), titled(place));
}

function titled(place) {
  if (place.gone) return element("span", { className: "meta" }, place.title);
  const opener = element("a", { href: link(place) }, place.title);
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openPanel(place, opener);
  });
  return opener;
}

export function link({ article_id, start, end }) {
  return at(`/articles/${article_id}?${new URLSearchParams({ start, end })}#marked`);
}

function actions(answer, retry) {
  const box = element("div", { className: "actions" });
  box.append(button(t("copy"), () => copyText(withCitations(answer), t("copied"))));
  box.append(button(t("retry"), () => retry(answer.question)));
  if (answer.id) {
    box.append(button(t("link"), () => copyText(location.origin + at(`/answers/${answer.id}`), t("link_copied"))));
    box.append(...feedbackButtons(answer, box));
  }
  box.append(times(answer.timings_ms));
  return box;
}

function withCitations(answer) {
  const lines = answer.citations.map(({ marker, quote, title, source }) => `[${marker}] “${quote}” — ${title} (${source})`);
  return [answer.question, answerText(answer), lines.join("\n")].filter(Boolean).join("\n\n");
}

function times(timings) {
  const rows = ["retrieve", "evidence", "first_token", "generate", "total"].filter((stage) => stage in timings);
  const list = rows.flatMap((stage) => [element("dt", {}, t(`time_${stage}`)), element("dd", {}, t("milliseconds", { ms: timings[stage] }))]);
  return element("details", { className: "times" }, element("summary", {}, t("times")), element("dl", {}, ...list));
}
