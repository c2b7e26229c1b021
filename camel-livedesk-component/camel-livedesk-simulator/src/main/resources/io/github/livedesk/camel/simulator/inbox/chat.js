// SPDX-License-Identifier: Apache-2.0
import { showBehaviours } from "./behaviours.js";
import { showContact } from "./contact.js";
import { arrange, setText } from "./dom.js";
import { createMessageView, messageElementId } from "./message.js";
import { texts } from "./texts.js";

const END_TOLERANCE_PIXELS = 40;

const title = document.getElementById("chat-title");
const log = document.getElementById("log");
const note = document.getElementById("log-note");
const list = document.getElementById("messages");
const views = new Map();

let openId = "";
let followsEnd = true;
let lastScrollTop = 0;

log.addEventListener("scroll", () => {
  const isAtEnd = log.scrollHeight - log.clientHeight - log.scrollTop < END_TOLERANCE_PIXELS;
  // A picture that loads takes the end away too, but only who scrolls up wants to leave it.
  if (isAtEnd || log.scrollTop < lastScrollTop) {
    followsEnd = isAtEnd;
  }
  lastScrollTop = log.scrollTop;
});

const resizes = new ResizeObserver(scrollIfFollowing);
resizes.observe(log);
resizes.observe(list);

/** Starts with an empty chat; its messages come with showConversation. */
export function openChat(id) {
  openId = id;
  showContact(id, {});
  setText(note, texts.loading);
  views.clear();
  list.replaceChildren();
  showBehaviours([]);
  followsEnd = true;
}

export function focusTitle() {
  title.focus();
}

/** Shows the conversation, changing only what is different now. */
export function showConversation(conversation) {
  const { older, behaviours, messages } = conversation;
  const shown = new Map(messages.map((message) => [message.id, message]));
  forgetOthers(shown);
  if (views.size === 0) {
    keepQuiet();
  }
  for (const message of messages) {
    if (!views.has(message.id)) {
      views.set(message.id, createMessageView(message, shown));
    }
    views.get(message.id).update(message, shown);
  }
  arrange(list, messages.map(({ id }) => views.get(id).element));
  setText(note, noteOf(older, messages));
  showBehaviours(behaviours);
  showContact(openId, conversation);
  scrollIfFollowing();
}

/** The message that an element of the chat belongs to. */
export function messageOf(node) {
  return views.get(Number(node.closest("[data-message]").dataset.message)).message;
}

export function goToMessage(id) {
  const article = document.getElementById(messageElementId(id));
  article?.scrollIntoView({ block: "nearest" });
  article?.focus({ preventScroll: true });
}

/** Stays where the reader is, although a message grew or shrank. */
export function stayAt(node) {
  followsEnd = false;
  node.closest("[data-message]").scrollIntoView({ block: "nearest" });
}

/** A cleared simulator counts from 1 again: the same id may be another message. */
function forgetOthers(shown) {
  for (const [id, { message }] of views) {
    if (shown.get(id)?.createdAt !== message.createdAt) {
      views.delete(id);
    }
  }
}

/** Only messages that come later are read out, not all those of a conversation that opens. */
function keepQuiet() {
  log.ariaLive = "off";
  requestAnimationFrame(() => {
    log.ariaLive = "polite";
  });
}

function noteOf(older, messages) {
  if (messages.length === 0) {
    return texts.noMessages;
  }
  return older ? texts.olderMessages(older) : "";
}

function scrollIfFollowing() {
  if (followsEnd) {
    log.scrollTop = log.scrollHeight;
  }
}
