// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import java.util.Optional;

/**
 * The API secret, and the option that it was given by.
 *
 * @param option {@code secretKey}, or its old name {@code apiSecret}
 */
record GivenSecret(String option, String value) {

  /**
   * @param secretKey blank or null where it is not set
   * @param apiSecret blank or null where it is not set
   */
  static Optional<GivenSecret> of(String secretKey, String apiSecret) {
    if (isSet(secretKey)) {
      return Optional.of(new GivenSecret("secretKey", secretKey));
    }
    return isSet(apiSecret)
        ? Optional.of(new GivenSecret("apiSecret", apiSecret))
        : Optional.empty();
  }

  /** Whether both are set, and not to the same value. */
  static boolean areDifferent(String secretKey, String apiSecret) {
    return isSet(secretKey) && isSet(apiSecret) && !secretKey.equals(apiSecret);
  }

  static boolean isSet(String value) {
    return value != null && !value.isBlank();
  }

  @Override
  public String toString() {
    return option + "=xxxxxx";
  }
}
