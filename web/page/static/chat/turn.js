// One question and its answer on the page; the same elements as in turn.html, with what needs JavaScript.
import { blocks, saidFirst, toldOfWriting } from "./answering.js";
import { copyText } from "./copy.js";
import { button, element } from "../dom.js";
import { isSpoken, sharedWords, whyDeclined } from "./declining.js";
import { feedbackButtons } from "./feedback.js";
import { linked, shown, sources, titled, toldOf } from "./proof.js";
import { onlyIn } from "./scope.js";
import { at } from "../root.js";
import { t } from "../texts.js";

export function newTurn(question) {
  const turn = document.querySelector("#turn-template").content.cloneNode(true).firstElementChild;
  turn.querySelector(".question").textContent = question;
  return turn;
}

export function fillTurn(turn, answer, retry) {
  if (answer.id) turn.id = `turn-${answer.id}`;
  const said = answer.answered ? saidFirst(answer) : whyDeclined(answer);
  const parts = [turn.querySelector(".question")];
  if (said) parts.push(element("div", { className: answer.answered ? "answer" : "answer declined" }, ...laidOut(said, answer)));
  if (answer.sides?.length) parts.push(compared(answer));
  if (!isSpoken(answer) && !answer.missing?.length) parts.push(element("p", { className: "confidence" }, t(confidenceWord(answer))));
  const searched = answer.standalone_question;
  if (searched && searched !== answer.question.trim()) parts.push(element("p", { className: "searched" }, `${t("searched")}: ${searched}`));
  parts.push(...toldOfWriting(answer).map((line) => element("p", { className: "writing" }, line)));
  if (answer.scope) parts.push(element("p", { className: "searched" }, onlyIn(answer.scope)));
  if (answer.citations.length) parts.push(sources(answer, said));
  else {
    if (answer.nearest?.length) parts.push(...nearSentences(answer));
    if (answer.passages.length) parts.push(nearest(answer.passages));
  }
  turn.replaceChildren(...parts, actions(answer, retry));
}

export function answerText(answer) {
  return answer.answered ? answer.answer : whyDeclined(answer);
}

function confidenceWord({ answered, confidence }) {
  if (!answered) return "confidence_none";
  return confidence >= 0.9 ? "confidence_high" : confidence >= 0.75 ? "confidence_good" : "confidence_low";
}

function laidOut(said, answer) {
  const line = (pieces) => shown(pieces, (text) => linked(text, answer, said));
  return blocks(said, answer.answered ? answer.answer_ranges : []).map(({ listed, lines }) =>
    listed ? element("ul", {}, ...lines.map((pieces) => element("li", {}, ...line(pieces)))) : element("p", {}, ...line(lines[0])),
  );
}

function compared(answer) {
  const rows = answer.sides.map((side) => {
    const figure = element("td", {}, element("mark", {}, side.answer), " ", linked(`[${side.marker}]`, answer, ""));
    return element("tr", {}, element("th", { scope: "row" }, side.name), figure);
  });
  return element("table", { className: "sides", "aria-label": t("compared") }, element("tbody", {}, ...rows));
}

function nearSentences({ nearest, standalone_question: asked }) {
  const items = nearest.map((item) => {
    return element("li", {}, element("blockquote", {}, ...sharedWords(item.text, asked)), element("p", { className: "source" }, titled(item)));
  });
  return [element("p", { className: "meta" }, t("nearest_sentences")), element("ul", { className: "quotes near", "aria-label": t("nearest_sentences") }, ...items)];
}

function nearest(passages) {
  const items = passages.map((passage) => element("li", {}, element("blockquote", {}, passage.text), titled(passage)));
  return element("details", { className: "nearest" }, element("summary", {}, t("nearest")), element("ul", {}, ...items));
}

function actions(answer, retry) {
  const box = element("div", { className: "actions" });
  box.append(button(t("copy"), () => copyText(withCitations(answer), t("copied"))));
  box.append(button(t("retry"), () => retry(answer.question)));
  box.append(button(t("edit"), () => box.dispatchEvent(new CustomEvent("again", { bubbles: true, detail: answer }))));
  if (answer.id) {
    box.append(button(t("link"), () => copyText(location.origin + at(`/answers/${answer.id}`), t("link_copied"))));
    box.append(...feedbackButtons(answer, box));
  }
  box.append(details(answer));
  return box;
}

function withCitations(answer) {
  const lines = answer.citations.map((cited) => `[${cited.marker}] “${cited.quote}” — ${cited.title} (${toldOf([cited])})`);
  return [answer.question, answerText(answer), lines.join("\n")].filter(Boolean).join("\n\n");
}

function details({ timings_ms: timings, written_by: writer }) {
  const rows = ["retrieve", "evidence", "first_token", "generate", "total"].filter((stage) => stage in timings);
  const list = rows.flatMap((stage) => [element("dt", {}, t(`time_${stage}`)), element("dd", {}, t("milliseconds", { ms: timings[stage] }))]);
  const by = writer ? [element("p", {}, t("written_by", { model: writer.split(/[+@](?=.)/)[0] }))] : [];
  return element("details", { className: "times" }, element("summary", {}, t("times")), ...by, element("dl", {}, ...list));
}
