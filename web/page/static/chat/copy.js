// Copy text, also where the browser has no clipboard (a page over plain HTTP), and say so.
import { element } from "../dom.js";

export async function copyText(text, said) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = element("textarea", { value: text, className: "unseen" });
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  tell(said);
}

export function tell(said) {
  document.querySelector("#status").textContent = said;
  const note = element("p", { className: "note", "aria-hidden": "true" }, said);
  document.body.append(note);
  setTimeout(() => note.remove(), 2500);
}
