// SPDX-License-Identifier: Apache-2.0
/**
 * Settings of a client, immutable, in the groups in which they are shared. Imports no other room.
 */
package io.github.livedesk.camel.client.settings;
