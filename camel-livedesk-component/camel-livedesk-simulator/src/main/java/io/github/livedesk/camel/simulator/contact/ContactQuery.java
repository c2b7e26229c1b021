// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.contact;

import io.github.livedesk.camel.simulator.call.Warnings;
import io.github.livedesk.camel.simulator.desk.ContactSearch;
import io.github.livedesk.camel.simulator.http.QueryString;
import io.github.livedesk.camel.simulator.http.ShownName;
import io.github.livedesk.camel.simulator.store.ApiError;
import io.github.livedesk.camel.simulator.store.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a request for contacts asks for.
 *
 * @param currentPage as it is answered: a number where there is a query, else the text that came
 * @param withSessions whether contacts have their inboxes
 */
record ContactQuery(ContactSearch search, Object currentPage, boolean withSessions) {

  private static final Set<String> KNOWN =
      Set.of("q", "page", "labels", "labels[]", "include_contact_inboxes", "sort", "direction");

  static ContactQuery of(Request request, Warnings warnings) throws ApiError {
    Map<String, List<String>> parameters = QueryString.parse(request.path());
    parameters.keySet().stream()
        .filter(name -> !KNOWN.contains(name))
        .forEach(
            name ->
                warnings.add(
                    "Parameter '"
                        + ShownName.of(name)
                        + "' is not in the API document; the server ignores it."));
    String query = last(parameters, "q");
    String page = last(parameters, "page");
    int number = page != null && page.matches("0*[1-9][0-9]{0,8}") ? Integer.parseInt(page) : 1;
    String sort = last(parameters, "sort");
    if (sort != null && !ContactSearch.SORTED_BY.contains(sort)) {
      warnings.add("sort is none that the document names; the server ignores it.");
      sort = null;
    }
    var search =
        new ContactSearch(
            query, labels(parameters), sort, "desc".equals(last(parameters, "direction")), number);
    Object currentPage = query != null ? (Object) number : page == null ? "1" : page;
    boolean withSessions = !"false".equals(last(parameters, "include_contact_inboxes"));
    return new ContactQuery(search, currentPage, withSessions);
  }

  /** Of a parameter that is there more than once the last one counts, as in Rails. */
  private static String last(Map<String, List<String>> parameters, String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    return values.isEmpty() ? null : values.get(values.size() - 1);
  }

  private static List<String> labels(Map<String, List<String>> parameters) {
    var labels = new ArrayList<>(parameters.getOrDefault("labels[]", List.of()));
    String one = last(parameters, "labels");
    if (one != null && !one.isEmpty()) {
      labels.add(one);
    }
    return labels;
  }
}
