// SPDX-License-Identifier: Apache-2.0
/**
 * The calls about contacts, and the one operation that is made of several of them. Imports the
 * calls as values, and the models.
 */
package io.github.livedesk.camel.client.contact;
