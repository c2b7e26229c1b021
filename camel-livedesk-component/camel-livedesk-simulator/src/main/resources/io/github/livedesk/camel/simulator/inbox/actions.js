// SPDX-License-Identifier: Apache-2.0
import { ApiError, clearEverything, failMessage, order, retryMessage } from "./api.js";
import { failNext, UNDELIVERABLE } from "./behaviours.js";
import { showCalls } from "./call.js";
import { goToMessage, messageOf, stayAt } from "./chat.js";
import { setText } from "./dom.js";
import { closeConversation, openConversationId } from "./route.js";
import { texts } from "./texts.js";

const notice = document.getElementById("notice");
const clearDialog = document.getElementById("clear-dialog");

/** What a click on an element with such a data-action does. */
const actions = {
  raw: (button) => showCalls(messageOf(button)),
  fail: (button) => failMessage(openConversationId(), messageOf(button).id, UNDELIVERABLE),
  retry: (button) => retryMessage(openConversationId(), messageOf(button).id),
  quote: (button) => goToMessage(button.dataset.quoted),
  back: () => closeConversation(),
  clear: () => clearDialog.showModal(),
  close: (button) => button.closest("dialog").close(),
  "fail-next": () => order(openConversationId(), failNext()),
  "show-all": (button) => stayAt(button),
  "confirm-clear": async () => {
    clearDialog.close();
    await clearEverything();
    closeConversation();
  },
};

export function listenForActions() {
  document.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-action]");
    if (!button) {
      return;
    }
    try {
      await actions[button.dataset.action](button);
      setText(notice, "");
    } catch (error) {
      setText(notice, texts.failedAction(error instanceof ApiError ? error.message : texts.noAnswer));
    }
  });
}
