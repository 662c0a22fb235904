// The list of articles: add by choice, drag and drop or paste; replace, remove, bring back.
import { read, readPage } from "./api.js";
import { ask } from "./dialog.js";
import { arrange, button, element } from "./dom.js";
import { at } from "./root.js";
import { t } from "./texts.js";
import { fileOf, send, sendFolder, textOf } from "./uploads.js";

const form = document.querySelector("#upload");
const paste = document.querySelector("#paste");
const results = document.querySelector("#results");
const list = document.querySelector("#list");
const problem = document.querySelector("#problem");
let latest = null; // the list that was asked for last: a slower, older one is not shown

if (form) {
  form.files.addEventListener("change", () => add([...form.files.files]));
  for (const name of ["dragenter", "dragover"]) form.addEventListener(name, hover);
  for (const name of ["dragleave", "drop"]) form.addEventListener(name, () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    add([...event.dataTransfer.files]);
  });
  paste.addEventListener("submit", (event) => {
    event.preventDefault();
    addText();
  });
}
document.querySelector("#folder")?.addEventListener("submit", (event) => {
  event.preventDefault();
  addFolder(event.target.elements.folder.value);
});
document.addEventListener("changed", refresh);
document.querySelector("main").addEventListener("click", ({ target }) => {
  const row = target.closest("li[data-id]");
  if (target.dataset.do === "remove") remove(row, target);
  if (target.dataset.do === "replace") choose((file) => replace(row.dataset, file));
  if (target.dataset.leave) leaveOut(target.dataset.leave, target);
  if (target.dataset.undo) restore(target.dataset.undo, target.closest("li"));
});

function hover(event) {
  event.preventDefault();
  form.classList.add("over");
}

async function add(files) {
  form.reset();
  await settle(send(files.map((file) => fileOf(file))));
}

async function addText() {
  const { title, text } = paste.elements;
  paste.querySelector("button").disabled = true; // a second click adds nothing more
  const [result] = await settle(send([textOf(title.value, text.value)]));
  paste.querySelector("button").disabled = false;
  if (result.status !== "refused") paste.reset();
}

async function replace({ id, tag }, file) {
  await settle(send([fileOf(file, "file")], { address: at(`/articles/${id}`), method: "PUT", tag }));
}

function addFolder(place) {
  return settle(sendFolder(place));
}

async function leaveOut(name, by) {
  if (!(await ask(t("leave_out_folder", { name }), t("leave_out"), element("p", { className: "meta" }, t("folder_stays"))))) return;
  const leaving = read(`/folders/${encodeURIComponent(name)}`, { method: "DELETE" });
  await takeOut(by, leaving, t("left_out", { name }), async ({ folder }, note) => {
    const [{ status }] = await addFolder(folder);
    if (status !== "refused") note.remove();
  });
}

async function settle(sending) {
  const outcomes = await sending;
  if (outcomes.some(({ status, code }) => status !== "refused" || code === "changed_meanwhile")) await refresh();
  return outcomes;
}

function choose(use) {
  const input = element("input", { type: "file", accept: form.files.accept });
  input.addEventListener("change", () => use(input.files[0]));
  input.click();
}

async function remove(row, by) {
  const { id, title, source, tag } = row.dataset;
  const stays = element("p", { className: "meta" }, t("file_stays", { source }));
  const file = element("input", { type: "checkbox" });
  file.addEventListener("change", () => (stays.hidden = file.checked));
  const too = "deletable" in row.dataset ? [element("label", {}, file, element("span", {}, t("file_too")))] : [];
  if (!(await ask(t("remove_article", { title }), t("remove"), element("div", {}, stays, ...too)))) return;
  const query = file.checked ? "?file=true" : "";
  const removing = read(`/articles/${id}${query}`, { method: "DELETE", headers: { "If-Match": tag } });
  await takeOut(by, removing, t("removed", { title }), ({ undo }, note) => restore(undo, note));
}

// Show that something is being taken out of Wellspring, then a note that can bring it back.
async function takeOut(by, removing, told, bringBack) {
  problem.textContent = "";
  by.disabled = true; // a second click takes nothing more out
  try {
    const out = await removing;
    const back = button(t("undo"), async () => {
      back.disabled = true; // a second click brings nothing more back
      await bringBack(out, note).finally(() => (back.disabled = false));
    });
    const note = element("li", { className: "removed" }, element("span", {}, told), back);
    results.prepend(note);
    await refresh();
    back.focus();
  } catch (error) {
    by.disabled = false;
    problem.textContent = error.message;
    if (error.code === "changed_meanwhile") await refresh();
  }
}

async function restore(undo, note) {
  problem.textContent = "";
  try {
    await read(`/articles/undo/${undo}`, { method: "POST" });
    note.textContent = t("restored");
    await refresh();
  } catch (error) {
    problem.textContent = error.message;
  }
}

async function refresh() {
  const asked = (latest = {});
  const page = await readPage(location.href);
  if (asked !== latest) return;
  const [shown, fresh] = [document, page].map((place) => place.querySelector("#folders"));
  shown?.replaceWith(fresh);
  show(page.querySelector("#list"));
}

// A row that is the same stays the same element, so that a refresh does not take it away under a click.
function show(fresh) {
  const [rows, freshRows] = [list, fresh].map((place) => place.querySelector(".articles"));
  for (const { id } of list.querySelectorAll("details[open]")) fresh.querySelector(`#${id}`)?.setAttribute("open", "");
  const parts = [...fresh.children];
  if (rows && freshRows) {
    arrange(rows, [...freshRows.children].map((row) => [...rows.children].find((shown) => shown.isEqualNode(row)) ?? row));
    parts[parts.indexOf(freshRows)] = rows;
  }
  arrange(list, parts);
}
