// One question and its answer on the page; the same elements as in chat.html.
export function newTurn(question) {
  const turn = document.querySelector("#turn-template").content.cloneNode(true).firstElementChild;
  turn.querySelector(".question").textContent = question;
  document.querySelector("#turns").append(turn);
  turn.scrollIntoView({ block: "nearest" });
  return turn;
}

export function fillTurn(turn, answer) {
  const shown = turn.querySelector(".answer");
  shown.classList.remove("waiting");
  shown.classList.toggle("declined", !answer.answered);
  shown.replaceChildren(...linkedMarks(answer));
  if (answer.citations.length) turn.append(quotes(answer.citations));
  else if (answer.passages.length) turn.append(nearest(answer.passages));
}

function linkedMarks({ answer, citations }) {
  return answer.split(/(\[\d+\])/).map((piece) => {
    const citation = citations.find(({ marker }) => piece === `[${marker}]`);
    return citation ? element("a", piece, { href: link(citation), title: citation.quote }) : piece;
  });
}

function quotes(citations) {
  const list = element("ol", "", { className: "quotes" });
  list.setAttribute("aria-label", "Quotes");
  for (const citation of citations) {
    const item = quoted(citation, citation.quote);
    item.value = citation.marker;
    list.append(item);
  }
  return list;
}

function nearest(passages) {
  const details = element("details", "", { className: "nearest" });
  const list = element("ul", "");
  list.append(...passages.map((passage) => quoted(passage, passage.text)));
  details.append(element("summary", "The nearest passages"), list);
  return details;
}

function quoted(place, text) {
  const item = element("li", "");
  item.append(element("blockquote", text), element("a", place.title, { href: link(place) }));
  return item;
}

function link({ article_id, start, end }) {
  return `/articles/${article_id}?${new URLSearchParams({ start, end })}#marked`;
}

function element(tag, text, properties = {}) {
  return Object.assign(document.createElement(tag), { textContent: text }, properties);
}
