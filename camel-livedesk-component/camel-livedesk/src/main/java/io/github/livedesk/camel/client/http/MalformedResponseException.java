// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import java.io.IOException;
import java.io.Serial;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;

/**
 * What came is no HTTP. Stands in for what the parser says of it, for that quotes the server, and
 * so perhaps the message: of the parser's exception only its kind is kept.
 */
public final class MalformedResponseException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  private MalformedResponseException(Throwable parsers) {
    super("What came is not HTTP: " + parsers.getClass().getSimpleName());
  }

  /**
   * The same failure, fit to be shown: the one given, unless an exception of the parser's is
   * anywhere in it, as a cause at any depth or suppressed.
   */
  public static Exception withoutQuotes(Exception failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> next = new ArrayDeque<>();
    next.add(failure);
    while (!next.isEmpty()) {
      Throwable one = next.remove();
      if (isParsers(one)) {
        return new MalformedResponseException(one);
      }
      if (seen.add(one)) {
        next.addAll(Arrays.asList(one.getSuppressed()));
        if (one.getCause() != null) {
          next.add(one.getCause());
        }
      }
    }
    return failure;
  }

  private static boolean isParsers(Throwable failure) {
    boolean badChunk =
        failure instanceof MalformedChunkCodingException
            && !(failure instanceof TruncatedChunkException);
    return badChunk
        || failure instanceof HttpException
        || failure instanceof MessageConstraintException
        // a number that is none, and whatever else was not what it should be
        || failure instanceof IllegalArgumentException;
  }
}
