// Speak with the server; every failure becomes an Error with a sentence for people.
import { at } from "./root.js";
import { errorText, t } from "./texts.js";

export async function send(path, { method = "GET", json, signal, headers: more } = {}) {
  const headers = { Accept: "application/json", ...(json && { "Content-Type": "application/json" }), ...more };
  let response;
  try {
    response = await fetch(at(path), { method, headers, signal, body: json && JSON.stringify(json) });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    document.dispatchEvent(new CustomEvent("unreachable"));
    throw new Error(t("error_network"));
  }
  if (!response.ok) throw await failure(response);
  return response;
}

export async function read(path, options) {
  return (await send(path, options)).json();
}

// A page of this server as a document; an error page is an error.
export async function readPage(address, signal) {
  const response = await fetch(address, { headers: { Accept: "text/html" }, signal });
  if (!response.ok) throw new Error(t("error_failed"));
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

async function failure(response) {
  try {
    const { error } = await response.json();
    return Object.assign(new Error(errorText(error)), { code: error.code });
  } catch {
    return new Error(`${t("error_failed")} (${response.status})`);
  }
}
