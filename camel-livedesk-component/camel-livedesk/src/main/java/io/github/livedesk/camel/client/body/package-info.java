// SPDX-License-Identifier: Apache-2.0
/**
 * Bodies of requests: JSON, and multipart that is read ahead on threads of its own. Imports the rooms
 * for the API, sources and media types.
 */
package io.github.livedesk.camel.client.body;
