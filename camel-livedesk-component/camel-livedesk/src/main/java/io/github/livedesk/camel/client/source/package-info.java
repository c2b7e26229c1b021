// SPDX-License-Identifier: Apache-2.0
/**
 * Reading what may never answer: files, streams, values of the route's own classes. Each read has a
 * deadline; imports the calls of the API alone.
 */
package io.github.livedesk.camel.client.source;
