// The words of the page, in the language that the server chose.
const texts = JSON.parse(document.querySelector("#texts").textContent);

export function t(key, values = {}) {
  return texts[key].replace(/{(\w+)}/g, (whole, name) => values[name] ?? whole);
}

export function errorText({ code, message }) {
  return texts[`error.${code}`] ?? message;
}
