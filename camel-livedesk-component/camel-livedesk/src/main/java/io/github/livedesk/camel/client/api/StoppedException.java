// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.api;

import java.io.IOException;
import java.io.Serial;

/** The component is being stopped, and a call with it. */
public final class StoppedException extends IOException {

  @Serial private static final long serialVersionUID = 1L;
}
