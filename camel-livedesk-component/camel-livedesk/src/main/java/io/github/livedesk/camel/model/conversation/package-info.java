// SPDX-License-Identifier: Apache-2.0
/**
 * Conversations of LiveDesk: what is asked for, and what comes back. Imports the models' ground
 * alone.
 */
package io.github.livedesk.camel.model.conversation;
