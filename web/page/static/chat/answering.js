// How an answer is shown: its paragraphs and lists, and whether it is its quotes already (see answering.py).

const DASH = "- "; // begins a line of a list
const BETWEEN = /\s*(?:\[\d+\])+\s*|\n(?=- )/; // the statements of an answer

export function blocks(answer) {
  const shown = [];
  for (const line of answer.split("\n")) {
    const last = shown.at(-1);
    if (line.startsWith(DASH)) {
      if (Array.isArray(last)) last.push(line.slice(DASH.length));
      else shown.push([line.slice(DASH.length)]);
    } else if (typeof last === "string") shown[shown.length - 1] = `${last}\n${line}`;
    else shown.push(line);
  }
  return shown;
}

export function saysQuotes(answer, citations) {
  const said = new Set(answer.split(BETWEEN).map(plain));
  return citations.every(({ gone, quote }) => !gone && said.has(plain(quote)));
}

export function byArticle(citations) {
  const found = new Map();
  for (const citation of citations) found.set(citation.article_id, [...(found.get(citation.article_id) ?? []), citation]);
  return [...found.values()];
}

function plain(text) {
  return text.trim().replace(/\s+/g, " ").replace(/^[- ]+/, "");
}
