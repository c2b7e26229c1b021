// SPDX-License-Identifier: Apache-2.0
/**
 * Which media type a file has, by its bytes, its name and what is said of it. Imports the room for
 * sources, since it may have to read a file, and the model.
 */
package io.github.livedesk.camel.client.media;
