// Send files and pasted texts, several in one request; each has a row that tells what became of it.
import { read } from "./api.js";
import { button, element } from "./dom.js";
import { at } from "./root.js";
import { errorText, t } from "./texts.js";

const MOST_FILES = 200; // of one request
const MOST_BYTES = 6e7;
const place = document.querySelector("[data-types]"); // says what is read
const results = document.querySelector("#results");

// Each file is { name, fields, size }: what is sent of it, and how large that is. Tells whether any was taken.
export async function send(files, { address = at("/articles"), method = "POST", tag, replace = false } = {}) {
  const rows = files.map((file) => ({ ...file, ...shown(file.name) }));
  results.prepend(...rows.map(({ row }) => row));
  const outcomes = [];
  for (const batch of batches(rows)) {
    const { files: made, error } = await post(batch, { address, method, tag, replace });
    for (const [number, sent] of batch.entries()) {
      outcomes.push(tell(sent, made?.[number] ?? refused(error?.code ?? "", error?.message ?? t("error_network"))));
    }
  }
  rows[0]?.row.scrollIntoView({ block: "nearest" });
  return outcomes;
}

export function fileOf(file, field = "files") {
  return { name: file.name, size: file.size, fault: faultOf(file), fields: [[field, file]] };
}

export function sendFolder(place, name = place) {
  return send([{ name, size: 1, fields: [["folder", place]] }], { address: at("/folders") });
}

export function textOf(title, text) {
  const name = title || text.trim().split("\n")[0].slice(0, 60);
  return { name, size: text.length * 3, fields: [["title", title], ["text", text]] };
}

function shown(name) {
  const said = element("span", {});
  return { said, row: element("li", {}, element("strong", { dir: "auto" }, name), said) };
}

function batches(rows) {
  const made = [];
  let room = 0;
  for (const row of rows) {
    if (row.fault) tell(row, row.fault);
    else if (made.length && room >= row.size && made.at(-1).length < MOST_FILES) made.at(-1).push(row);
    else made.push([row]), (room = MOST_BYTES);
    room -= row.size;
  }
  return made;
}

function tell(sent, result) {
  const { row, said, name } = sent;
  row.className = result.status;
  if (result.status !== "refused") for (const old of [...results.querySelectorAll(".refused")]) if (old.firstChild.textContent === name) old.remove();
  said.textContent = result.status === "refused" ? errorText(result) : `${t(`result_${result.status}`)} ${result.message ?? ""}`;
  if (result.article_id) row.append(element("a", { href: at(`/articles/${result.article_id}`) }, t("read_it")));
  if (result.code === "name_taken") row.append(button(t("replace_it"), () => (row.remove(), replaceOld(sent))));
  return result;
}

async function replaceOld(sent) {
  await send([sent], { replace: true });
  document.dispatchEvent(new CustomEvent("changed"));
}

function faultOf(file) {
  const megabytes = Number(place.dataset.maxBytes) / 1e6;
  const kind = file.name.slice(file.name.lastIndexOf(".")).toLowerCase();
  if (!place.dataset.types.split(" ").includes(kind)) {
    return refused("", t("wrong_type", { types: place.dataset.types.replaceAll(" ", ", ") }));
  }
  if (!file.size) return refused("empty_file", t("empty_file"));
  if (file.size > Number(place.dataset.maxBytes)) return refused("", t("too_large", { megabytes }));
  return null;
}

function refused(code, message) {
  return { status: "refused", code, message };
}

function post(batch, { address, method, tag, replace }) {
  const data = new FormData();
  for (const { fields } of batch) for (const [name, value] of fields) data.append(name, value);
  if (replace) data.append("replace", "true");
  const bar = element("progress", { max: 1, value: 0, "aria-label": t("uploading") });
  const told = element("span", {}, t("uploading"));
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let watching = null;
    const stop = button(t("stop"), () => request.abort());
    const line = element("li", { className: "batch" }, element("strong", {}, t("files", { count: batch.length })), bar, told, stop);
    results.prepend(line);
    line.scrollIntoView({ block: "nearest" });
    request.open(method, address);
    request.setRequestHeader("Accept", "application/json");
    if (tag) request.setRequestHeader("If-Match", tag);
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      bar.value = loaded / total;
      told.textContent = t("uploading_part", { percent: Math.floor((100 * loaded) / total) });
    });
    request.upload.addEventListener("load", () => {
      stop.remove();
      watching = watchIndex(bar, told);
    });
    request.addEventListener("loadend", () => {
      clearInterval(watching);
      line.remove();
      resolve(request.response ?? {});
    });
    request.addEventListener("abort", () => resolve({ error: { message: t("stopped") } }));
    request.send(data);
  });
}

// How far the index is, the embedding included, and how long it still takes.
function watchIndex(bar, told) {
  told.textContent = t("indexing");
  bar.removeAttribute("value");
  return setInterval(async () => {
    const { building } = await read("/index").catch(() => ({}));
    if (!building || !bar.isConnected) return;
    const { fraction, seconds_left: left } = building;
    bar.value = fraction;
    told.textContent = t("indexing_part", { percent: Math.floor(100 * fraction) }) + (left === null ? "" : t("time_left", { seconds: left }));
  }, 400);
}
