// SPDX-License-Identifier: Apache-2.0
import { element } from "./dom.js";
import { beginning } from "./format.js";
import { texts } from "./texts.js";

const SHOWN_LENGTH = 2_000;

/** A text of a message; one that is very long is cut until the reader asks for all of it. */
export function longText(text, messageId) {
  const paragraph = element("p", { class: "text", dir: "auto" }, text);
  if (text.length <= SHOWN_LENGTH) {
    return paragraph;
  }
  const button = element("button", { type: "button", class: "subtle", "data-action": "show-all" });
  const show = (all) => {
    paragraph.textContent = all ? text : `${beginning(text, SHOWN_LENGTH)}…`;
    button.textContent = all ? texts.showLess : texts.showAll;
    button.ariaLabel = texts.ofMessage(button.textContent, messageId);
    button.ariaExpanded = String(all);
  };
  show(false);
  button.addEventListener("click", () => show(button.ariaExpanded === "false"));
  return element("div", {}, paragraph, button);
}
