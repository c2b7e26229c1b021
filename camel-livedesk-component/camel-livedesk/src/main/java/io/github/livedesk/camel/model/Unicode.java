package io.github.livedesk.camel.model;

/** Text that UTF-8 has a form for, and text that it has none for. */
public final class Unicode {

  private Unicode() {}

  /** Where half a surrogate pair stands alone, from 0; -1 when there is none. */
  public static int firstUnpairedSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }
}
