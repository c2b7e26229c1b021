// SPDX-License-Identifier: Apache-2.0
/**
 * The calls of LiveDesk's API as values: requests, responses and their texts. Imports no other room of
 * the client.
 */
package io.github.livedesk.camel.client.api;
