// What a question is limited to: articles or a folder, shown beside the question; `chooser.js` lets one choose.
import { t } from "../texts.js";

const TOLD = 3; // articles under an answer; of more, their number is told (see scope.py)
const place = document.querySelector("#scope");
const opener = place.querySelector("#scope-choose");
const all = place.querySelector("#scope-all");
const chooser = () => import("./chooser.js");
export let chosen = new Map(); // titles by sources; where a folder is chosen, no article is
export let folder = "";

opener.addEventListener("click", async () => (await chooser()).openChooser());
all.addEventListener("click", () => {
  choose([]);
  opener.focus();
});

export function limits() {
  if (folder) return { folder };
  return chosen.size ? { articles: [...chosen.keys()] } : {};
}

export function choose(articles, inside = "") {
  chosen = new Map(articles);
  folder = inside;
  const limited = Boolean(chosen.size || folder);
  const [title] = chosen.size ? chosen.values() : [`${folder}/`];
  opener.textContent = !limited ? t("all_articles") : chosen.size > 1 ? t("only_some", { count: chosen.size }) : t("only_one", { title });
  all.hidden = !limited;
  place.classList.toggle("limited", limited);
  place.dispatchEvent(new CustomEvent("chosen"));
}

// The article that the address names, else what the last question of the conversation was limited to.
export function takeUp(turn) {
  const { source, title } = place.dataset;
  if (source) return choose([[source, title]]);
  const [first, ...others] = turn?.scope ?? [];
  if (!first) return;
  if (first.endsWith("/")) {
    choose([], first.slice(0, -1));
    return void chooser().then(({ offerFolders }) => offerFolders()).catch(() => {}); // the whole path is understood, too
  }
  const titles = new Map([...turn.citations, ...turn.passages].map((hit) => [hit.source, hit.title]));
  choose([first, ...others].map((told) => [told, titles.get(told) ?? told]));
}

export function onlyIn(scope) {
  const places = scope.slice(0, TOLD).join(", ");
  return scope.length > TOLD ? t("only_in_more", { places, count: scope.length - TOLD }) : t("only_in", { places });
}
