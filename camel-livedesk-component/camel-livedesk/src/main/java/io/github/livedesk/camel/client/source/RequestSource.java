// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.source;

import io.github.livedesk.camel.client.api.ApiRequest;

/** What a request is made of where that takes files, streams or code of the route's own. */
public interface RequestSource {

  /**
   * Reads it; may take long, and throws whatever code of others throws.
   *
   * @param watch is told what is being read
   */
  ApiRequest read(SourceWatch watch) throws Exception;

  /** It was read in time. Must not wait. */
  void succeed(ApiRequest request);

  /**
   * It could not be read, or not in time. After {@link #succeed} only where that threw.
   *
   * @param cause what it threw, or what became of it
   */
  void fail(Throwable cause);

  /** It was read when it had been given up already. */
  void discard(ApiRequest request);
}
