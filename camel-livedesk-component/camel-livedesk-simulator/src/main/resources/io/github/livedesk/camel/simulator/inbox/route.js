// SPDX-License-Identifier: Apache-2.0
/** The open conversation, which the address of the page names after its #. */

/** Its id, or "" when none is open. */
export function openConversationId() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

export function closeConversation() {
  location.hash = "";
}

/** Opens it in place of no conversation: the way back leads to the page before. */
export function openConversationByItself(id) {
  history.replaceState(null, "", `#${encodeURIComponent(id)}`);
}
