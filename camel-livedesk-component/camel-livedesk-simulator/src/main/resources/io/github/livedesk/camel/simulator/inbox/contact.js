// SPDX-License-Identifier: Apache-2.0
import { arrange, element, setText } from "./dom.js";
import { formatTime } from "./format.js";
import { texts } from "./texts.js";

const title = document.getElementById("chat-title");
const status = document.getElementById("chat-status");
const panel = document.getElementById("contact");
const panelTitle = document.getElementById("contact-title");
const details = document.getElementById("contact-details");
const items = new Map();

/** What a conversation is called: by its contact where it has one. */
export function nameOf(id, contact) {
  return contact ? `${contactName(contact)} · ${texts.conversation(id)}` : texts.conversation(id);
}

export const statusText = (value) => texts.statuses[value] ?? value;

/** Shows with whom the open conversation is, and how it stands. */
export function showContact(id, { contact, inboxId, status: value, snoozedUntil }) {
  setText(title, nameOf(id, contact));
  status.dataset.status = value ?? "";
  setText(status, snoozedUntil ? texts.snoozedUntil(formatTime(snoozedUntil)) : statusText(value ?? ""));
  panel.hidden = !contact;
  setText(panelTitle, contact ? contactName(contact) : "");
  showDetails(contact ? valuesOf(contact, inboxId) : []);
}

function contactName({ id, name, email, phoneNumber, identifier }) {
  return name || email || phoneNumber || identifier || texts.contact(id);
}

function valuesOf({ id, email, phoneNumber, identifier }, inboxId) {
  const values = [
    ["phone", phoneNumber],
    ["email", email],
    ["identifier", identifier],
    ["contactId", String(id)],
    ["inbox", String(inboxId)],
  ];
  return values.filter(([, value]) => value);
}

function showDetails(values) {
  const shown = values.map(([name, value]) => {
    const item = items.get(name) ?? createItem(name);
    items.set(name, item);
    setText(item.lastElementChild, value);
    return item;
  });
  arrange(details, shown);
}

const createItem = (name) =>
  element("div", { "data-detail": name }, element("dt", {}, texts[name]), element("dd", { dir: "auto" }));
