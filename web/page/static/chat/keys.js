// Keyboard shortcuts; `shortcuts.js` lists them.
export const KEPT = "single-keys";

export function startKeys(keys, escape) {
  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog:modal, .menu")) return;
    if (event.key === "Escape") {
      if (escape()) event.preventDefault();
      return;
    }
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !singleKeys() || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key].run();
  });
}

export function singleKeys() {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true;
  }
}
