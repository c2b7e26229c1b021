// SPDX-License-Identifier: Apache-2.0
/**
 * What travels between a Camel route and LiveDesk: immutable messages, and the values in them.
 * Imports the failures alone.
 */
package io.github.livedesk.camel.model;
