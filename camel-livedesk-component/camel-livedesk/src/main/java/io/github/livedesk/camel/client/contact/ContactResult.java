// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.contact;

import io.github.livedesk.camel.model.contact.LiveDeskContact;

/**
 * What a call about one contact gives back.
 *
 * @param contact as LiveDesk has it
 * @param created whether this operation surely made it; null where it was not to
 */
public record ContactResult(LiveDeskContact contact, Boolean created) {}
