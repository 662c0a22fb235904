// What to begin with: questions, asked in place, also those that are still being looked for; files of one's own.
import { read, readPage } from "../api.js";
import { element } from "../dom.js";
import { at } from "../root.js";

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
  if (document.querySelector("#turns .turn")) return; // beside a conversation they are not seen
  const { questions } = await read("/examples").catch(() => ({ questions: [] }));
  if (!questions.length && tries) return setTimeout(look, AGAIN, tries - 1);
  place.querySelector("ul").append(...questions.map(row));
  place.hidden = !questions.length;
}

function row(question) {
  return element("li", {}, element("button", { type: "submit", className: "quiet", value: question, dir: "auto" }, question));
}

const own = document.querySelector("[data-types]"); // where articles can be added
if (own) {
  for (const name of ["dragenter", "dragover", "dragleave", "drop"]) document.addEventListener(name, drag);
  document.querySelector("#way-files").addEventListener("click", (event) => {
    event.preventDefault();
    const input = element("input", { type: "file", multiple: true, accept: own.dataset.types.replaceAll(" ", ",") });
    input.addEventListener("change", () => add(input.files));
    input.click();
  });
}

function drag(event) {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  own.classList.toggle("over", event.type.startsWith("drage") || event.type === "dragover");
  if (event.type === "drop") add(event.dataTransfer.files);
}

document.querySelector("#sample")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { innerText: name, value } = event.submitter;
  const { sendFolder } = await import("../uploads.js");
  await sendFolder(value, name);
  await refresh();
});

async function add(files) {
  const { fileOf, send } = await import("../uploads.js");
  await send([...files].map((file) => fileOf(file)));
  await refresh();
}

async function refresh() {
  const page = await readPage(at("/"));
  document.querySelector("#holds").replaceWith(page.querySelector("#holds"));
  if (!page.querySelector("#sample")) document.querySelector("#sample")?.closest("li").remove();
}
