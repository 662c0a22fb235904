// The short answer in bold, where it is no part of a longer word or number; as in templates.py.
import { element } from "../dom.js";

// Letters of writing with spaces: Chinese and Japanese words have no borders.
const LETTER = "(?![\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}])[\\p{L}\\p{N}_]";

export function emphasized(text, short) {
  const at = short ? text.search(whole(short)) : -1;
  return at < 0 ? [text] : [text.slice(0, at), element("strong", {}, short), text.slice(at + short.length)];
}

function whole(short) {
  const before = new RegExp(`^${LETTER}`, "u").test(short) ? `(?<!${LETTER})${/^\p{Nd}/u.test(short) ? "(?<!\\p{Nd}[.,])" : ""}` : "";
  const after = endsInLetter(short) ? `(?!${LETTER})${/\p{Nd}$/u.test(short) ? "(?![.,]\\p{Nd})" : ""}` : "";
  return new RegExp(before + short.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&") + after, "u");
}

function endsInLetter(short) {
  return new RegExp(`${LETTER}$`, "u").test(short);
}
