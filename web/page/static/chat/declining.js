// How a turn without an answer is shown: why there is none, and what came near (see declining.py).

import { read } from "../api.js";
import { button, element } from "../dom.js";
import { t } from "../texts.js";

const SPOKEN = ["no-question", "other-language", "none-holds"];
const STEM = 5; // letters that the forms of a word share, as in qa/text/words.py; a shorter word is not marked

export function isSpoken({ reason }) {
  return SPOKEN.includes(reason);
}

export function whyDeclined(answer) {
  if (isSpoken(answer)) return answer.answer;
  const key = answer.reason === "one-side" ? "one_side" : "not_mentioned";
  return answer.missing?.length ? t(key, { names: answer.missing.join(", ") }) : t("declined");
}

export function sharedWords(text, question) {
  const stem = (word) => word.toLowerCase().slice(0, STEM);
  const asked = new Set(question.match(/[\p{L}\p{N}]+/gu)?.filter((word) => word.length >= STEM).map(stem));
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .map((piece) => (piece.length >= STEM && asked.has(stem(piece)) ? element("mark", {}, piece) : piece));
}

const NOT_FOUND = ["not-said", "not-mentioned", "one-side"];

// Offer what the articles do answer, at the end of the last turn: nothing that is read there moves.
export async function showNearby(turn, { reason, standalone_question: question, scope }, ask) {
  if (!NOT_FOUND.includes(reason)) return;
  const { questions } = await read("/nearby", { method: "POST", json: { question, ...limits(scope) } });
  if (!questions.length || !turn.isConnected || turn.nextElementSibling) return;
  const items = questions.map((text) => element("li", {}, button(text, () => ask(text))));
  turn.append(element("div", { className: "examples" }, element("p", { className: "meta" }, t("nearby")), element("ul", { "aria-label": t("nearby") }, ...items)));
}

function limits(scope) {
  if (!scope) return {};
  return scope.length === 1 && scope[0].endsWith("/") ? { folder: scope[0] } : { articles: scope };
}
