// SPDX-License-Identifier: Apache-2.0
/**
 * The calls about conversations themselves. Imports the calls as values, and the models.
 */
package io.github.livedesk.camel.client.conversation;
