// Ask in place: streams the answer of POST /ask. Without this file the form posts and the page comes back.
import { readEvents } from "./events.js";
import { fillTurn, newTurn } from "./turn.js";

const form = document.querySelector("#ask");
const box = form.question;
const problem = document.querySelector("#problem");
const history = JSON.parse(form.history.value);

box.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const question = box.value.trim();
  if (!question || form.dataset.busy) return;
  setBusy(true);
  const turn = newTurn(question);
  try {
    const answer = await ask(question, turn);
    fillTurn(turn, answer);
    history.push(answer);
    form.history.value = JSON.stringify(history);
    box.value = "";
  } catch (error) {
    turn.remove();
    problem.textContent = error.message;
  }
  setBusy(false);
  box.focus();
});

function setBusy(busy) {
  if (busy) form.dataset.busy = "1";
  else delete form.dataset.busy;
  form.querySelector("button").disabled = busy;
  if (busy) problem.textContent = "";
}

async function ask(question, turn) {
  const turns = history.slice(-20).map(({ question, answer }) => ({ question, answer }));
  const response = await send({ question, history: turns, stream: true });
  if (!response.ok) throw new Error((await response.json()).error.message);
  const shown = turn.querySelector(".answer");
  for await (const { event, data } of readEvents(response.body)) {
    if (event === "token") {
      if (shown.classList.contains("waiting")) shown.textContent = "";
      shown.classList.remove("waiting");
      shown.textContent += data.text;
    }
    if (event === "answer") return data;
    if (event === "error") throw new Error(data.error.message);
  }
  throw new Error("The connection ended before the answer. Ask again.");
}

async function send(body) {
  try {
    return await fetch("/ask", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  } catch {
    throw new Error("The server cannot be reached. See whether it still runs, then ask again.");
  }
}
