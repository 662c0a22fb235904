// Questions to begin with: asked in place. Those that are still being looked for appear as soon as they are there.
import { read } from "../api.js";
import { element } from "../dom.js";

const AGAIN = 2000; // milliseconds
const TRIES = 15;
const place = document.querySelector("#examples");

export function offerExamples(ask) {
  place?.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(event.submitter.value);
  });
  if (place?.hidden) look(TRIES);
}

async function look(tries) {
  const { questions } = await read("/examples").catch(() => ({ questions: [] }));
  if (!questions.length && tries) return setTimeout(look, AGAIN, tries - 1);
  place.querySelector("ul").append(...questions.map(row));
  place.hidden = !questions.length;
}

function row(question) {
  return element("li", {}, element("button", { type: "submit", className: "quiet", value: question, dir: "auto" }, question));
}
