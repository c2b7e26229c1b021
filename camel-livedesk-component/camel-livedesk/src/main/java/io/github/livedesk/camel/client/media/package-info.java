// SPDX-License-Identifier: Apache-2.0
/**
 * Which media type a file has, by its bytes, its name and what is said of it. Imports the sources
 * alone, for it may have to read a file.
 */
package io.github.livedesk.camel.client.media;
