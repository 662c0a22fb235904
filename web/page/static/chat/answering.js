// How an answer is shown: what it says, what it compares, what proves it (see answering.py).
// Ranges count characters, as the server does; a JavaScript string counts UTF-16 units.
import { t } from "../texts.js";

const DASH = "- "; // begins a line of a list
const MARK = /\[\d+\]/g;
const MARKED = /\s*(.*?)\s*((?:\[\d+\])+)/gs; // a statement with its marks

export function blocks(text, ranges = []) {
  const letters = Array.from(text);
  const found = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const listed = line.startsWith(DASH);
    const end = at + Array.from(line).length;
    const last = found.at(-1);
    if (last?.listed !== listed) found.push({ listed, lines: [[at + (listed ? DASH.length : 0), end]] });
    else if (listed) last.lines.push([at + DASH.length, end]);
    else last.lines[0][1] = end;
    at = end + 1;
  }
  return found.map(({ listed, lines }) => ({ listed, lines: lines.map((place) => pieces(letters, place, ranges, marksIn(letters, place))) }));
}

export function quoted({ quote, start, answer_ranges: ranges = [] }) {
  const letters = Array.from(quote);
  return pieces(letters, [0, letters.length], ranges.map(([first, last]) => [first - start, last - start]));
}

function marksIn(letters, [start, end]) {
  const line = letters.slice(start, end).join("");
  return [...line.matchAll(MARK)].map((match) => {
    const first = start + Array.from(line.slice(0, match.index)).length;
    return [first, first + match[0].length];
  });
}

export function pieces(letters, [start, end], ranges, marks = []) {
  const words = ranges.filter(([a, b]) => a < end && b > start).map(([a, b]) => [Math.max(a, start), Math.min(b, end)]);
  const borders = [...new Set([start, end, ...marks.flat(), ...words.flat()])].sort((a, b) => a - b);
  return borders.slice(1).map((last, number) => {
    const first = borders[number];
    const isMark = marks.some(([a, b]) => a === first && b === last);
    const answers = words.some(([a, b]) => a <= first && last <= b);
    return [isMark ? "mark" : answers ? "words" : "", letters.slice(first, last).join("")];
  });
}

export function saidFirst({ answer, citations, sides = [] }) {
  const said = [...answer.matchAll(MARKED)];
  const first = () => answer.slice(0, said[0].index + said[0][0].length);
  if (sides.length && said.length === sides.length) return "";
  if (sides.length) return sides.find(({ name }) => answer.startsWith(`${name}: `))?.name ?? first();
  const quotes = new Set(citations.map(({ quote }) => plain(quote)));
  const follows = said.length > 1 && said[0][2].match(MARK).length > 1;
  return follows && said.slice(1).every(([, text]) => quotes.has(plain(text))) ? first() : answer;
}

export function showsQuote({ gone, quote }, said) {
  return Boolean(gone) || !plain(said.replace(MARK, "")).includes(plain(quote));
}

export function byArticle(citations) {
  const found = new Map();
  for (const citation of citations) found.set(citation.article_id, [...(found.get(citation.article_id) ?? []), citation]);
  return [...found.values()];
}

function plain(text) {
  return text.trim().replace(/\s+/g, " ").replace(/^[- ]+/, "");
}

export function toldOfWriting({ dropped: count, generator_away: why }) {
  return [count && t("dropped", { count }), why && t("generator_away", { why })].filter(Boolean);
}
