// Upload by choice or by drag and drop, each file with its progress and result; replace, delete, undo.
import { read } from "./api.js";
import { arrange, button, element } from "./dom.js";
import { at } from "./root.js";
import { errorText, t } from "./texts.js";

const form = document.querySelector("#upload");
const results = document.querySelector("#results");
const list = document.querySelector("#list");
const problem = document.querySelector("#problem");
let latest = null; // the list that was asked for last: a slower, older one is not shown

if (form) {
  form.files.addEventListener("change", () => uploadAll([...form.files.files]));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    uploadAll([...form.files.files]);
  });
  for (const name of ["dragenter", "dragover"]) form.addEventListener(name, hover);
  for (const name of ["dragleave", "drop"]) form.addEventListener(name, () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    uploadAll([...event.dataTransfer.files]);
  });
}
list.addEventListener("click", ({ target }) => {
  const row = target.closest("li[data-id]");
  if (target.dataset.do === "delete") remove(row, target);
  if (target.dataset.do === "replace") choose((file) => upload(file, { address: at(`/articles/${row.dataset.id}`), method: "PUT", field: "file" }));
});

function hover(event) {
  event.preventDefault();
  form.classList.add("over");
}

async function uploadAll(files) {
  form.reset();
  for (const file of files) await upload(file);
}

async function upload(file, { address = at("/articles"), method = "POST", field = "files", replace = false } = {}) {
  const bar = element("progress", { max: 1, value: 0, "aria-label": `${t("uploading")}: ${file.name}` });
  const said = element("span", {}, t("uploading"));
  const row = element("li", {}, element("strong", {}, file.name), bar, said);
  results.prepend(row);
  const fault = faultOf(file);
  const result = fault ?? (await send(file, { address, method, field, replace }, bar, said));
  bar.remove();
  row.className = result.status;
  said.textContent = result.status === "refused" ? errorText(result) : `${t(`result_${result.status}`)} ${result.message ?? ""}`;
  if (result.article_id) row.append(element("a", { href: at(`/articles/${result.article_id}`) }, t("read_it")));
  if (result.code === "name_taken") row.append(button(t("replace_it"), () => (row.remove(), upload(file, { replace: true }))));
  if (result.status !== "refused") await refresh();
}

function faultOf(file) {
  const megabytes = Number(form.dataset.maxBytes) / 1e6;
  const kind = file.name.slice(file.name.lastIndexOf(".")).toLowerCase();
  if (!form.dataset.types.split(" ").includes(kind)) {
    return refused("", t("wrong_type", { types: form.dataset.types.replaceAll(" ", ", ") }));
  }
  if (!file.size) return refused("empty_file", t("empty_file"));
  if (file.size > Number(form.dataset.maxBytes)) return refused("", t("too_large", { megabytes }));
  return null;
}

function refused(code, message) {
  return { status: "refused", code, message };
}

function send(file, { address, method, field, replace }, bar, said) {
  const data = new FormData();
  data.append(field, file);
  if (replace) data.append("replace", "true");
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let watching = null;
    request.open(method, address);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) => (bar.value = loaded / total));
    request.upload.addEventListener("load", () => (watching = watchIndex(bar, said)));
    request.addEventListener("loadend", () => {
      clearInterval(watching);
      const { files, error } = request.response ?? {};
      resolve(files?.[0] ?? refused(error?.code ?? "", error?.message ?? t("error_network")));
    });
    request.send(data);
  });
}

function watchIndex(bar, said) {
  said.textContent = t("indexing");
  bar.removeAttribute("value");
  return setInterval(async () => {
    const { building } = await read("/index").catch(() => ({}));
    if (!building || !bar.isConnected) return;
    said.textContent = t("indexing_steps", building);
    bar.value = building.done / building.total;
  }, 400);
}

function choose(use) {
  const input = element("input", { type: "file", accept: form.files.accept });
  input.addEventListener("change", () => use(input.files[0]));
  input.click();
}

async function remove(row, by) {
  problem.textContent = "";
  by.disabled = true; // a second click deletes nothing more
  try {
    const { undo } = await read(`/articles/${row.dataset.id}`, { method: "DELETE" });
    const back = button(t("undo"), () => restore(undo, note));
    const note = element("li", { className: "removed" }, element("span", {}, t("deleted", { title: row.dataset.title })), back);
    results.prepend(note);
    await refresh();
    back.focus();
  } catch (error) {
    by.disabled = false;
    problem.textContent = error.message;
  }
}

async function restore(undo, note) {
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
  const response = await fetch(location.href, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (asked === latest) show(page.querySelector("#list"));
}

// A row that is the same stays the same element, so that a refresh does not take it away under a click.
function show(fresh) {
  const [rows, freshRows] = [list, fresh].map((place) => place.querySelector(".articles"));
  if (list.querySelector("details[open]")) fresh.querySelector("details")?.setAttribute("open", "");
  const parts = [...fresh.children];
  if (rows && freshRows) {
    arrange(rows, [...freshRows.children].map((row) => [...rows.children].find((shown) => shown.isEqualNode(row)) ?? row));
    parts[parts.indexOf(freshRows)] = rows;
  }
  arrange(list, parts);
}
