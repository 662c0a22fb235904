// Ask in place: streams the answer of POST /ask. Without this file the form posts and the page comes back.
import { readPage, send } from "../api.js";
import "./connection.js";
import { changed, closeList, startList, toggleList } from "./conversations.js";
import { showNearby } from "./declining.js";
import { button, randomWord } from "../dom.js";
import { keepDraft } from "./draft.js";
import { readEvents } from "./events.js";
import { startKeys } from "./keys.js";
import { closePanel } from "./panel.js";
import { limits, takeUp } from "./scope.js";
import { at } from "../root.js";
import { offerExamples } from "./start.js";
import { errorText, t } from "../texts.js";
import { hushTips } from "./proof.js";
import { answerText, fillTurn, newTurn } from "./turn.js";
import { showStep, stopTurn } from "./waiting.js";

const form = document.querySelector("#ask");
const box = form.question;
const stop = form.querySelector("#stop");
const again = form.querySelector("#again");
const problem = document.querySelector("#problem");
const status = document.querySelector("#status");
const turns = document.querySelector("#turns");
const choices = JSON.parse(form.dataset.choices); // how to be answered, from the settings page
const keeps = Boolean(form.conversation); // else the conversation lasts as long as this page
const past = [];
let running = null; // stops the answer that is being written
let behind = false; // another tab went on with the conversation while an answer was being written here
let edited = null; // the turn that is asked again: it and those after it make way for the answer

const saveDraft = keepDraft(box, () => form.conversation?.value ?? "");
box.addEventListener("input", () => {
  problem.textContent = "";
  saveDraft();
});
document.addEventListener("reachable", () => (problem.textContent = ""));
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
  turn.past = edited ? edited.past : past.length;
  turns.append(turn);
  turn.scrollIntoView({ block: "start" });
  setRunning(new AbortController());
  if (box.value.trim() === question) box.value = ""; // it stays the draft until it is answered
  try {
    const answered = await ask(question, turn, running.signal);
    saveDraft();
    makeWay(turn);
    fillTurn(turn, answered, retry);
    turn.scrollIntoView({ block: "start" });
    showNearby(turn, answered, retry).catch(() => {});
    status.textContent = t("answer_ready", { answer: answerText(answered) });
    if (keeps) keepPlace(answered);
    else past.splice(turn.past, past.length, { question, answer: answered.answer });
  } catch (error) {
    if (error.name === "AbortError") stopTurn(turn, button(t("retry"), () => retry(question)));
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
  status.textContent = t("step_searching");
}

async function ask(question, turn, signal) {
  const kept = { conversation_id: form.conversation?.value || "new", instead_of: form.instead_of.value || undefined };
  const before = keeps ? kept : { history: past.slice(0, turn.past).slice(-20) };
  const body = { question, ...before, ...limits(), ...choices, submission: form.submission.value, stream: true };
  const response = await send("/ask", { method: "POST", json: body, signal });
  try {
    for await (const { event, data } of readEvents(response.body)) {
      if (event === "step") {
        showStep(turn, data);
        const step = t(`step_${data.step}`);
        if (status.textContent !== step) status.textContent = step; // a screen reader says each once
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

// A question that is asked again: written anew, it takes the place of its turn and of those after it.
function edit(turn, { id, question }) {
  edited = turn;
  form.instead_of.value = id ?? "";
  again.hidden = !turn;
  box.value = question;
  saveDraft();
  box.focus();
}

function makeWay(turn) {
  for (let left = edited; left && left !== turn; left = left.nextElementSibling) left.hidden = true;
  for (const left of turns.querySelectorAll(":scope > [hidden]")) left.remove();
  edited = null;
  form.instead_of.value = "";
  again.hidden = true;
}

turns.addEventListener("again", ({ target, detail }) => edit(target.closest(".turn"), detail));
again.addEventListener("click", (event) => {
  if (!event.target.closest("a")) return;
  event.preventDefault();
  edit(null, { question: "" });
});

function keptOn(page) {
  return JSON.parse(page.querySelector("#kept").textContent);
}

function filled(turn) {
  const made = newTurn(turn.question);
  fillTurn(made, turn, retry);
  return made;
}

function showEarlier(page) {
  const [old, fresh] = [document, page].map((place) => place.querySelector("#earlier"));
  fresh ? old?.replaceWith(fresh) : old?.remove();
}

document.querySelector("main").addEventListener("click", async (event) => {
  const link = event.target.closest("#earlier a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  try {
    const page = await readPage(link.href);
    const first = turns.firstElementChild;
    const above = keptOn(page).map(filled);
    turns.prepend(...above);
    showEarlier(page);
    first.scrollIntoView({ block: "start" });
    above.at(-1)?.querySelector("button")?.focus({ preventScroll: true });
  } catch {
    location.assign(link.href);
  }
});

async function reload() {
  behind = Boolean(running);
  if (running || !form.conversation.value) return;
  try {
    const page = await readPage(at(`/?conversation=${form.conversation.value}`));
    behind = Boolean(running); // a question that was asked meanwhile keeps its place on the page
    if (running) return;
    turns.replaceChildren(...keptOn(page).map(filled));
    showEarlier(page);
  } catch {
    // deleted in another tab: what is on the page stays
  }
}

const showKeys = async () => (await import("./shortcuts.js")).showShortcuts(keys);
const keys = {
  "/": { text: "shortcut_focus", run: () => box.focus() },
  n: { text: "shortcut_new", run: () => location.assign(at("/")) },
  c: { text: "shortcut_list", run: toggleList },
  "?": { text: "shortcut_help", run: showKeys },
};
startKeys(keys, () => {
  if (hushTips() || closePanel() || closeList()) return true;
  running?.abort();
  return false;
});
document.querySelector("#keys").addEventListener("click", showKeys);

const kept = keptOn(document);
const shown = [...turns.querySelectorAll(".turn")];
kept.forEach((turn, number) => fillTurn(shown[number], turn, retry));
edited = document.getElementById(`turn-${form.instead_of.value}`);
takeUp(kept.at(-1));
(document.getElementById(location.hash.slice(1)) ?? shown.at(-1))?.scrollIntoView();
startList(form.conversation?.value ?? "", reload);
offerExamples(retry);
