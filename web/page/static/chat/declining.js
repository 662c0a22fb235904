// How a turn without an answer is shown: why there is none, and what came near (see declining.py).

import { element } from "../dom.js";
import { t } from "../texts.js";

const SPOKEN = ["no-question", "other-language", "none-holds"];
const STEM = 5; // letters that the forms of a word share, as in qa/text/words.py; a shorter word is not marked

export function isSpoken({ reason }) {
  return SPOKEN.includes(reason);
}

export function whyDeclined(answer) {
  if (isSpoken(answer)) return answer.answer;
  return answer.missing?.length ? t("not_mentioned", { names: answer.missing.join(", ") }) : t("declined");
}

export function sharedWords(text, question) {
  const stem = (word) => word.toLowerCase().slice(0, STEM);
  const asked = new Set(question.match(/[\p{L}\p{N}]+/gu)?.filter((word) => word.length >= STEM).map(stem));
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .map((piece) => (piece.length >= STEM && asked.has(stem(piece)) ? element("mark", {}, piece) : piece));
}
