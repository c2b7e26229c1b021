// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

/** How a desk may be set up other than the simulator is by itself. */
public enum DeskRule {

  /**
   * Messages and statuses are for conversations alone that were made, by a request or by {@link
   * LiveDeskSimulator#conversationWith}; of others the answer is 404. Otherwise any id is a
   * conversation.
   */
  STRICT_CONVERSATIONS,

  /**
   * Each inbox has one conversation for a contact: a request for one gives back the last one, in
   * whatever status. For one inbox: {@link LiveDeskSimulator#oneConversationOnly}.
   */
  ONE_CONVERSATION_ONLY,

  /** After 100 searches for contacts in a minute the answer is 429, with a Retry-After. */
  THROTTLED_SEARCHES
}
