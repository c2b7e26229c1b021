// SPDX-License-Identifier: Apache-2.0
/**
 * The clients and their sends, from the first call to the end that is reported. Imports all other
 * rooms of the client; nothing but the component's root imports it.
 */
package io.github.livedesk.camel.client.send;
