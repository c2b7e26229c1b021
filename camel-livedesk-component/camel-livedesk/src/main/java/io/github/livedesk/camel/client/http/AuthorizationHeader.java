// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import io.github.livedesk.camel.client.settings.Credentials;
import java.io.Serial;
import org.apache.hc.core5.http.message.BasicHeader;

/** An Authorization header whose value HttpClient's header logger can't print. */
public final class AuthorizationHeader extends BasicHeader {

  @Serial private static final long serialVersionUID = 1L;

  public AuthorizationHeader(String name, Credentials credentials) {
    super(name, credentials.basic());
  }

  @Override
  public String toString() {
    return getName() + ": masked";
  }
}
