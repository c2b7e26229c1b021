// SPDX-License-Identifier: Apache-2.0
import { arrange, element, icon } from "./dom.js";
import { texts } from "./texts.js";

const RATE_LIMIT = "130429: Rate limit hit";
const RE_ENGAGEMENT = "131047: Re-engagement message";

/** What a message fails with that was sent at first. */
export const UNDELIVERABLE = "131026: Message undeliverable";

const select = document.getElementById("external-error");
const list = document.getElementById("behaviours");
const items = new Map();

select.append(...[RATE_LIMIT, RE_ENGAGEMENT, UNDELIVERABLE].map((error) => element("option", {}, error)));

/** What the button of the toolbar orders. */
export const failNext = () => ({ kind: "failMessage", times: 1, externalError: select.value });

/** Shows the orders that wait; those shown already stay, lest they be read out again. */
export function showBehaviours(behaviours) {
  const before = new Map(items);
  items.clear();
  for (const [position, behaviour] of behaviours.entries()) {
    const words = inWords(behaviour);
    const key = `${position} ${words}`;
    items.set(key, before.get(key) ?? element("li", { dir: "auto" }, icon("⏳"), words));
  }
  arrange(list, [...items.values()]);
}

function inWords(behaviour) {
  const words = texts.behaviours[behaviour.kind];
  return words ? words(behaviour) : JSON.stringify(behaviour);
}
