package io.github.livedesk.camel.model;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The exchange can't become a request: a field is missing or is not what the API takes, or a file
 * breaks while it is sent. The outcome is always {@link Outcome#NOT_SENT}.
 */
public final class LiveDeskRequestException extends LiveDeskException {

  @Serial private static final long serialVersionUID = 1L;

  // Serializable, as the list of the JDK and its elements are.
  @SuppressWarnings("serial")
  private final List<Fault> faults;

  /**
   * @param context the send that failed
   * @param field the option, header or body field at fault
   * @param found what was found there, described without showing message text or a secret
   * @param takes what the field takes
   */
  public LiveDeskRequestException(SendContext context, String field, String found, String takes) {
    this(context, List.of(new Fault(field, found, takes)));
  }

  /**
   * @param context the send that failed
   * @param faults all that is wrong, one or more
   */
  public LiveDeskRequestException(SendContext context, List<Fault> faults) {
    super(
        context,
        Outcome.NOT_SENT,
        false,
        faults.stream().map(Fault::toString).collect(Collectors.joining("; and ")),
        null);
    this.faults = List.copyOf(faults);
  }

  /** The first option, header or body field at fault. */
  public String getField() {
    return faults.get(0).field();
  }

  /** All that is wrong, one or more. */
  public List<Fault> getFaults() {
    return faults;
  }
}
