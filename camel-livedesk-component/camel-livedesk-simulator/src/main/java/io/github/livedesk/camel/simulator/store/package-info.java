// SPDX-License-Identifier: Apache-2.0
/**
 * What is kept of requests: conversations with their messages and files, recorded calls, and the error
 * that the API answers with. Imports the room for content alone.
 */
package io.github.livedesk.camel.simulator.store;
