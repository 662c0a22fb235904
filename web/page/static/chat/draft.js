// What is being written outlives a reload of its tab; a browser that keeps nothing forgets it with the page.
export function keepDraft(box, conversation) {
  const name = () => `draft ${conversation()}`;
  try {
    box.value ||= sessionStorage.getItem(name()) ?? "";
  } catch {}
  return () => {
    try {
      sessionStorage.setItem(name(), box.value);
    } catch {}
  };
}
