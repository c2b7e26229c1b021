// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableList;

import io.github.livedesk.camel.simulator.desk.Contact;
import io.github.livedesk.camel.simulator.desk.Profile;
import io.github.livedesk.camel.simulator.desk.Session;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A contact as it is at a moment; it changes no more.
 *
 * @param id unique in the simulator, from 42000001
 * @param name or null
 * @param email in lower case, or null
 * @param phoneNumber or null
 * @param identifier or null
 * @param avatarUrl or null
 * @param blocked whether the desk wants to hear no more of it
 * @param additionalAttributes empty when there are none
 * @param customAttributes empty when there are none
 * @param sourceIds of its sessions, by the inbox that they are in, the first one first
 * @param createdAt when it was made
 */
public record StoredContact(
    long id,
    String name,
    String email,
    String phoneNumber,
    String identifier,
    String avatarUrl,
    boolean blocked,
    Map<String, Object> additionalAttributes,
    Map<String, Object> customAttributes,
    Map<Long, List<String>> sourceIds,
    Instant createdAt) {

  static StoredContact of(Contact contact) {
    Profile profile = contact.profile();
    return new StoredContact(
        contact.id(),
        profile.name(),
        profile.email(),
        profile.phoneNumber(),
        profile.identifier(),
        profile.avatarUrl(),
        profile.blocked(),
        profile.additionalAttributes(),
        profile.customAttributes(),
        sourceIds(contact.sessions()),
        contact.createdAt());
  }

  private static Map<Long, List<String>> sourceIds(List<Session> sessions) {
    return Collections.unmodifiableMap(
        sessions.stream()
            .collect(
                groupingBy(
                    Session::inboxId,
                    LinkedHashMap::new,
                    mapping(Session::sourceId, toUnmodifiableList()))));
  }

  /** Its first session in an inbox; null where it has none. */
  public String sourceId(long inboxId) {
    List<String> there = sourceIds.get(inboxId);
    return there == null ? null : there.get(0);
  }
}
