// Ask in place: streams the answer of POST /ask. Without this file the form posts and the page comes back.
import { read, send } from "../api.js";
import "./connection.js";
import { changed, startList, toggleList } from "./conversations.js";
import { showNearby } from "./declining.js";
import { randomWord } from "../dom.js";
import { readEvents } from "./events.js";
import { closePanel } from "./panel.js";
import { limits, takeUp } from "./scope.js";
import { at } from "../root.js";
import { showShortcuts, startShortcuts } from "./shortcuts.js";
import { offerExamples } from "./start.js";
import { errorText, t } from "../texts.js";
import { hushTips } from "./proof.js";
import { answerText, fillTurn, newTurn, stopTurn } from "./turn.js";

const form = document.querySelector("#ask");
const box = form.question;
const stop = form.querySelector("#stop");
const problem = document.querySelector("#problem");
const status = document.querySelector("#status");
const turns = document.querySelector("#turns");
const choices = JSON.parse(form.dataset.choices); // how to be answered, from the settings page
const keeps = Boolean(form.conversation); // else the conversation lasts as long as this page
const past = [];
let running = null; // stops the answer that is being written
let behind = false; // another tab went on with the conversation while an answer was being written here

if (!CSS.supports("field-sizing", "content")) {
  box.addEventListener("input", () => {
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight}px`;
  });
}
box.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (box.value.trim() && !running) answer(box.value.trim());
});
stop.addEventListener("click", () => running?.abort());

async function answer(question) {
  const turn = newTurn(question);
  setRunning(new AbortController());
  try {
    const answered = await ask(question, turn, running.signal);
    fillTurn(turn, answered, retry);
    turn.scrollIntoView({ block: "start" });
    showNearby(turn, answered, retry).catch(() => {});
    status.textContent = t("answer_ready", { answer: answerText(answered) });
    if (box.value.trim() === question) box.value = "";
    if (keeps) keepPlace(answered);
    else past.push({ question, answer: answered.answer });
  } catch (error) {
    if (error.name === "AbortError") stopTurn(turn, retry);
    else turn.remove();
    if (!box.value.trim()) box.value = question;
    if (error.name === "AbortError") status.textContent = t("stopped");
    else problem.textContent = error.message;
    if (error.code === "unknown_conversation") form.conversation.value = "";
  }
  setRunning(null);
  box.focus();
  if (behind) reload();
}

function retry(question) {
  if (!running) answer(question);
}

function setRunning(controller) {
  running = controller;
  form.querySelector("[type=submit]").hidden = Boolean(controller);
  stop.hidden = !controller;
  if (!controller) return;
  form.submission.value = randomWord();
  problem.textContent = "";
  status.textContent = t("waiting");
}

async function ask(question, turn, signal) {
  const before = keeps ? { conversation_id: form.conversation.value || "new" } : { history: past.slice(-20) };
  const body = { question, ...before, ...limits(), ...choices, submission: form.submission.value, stream: true };
  const response = await send("/ask", { method: "POST", json: body, signal });
  const shown = turn.querySelector(".answer");
  try {
    for await (const { event, data } of readEvents(response.body)) {
      if (event === "token") {
        if (shown.classList.contains("waiting")) shown.textContent = "";
        shown.classList.remove("waiting");
        shown.textContent += data.text;
      }
      if (event === "answer") return data;
      if (event === "error") throw Object.assign(new Error(errorText(data.error)), { code: data.error.code });
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // a TypeError is the broken connection
  }
  document.dispatchEvent(new CustomEvent("unreachable"));
  throw new Error(t("error_broken"));
}

function keepPlace({ conversation_id: conversation }) {
  if (!conversation) return;
  form.conversation.value = conversation;
  history.replaceState(null, "", at(`/?conversation=${conversation}`));
  changed(conversation);
}

async function reload() {
  behind = Boolean(running);
  if (running || !form.conversation.value) return;
  try {
    const kept = await read(`/conversations/${form.conversation.value}`);
    behind = Boolean(running); // a question that was asked meanwhile keeps its place on the page
    if (running) return;
    turns.replaceChildren();
    for (const turn of kept.turns) fillTurn(newTurn(turn.question), turn, retry);
  } catch {
    // deleted in another tab: what is on the page stays
  }
}

const keys = {
  "/": { text: "shortcut_focus", run: () => box.focus() },
  n: { text: "shortcut_new", run: () => location.assign(at("/")) },
  c: { text: "shortcut_list", run: toggleList },
  "?": { text: "shortcut_help", run: () => showShortcuts(keys) },
};
startShortcuts(keys, () => {
  if (hushTips() || closePanel()) return true;
  running?.abort();
  return false;
});
document.querySelector("#keys").addEventListener("click", () => showShortcuts(keys));

const kept = JSON.parse(document.querySelector("#kept").textContent);
kept.forEach((turn, number) => fillTurn(turns.children[number], turn, retry));
takeUp(kept.at(-1));
(document.getElementById(location.hash.slice(1)) ?? turns.lastElementChild)?.scrollIntoView();
startList(form.conversation?.value ?? "", reload);
offerExamples(retry);
