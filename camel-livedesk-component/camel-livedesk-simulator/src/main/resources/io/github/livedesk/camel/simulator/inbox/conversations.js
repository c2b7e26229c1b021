// SPDX-License-Identifier: Apache-2.0
import { nameOf, statusText } from "./contact.js";
import { arrange, element, setText, spoken } from "./dom.js";
import { excerpt, formatBriefly } from "./format.js";
import { texts } from "./texts.js";

const list = document.getElementById("conversation-list");
const entries = new Map();

/** Shows these conversations, in this order. */
export function showConversations(conversations) {
  const ids = new Set(conversations.map(({ id }) => id));
  for (const id of entries.keys()) {
    if (!ids.has(id)) {
      entries.delete(id);
    }
  }
  for (const conversation of conversations) {
    if (!entries.has(conversation.id)) {
      entries.set(conversation.id, createEntry(conversation.id));
    }
    entries.get(conversation.id).update(conversation);
  }
  arrange(list, conversations.map(({ id }) => entries.get(id).item));
}

export function markOpenConversation(openId) {
  for (const [id, { link }] of entries) {
    link.ariaCurrent = id === openId ? "true" : null;
  }
}

export function focusConversation(id) {
  entries.get(id)?.link.focus();
}

function createEntry(id) {
  const name = element("span", { class: "conversation-id", dir: "auto" });
  const time = element("time");
  const lastText = element("span", { class: "last-text", dir: "auto" });
  const status = element("span", { class: "status-badge" });
  const failed = element("span", { class: "failed-badge" });
  const count = element("span", { class: "count", "aria-hidden": "true" });
  const spokenCount = spoken("");
  const link = element(
    "a",
    { href: `#${encodeURIComponent(id)}`, "data-conversation": id },
    name,
    time,
    lastText,
    element("span", { class: "badges" }, status, failed, count, spokenCount),
  );

  function update(conversation) {
    const { messages, failed: failures, lastMessageAt, lastText: text, lastPrivate } = conversation;
    setText(name, nameOf(id, conversation.contact));
    status.dataset.status = conversation.status;
    setText(status, conversation.status === "open" ? "" : statusText(conversation.status));
    time.dateTime = lastMessageAt ?? "";
    setText(time, lastMessageAt ? formatBriefly(lastMessageAt) : "");
    const last = excerpt(text || (messages ? texts.attachment : ""));
    setText(lastText, lastPrivate ? texts.labelled(texts.privateNote, last) : last);
    setText(failed, failures ? texts.failedCount(failures) : "");
    setText(count, String(messages));
    setText(spokenCount, texts.messageCount(messages));
  }

  return { item: element("li", {}, link), link, update };
}
