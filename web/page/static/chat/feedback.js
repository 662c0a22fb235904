// Thumbs up or down for an answer, and a comment for those who want to say more.
import { read } from "../api.js";
import { tell } from "./copy.js";
import { button, element } from "../dom.js";
import { t } from "../texts.js";

export function feedbackButtons(answer, box) {
  const thumbs = [
    [true, "up", t("up")],
    [false, "down", t("down")],
  ].map(([up, way, name]) => button(thumb(), () => judge(up), { "aria-label": name, title: name, className: `quiet thumb ${way}` }));
  show(answer.feedback);

  async function judge(up) {
    const taken = answer.feedback?.up === up ? null : up;
    if (!(await keep({ up: taken, comment: answer.feedback?.comment ?? "" }))) return;
    box.parentElement.querySelector(".comment")?.remove();
    if (taken !== null) box.after(commentForm(answer.feedback?.comment ?? "", (comment) => keep({ up: taken, comment })));
  }

  async function keep(said) {
    try {
      answer.feedback = (await read(`/answers/${answer.id}/feedback`, { method: "PUT", json: said })).feedback;
      show(answer.feedback);
      tell(t("thanks"));
      return true;
    } catch (error) {
      tell(error.message);
      return false;
    }
  }

  function show(feedback) {
    thumbs[0].setAttribute("aria-pressed", feedback?.up === true);
    thumbs[1].setAttribute("aria-pressed", feedback?.up === false);
  }

  return thumbs;
}

function thumb() {
  return document.querySelector("#thumb").content.cloneNode(true);
}

function commentForm(comment, keep) {
  const area = element("textarea", { rows: 2, maxLength: 2000, value: comment, name: "comment" });
  const form = element("form", { className: "comment" }, element("label", {}, t("comment"), area), element("button", { type: "submit" }, t("send")));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (await keep(area.value)) form.remove();
  });
  return form;
}
