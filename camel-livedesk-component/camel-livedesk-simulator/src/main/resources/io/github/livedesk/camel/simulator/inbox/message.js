// SPDX-License-Identifier: Apache-2.0
import { attachmentElement } from "./attachment.js";
import { element, icon, setText, spoken } from "./dom.js";
import { excerpt, formatTime } from "./format.js";
import { longText } from "./long-text.js";
import { templateElement } from "./template.js";
import { texts } from "./texts.js";

export const messageElementId = (id) => `message-${id}`;

/**
 * The view of a message: made once, updated after.
 *
 * @param shown the messages of the conversation that are shown, by id
 */
export function createMessageView(message, shown) {
  const { id, createdAt } = message;
  const quote = message.inReplyTo == null ? null : quoteElement(message.inReplyTo, shown);
  const error = element("p", { class: "error", dir: "auto" });
  const statusIcon = icon("");
  const status = element("span", { class: "status-text" });
  const raw = actionButton("raw", id);
  const change = actionButton("fail", id);
  const article = element(
    "article",
    {
      class: "message",
      id: messageElementId(id),
      tabindex: "-1",
      "aria-label": texts.message(id),
      "data-message": id,
      "data-private": String(message.private),
      "data-from": message.fromCustomer ? "customer" : "desk",
    },
    element(
      "div",
      { class: "bubble" },
      message.private ? privateLabel() : null,
      message.fromCustomer ? customerLabel() : null,
      quote,
      contentElement(message),
      ...message.attachments.map(attachmentElement),
      error,
    ),
    message.warnings.length ? warningsElement(message.warnings, id) : null,
    element(
      "footer",
      {},
      element("span", {}, `#${id}`),
      element("time", { datetime: createdAt }, formatTime(createdAt)),
      // What the customer wrote came by no call, and was not delivered to anybody.
      ...(message.fromCustomer ? [] : [element("span", { class: "status" }, statusIcon, status), raw, change]),
    ),
  );
  const view = { element: article, message, update };

  function update(current, nowShown) {
    view.message = current;
    const failed = current.status === "failed";
    article.dataset.status = current.status;
    setText(statusIcon, failed ? "!" : "✓");
    setText(status, failed ? texts.failed : texts.sent);
    showError(error, failed ? (current.externalError ?? texts.failed) : null);
    labelButton(change, failed ? "retry" : "fail", id);
    if (quote) {
      quote.disabled = !nowShown.has(current.inReplyTo);
    }
  }

  return view;
}

function contentElement(message) {
  if (message.template) {
    return templateElement(message);
  }
  return message.content ? longText(message.content, message.id) : null;
}

function privateLabel() {
  return element("p", { class: "private-label" }, element("strong", {}, texts.privateNote), ` · ${texts.onlyAgents}`);
}

function customerLabel() {
  return element("p", { class: "customer-label" }, element("strong", {}, texts.customer));
}

function quoteElement(repliedId, shown) {
  const replied = shown.get(repliedId);
  return element(
    "button",
    { type: "button", class: "quote", "data-action": "quote", "data-quoted": repliedId },
    element("span", { class: "quote-label" }, texts.replyTo(repliedId)),
    replied && spoken(": "),
    replied && element("span", { class: "quote-text", dir: "auto" }, summaryOf(replied)),
  );
}

/** What was surely a mistake in the request, in the simulator's own words, which are English. */
function warningsElement(warnings, id) {
  const items = warnings.map((warning) =>
    element("li", {}, icon("⚠"), spoken(texts.labelled(texts.warning, "")), element("span", { lang: "en", dir: "auto" }, warning)),
  );
  return element("ul", { class: "warnings", "aria-label": texts.ofMessage(texts.warnings, id) }, ...items);
}

const summaryOf = ({ content, attachments }) => excerpt(content || attachments[0]?.fileName || texts.attachment);

function showError(node, text) {
  node.hidden = !text;
  if (text && node.lastChild?.textContent !== text) {
    node.replaceChildren(icon("!"), element("span", {}, text));
  }
}

function actionButton(action, id) {
  const button = element("button", { type: "button", class: "subtle" });
  labelButton(button, action, id);
  return button;
}

function labelButton(button, action, id) {
  button.dataset.action = action;
  setText(button, texts[action]);
  button.ariaLabel = texts.ofMessage(texts[action], id);
}
