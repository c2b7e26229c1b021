// SPDX-License-Identifier: Apache-2.0
/** The page: keeps what it shows the same as what the simulator has. */

import { listenForActions } from "./actions.js";
import { EVENTS, fetchConversation, fetchState, orNull } from "./api.js";
import { focusTitle, openChat, showConversation } from "./chat.js";
import { focusConversation, markOpenConversation, showConversations } from "./conversations.js";
import { setText } from "./dom.js";
import { coalesced } from "./refresh.js";
import { openConversationByItself, openConversationId } from "./route.js";
import { fillTexts, texts } from "./texts.js";

const RETRY_MILLIS = 3_000;
const NOTHING = { older: 0, behaviours: [], messages: [] };

const wide = matchMedia("(min-width: 44rem)");
const connection = document.getElementById("connection");

let events;
let retryTimer;
let shownId = "";

const refresh = coalesced(async () => {
  try {
    await showCurrent();
    showConnected(events.readyState === EventSource.OPEN);
  } catch {
    showConnected(false);
    clearTimeout(retryTimer);
    retryTimer = setTimeout(refresh, RETRY_MILLIS);
  }
});

async function showCurrent() {
  const { conversations } = await fetchState();
  showConversations(conversations);
  if (!openConversationId() && conversations.length && wide.matches) {
    openConversationByItself(conversations[0].id);
  }
  const id = openConversationId();
  followAddress();
  document.body.dataset.view = viewOf(conversations, id);
  if (conversations.length && id) {
    const conversation = await orNull(fetchConversation(id));
    if (id === openConversationId()) {
      showConversation(conversation ?? NOTHING);
    }
  }
}

function viewOf(conversations, id) {
  if (conversations.length === 0) {
    return "empty";
  }
  return id ? "chat" : "list";
}

function followAddress() {
  const id = openConversationId();
  markOpenConversation(id);
  if (id !== shownId) {
    shownId = id;
    document.title = id ? `${texts.conversation(id)} – ${texts.title}` : texts.title;
    openChat(id);
  }
}

/** Where only one of the list and the chat is seen, the focus goes along. */
function changeView() {
  const leftId = shownId;
  const id = openConversationId();
  followAddress();
  if (document.body.dataset.view !== "empty") {
    document.body.dataset.view = id ? "chat" : "list";
  }
  if (!wide.matches) {
    id ? focusTitle() : focusConversation(leftId);
  }
  refresh();
}

function connect() {
  events = new EventSource(EVENTS);
  events.addEventListener("open", () => {
    showConnected(true);
    refresh();
  });
  events.addEventListener("change", refresh);
  events.addEventListener("error", () => {
    showConnected(false);
    // After a refusal, other than after a lost connection, the browser gives up.
    if (events.readyState === EventSource.CLOSED) {
      setTimeout(connect, RETRY_MILLIS);
    }
  });
}

function showConnected(connected) {
  document.body.dataset.connected = connected;
  setText(connection, connected ? "" : texts.notConnected);
}

fillTexts();
document.getElementById("base-url-property").textContent = `camel.component.livedesk.base-url=${location.origin}`;
listenForActions();
addEventListener("hashchange", changeView);
wide.addEventListener("change", refresh);
connect();
