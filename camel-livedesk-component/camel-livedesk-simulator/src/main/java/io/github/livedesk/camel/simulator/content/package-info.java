// SPDX-License-Identifier: Apache-2.0
/**
 * Bytes that were received: in memory, or in a temporary folder that is removed. Imports no other
 * room.
 */
package io.github.livedesk.camel.simulator.content;
