// SPDX-License-Identifier: Apache-2.0
/**
 * What a response means: the stored message, or the failure with its outcome. Imports the rooms for
 * the API, HTTP, bodies, sources, metrics and settings; only the sends import it.
 */
package io.github.livedesk.camel.client.response;
