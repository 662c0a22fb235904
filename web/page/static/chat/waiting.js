// What is done for an answer while it is made: the step, what was found at once, the short answer before the rest.
import { byArticle } from "./answering.js";
import { element } from "../dom.js";
import { titled } from "./proof.js";
import { t } from "../texts.js";

export function showStep(turn, { step, passages = [], short_answer: short, sentence }) {
  const said = turn.querySelector(".waiting");
  said.textContent = t(`step_${step}`);
  if (passages.length) {
    turn.querySelector(".sought")?.remove();
    const places = byArticle(passages).map(([place]) => element("li", {}, titled(place)));
    turn.append(element("div", { className: "sought" }, element("p", { className: "meta" }, t("found_in")), element("ul", {}, ...places)));
  }
  if (!short) return;
  turn.querySelector(".short")?.remove();
  const proof = element("blockquote", {}, sentence.text);
  said.before(element("div", { className: "short" }, element("p", {}, element("mark", {}, short)), proof));
}

export function stopTurn(turn, again) {
  turn.querySelector(".short")?.remove();
  const said = turn.querySelector(".waiting");
  said.className = "answer declined";
  said.textContent = t("stopped");
  turn.append(element("div", { className: "actions" }, again));
}
