// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Consumer;

/** Numbers as people write them, with the digits they came with: no customer should read 1.0E7. */
public final class Numbers {

  /** What takes a number that {@link #decimal} reads. */
  public static final String TAKES = "a number that has at most 100 digits without exponent";

  /** What is found where a number has no digits at all. */
  public static final String NONE = "no finite number";

  /** More than any amount, and few enough that no exponent becomes a megabyte of zeros. */
  private static final int MOST_DIGITS = 100;

  /** 10 to the power of {@link #MOST_DIGITS} has as many. */
  private static final int MOST_BITS = 333;

  /** The longest text of a number that can have so few digits: with sign, point and exponent. */
  private static final int LONGEST_TEXT = 200;

  private Numbers() {}

  /**
   * The exact value of a number of any class, with its scale, if it is short without exponent too.
   *
   * @param field the option, header or body field
   * @param number not null
   * @param fault gets what was found instead, in words; then the result is null
   */
  public static BigDecimal decimal(String field, Number number, Consumer<String> fault) {
    // Asked first, for the text of a huge number takes long to make.
    boolean isHuge = UntrustedValues.read(field, () -> isHuge(number));
    String text = isHuge ? null : UntrustedValues.read(field, number::toString);
    if (isHuge || (text != null && text.length() > LONGEST_TEXT)) {
      return tooLong(fault);
    }
    BigDecimal decimal;
    try {
      decimal = new BigDecimal(String.valueOf(text));
    } catch (NumberFormatException e) {
      fault.accept(NONE);
      return null;
    }
    return digits(decimal) > MOST_DIGITS ? tooLong(fault) : decimal;
  }

  private static BigDecimal tooLong(Consumer<String> fault) {
    fault.accept("a number of more than 100 digits");
    return null;
  }

  /** Whether it has more than 100 digits: its text takes long to make. */
  public static boolean isHuge(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal.unscaledValue().bitLength() > MOST_BITS;
    }
    return number instanceof BigInteger integer && integer.bitLength() > MOST_BITS;
  }

  /** Digits without the zeros in front; the last one stays. */
  public static String withoutZeros(String digits) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }

  /** How many it has without exponent, counted without writing them. */
  private static long digits(BigDecimal number) {
    long scale = number.scale();
    if (scale > 0) {
      return Math.max(number.precision(), scale + 1);
    }
    return number.signum() == 0 ? 1 : number.precision() - scale;
  }
}
