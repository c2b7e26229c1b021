// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.desk;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A search for contacts. Those without e-mail, phone and identifier are never found. Where nothing
 * is said of the order the newest come first: nothing is documented, and who takes the first one
 * for the oldest is wrong then.
 *
 * @param query part of a value, or null for all contacts
 * @param labels contacts have one of them, unless there are none
 * @param sort a field of {@link #SORTED_BY}, or null
 * @param page from 1
 */
public record ContactSearch(
    String query, List<String> labels, String sort, boolean descending, int page) {

  /** The fields that contacts can be sorted by. */
  public static final Set<String> SORTED_BY =
      Set.of(
          "email",
          "name",
          "phone_number",
          "last_activity_at",
          "created_at",
          "company",
          "city",
          "country");

  private static final int PAGE = 15;

  /**
   * A page of what was found.
   *
   * @param count of all that were found
   */
  public record Found(int count, List<Contact> contacts) {}

  /** Searches these contacts, the oldest of which comes first. */
  public Found in(List<Contact> contacts) {
    Comparator<Contact> order =
        sort == null
            ? Comparator.comparingLong(Contact::id).reversed()
            : Comparator.comparing(
                this::sortedBy,
                Comparator.nullsLast(
                    descending ? Collections.reverseOrder() : Comparator.naturalOrder()));
    List<Contact> found =
        contacts.stream()
            .filter(contact -> contact.profile().hasKey())
            .filter(this::hasLabel)
            .filter(matches())
            .sorted(order)
            .toList();
    long skipped = (page - 1L) * PAGE;
    return new Found(found.size(), found.stream().skip(skipped).limit(PAGE).toList());
  }

  private boolean hasLabel(Contact contact) {
    return labels.isEmpty() || !Collections.disjoint(contact.profile().labels(), labels);
  }

  private Predicate<Contact> matches() {
    if (query == null) {
      return contact -> true;
    }
    Like anyCase = Like.containingIgnoringCase(query.strip());
    Like thisCase = Like.containing(query.strip());
    return contact -> {
      Profile profile = contact.profile();
      return anyCase.matches(profile.name())
          || anyCase.matches(profile.email())
          || anyCase.matches(profile.phoneNumber())
          || anyCase.matches(attribute(profile, "company_name"))
          || thisCase.matches(profile.identifier());
    };
  }

  private String sortedBy(Contact contact) {
    Profile profile = contact.profile();
    return switch (sort) {
      case "email" -> profile.email();
      case "name" -> lower(profile.name());
      case "phone_number" -> profile.phoneNumber();
      case "company" -> lower(attribute(profile, "company_name"));
      case "city", "country" -> lower(attribute(profile, sort));
      default -> String.format(Locale.ROOT, "%019d", contact.id());
    };
  }

  private static String attribute(Profile profile, String name) {
    return profile.additionalAttributes().get(name) instanceof String text ? text : null;
  }

  private static String lower(String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }
}
