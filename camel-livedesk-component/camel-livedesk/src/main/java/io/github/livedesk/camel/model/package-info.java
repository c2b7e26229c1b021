// SPDX-License-Identifier: Apache-2.0
/**
 * What travels between a Camel route and LiveDesk: immutable messages, and the one family of
 * exceptions. Imports none of the component's other packages.
 */
package io.github.livedesk.camel.model;
