// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.livedesk.camel.client.retry.VirtualTime;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;

class HostResolverTest {

  private final VirtualTime time = new VirtualTime();
  private final List<Runnable> pool = new ArrayList<>();
  private final AtomicInteger lookUps = new AtomicInteger();
  private final AtomicInteger actions = new AtomicInteger();
  private final HostResolver resolver =
      new HostResolver(
          new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
              lookUps.incrementAndGet();
              if (host.startsWith("wrong")) {
                throw new IllegalArgumentException(host);
              }
              if (host.startsWith("broken")) {
                throw new OutOfMemoryError(host);
              }
              if (host.startsWith("unknown")) {
                throw new UnknownHostException(host);
              }
              return new InetAddress[] {InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
              return host;
            }
          },
          pool::add,
          time::nanos);

  @Test
  void looksUpOnThePoolAndOnce() throws Exception {
    resolver.whenKnown("livedesk.example", actions::incrementAndGet);
    assertThat(lookUps).as("nothing waits on the caller's thread").hasValue(0);
    assertThat(actions).hasValue(0);

    pool.remove(0).run();
    assertThat(actions).hasValue(1);

    resolver.whenKnown("livedesk.example", actions::incrementAndGet);
    assertThat(actions).hasValue(2);
    assertThat(resolver.resolve("livedesk.example")).hasSize(1);
    assertThat(lookUps).hasValue(1);
    assertThat(pool).isEmpty();
  }

  @Test
  void goesOnWithoutAnAddressAndSaysSoWhenAsked() {
    resolver.whenKnown("unknown.example", actions::incrementAndGet);
    pool.remove(0).run();

    assertThat(actions).hasValue(1);
    assertThatThrownBy(() -> resolver.resolve("unknown.example"))
        .isInstanceOf(UnknownHostException.class);
    assertThat(lookUps).hasValue(1);
  }

  @Test
  void looksUpOnceForAllThatWait() {
    for (int i = 0; i < 500; i++) {
      resolver.whenKnown("livedesk.example", actions::incrementAndGet);
    }
    assertThat(pool).hasSize(1);

    pool.remove(0).run();

    assertThat(actions).hasValue(500);
    assertThat(lookUps).hasValue(1);
  }

  @Test
  void aNameThatNoneCanBeIsUnknown() {
    resolver.whenKnown("wrong.example", actions::incrementAndGet);
    pool.remove(0).run();

    assertThat(actions).hasValue(1);
    assertThatThrownBy(() -> resolver.resolve("wrong.example"))
        .isInstanceOf(UnknownHostException.class)
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  /** Else all that wait for the name would wait for ever. */
  @Test
  void goesOnAfterALookUpThatThrowsAnError() {
    resolver.whenKnown("broken.example", actions::incrementAndGet);

    assertThatThrownBy(pool.remove(0)::run).isInstanceOf(OutOfMemoryError.class);

    assertThat(actions).hasValue(1);
    assertThatThrownBy(() -> resolver.resolve("broken.example"))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void looksANameUpItselfThatNobodyHasAskedFor() throws Exception {
    assertThat(resolver.resolve("livedesk.example")).hasSize(1);
    assertThat(resolver.resolveCanonicalHostname("livedesk.example")).isEqualTo("livedesk.example");
    assertThat(pool).isEmpty();
  }

  /**
   * A request that waits for a connection takes an old answer, rather than to look up by itself.
   */
  @Test
  void keepsOldAnswersUnlessThereAreMany() throws Exception {
    for (int i = 1; i <= 1_000; i++) {
      lookUp("host" + i);
    }
    time.pass(Duration.ofSeconds(10));
    resolver.resolve("host1");
    assertThat(lookUps).hasValue(1_000);

    lookUp("host1001");

    resolver.resolve("host1001");
    assertThat(lookUps).hasValue(1_001);
    resolver.resolve("host1");
    assertThat(lookUps).as("looked up again").hasValue(1_002);
  }

  private void lookUp(String host) {
    resolver.whenKnown(host, actions::incrementAndGet);
    pool.remove(0).run();
  }
}
