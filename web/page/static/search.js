// Search while words are typed; a slower answer to earlier ones is not shown.
import { readPage } from "./api.js";
import { at } from "./root.js";
import { t } from "./texts.js";

const WAIT = 250; // milliseconds without a key
const form = document.querySelector("#search");
const said = document.querySelector("#said");
const found = document.querySelector("#found");
let timer = null;
let asking = null;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
for (const name of ["input", "compositionend"]) {
  form.q.addEventListener(name, ({ isComposing }) => {
    clearTimeout(timer);
    if (!isComposing) timer = setTimeout(search, WAIT);
  });
}

async function search() {
  clearTimeout(timer);
  asking?.abort();
  const { signal } = (asking = new AbortController());
  const place = at(`/search?${new URLSearchParams({ q: form.q.value })}`);
  found.setAttribute("aria-busy", "true");
  try {
    const page = await readPage(place, signal);
    found.replaceChildren(...page.querySelector("#found").children);
    said.textContent = page.querySelector("#said").textContent;
    history.replaceState(null, "", place);
  } catch (error) {
    if (error.name === "AbortError") return;
    said.textContent = t("error_network");
  }
  found.removeAttribute("aria-busy");
}
