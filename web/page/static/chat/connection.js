// Say when the server cannot be reached, try again by itself, say when it is back.
import { at } from "../root.js";
import { t } from "../texts.js";

const shown = document.querySelector("#connection");
let waiting = false;

document.addEventListener("unreachable", watch);
window.addEventListener("offline", watch);

async function watch() {
  if (waiting || !shown) return;
  waiting = true;
  shown.textContent = t("offline");
  while (!(await reachable())) await new Promise((resolve) => setTimeout(resolve, 2000));
  waiting = false;
  shown.textContent = t("online");
  document.dispatchEvent(new CustomEvent("reachable"));
  setTimeout(() => waiting || (shown.textContent = ""), 4000);
}

async function reachable() {
  try {
    return (await fetch(at("/health"), { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}
