// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class with a {@link LiveDeskSimulator}, which its tests and its constructor may take as a
 * parameter. In Spring's tests it does more: the application context gets the simulator as a bean,
 * and its address and credentials as properties that beat all others.
 *
 * <pre>{@code
 * @SpringBootTest
 * @LiveDeskTest
 * class OrderRouteTest {
 *   @Test
 *   void tellsTheCustomer(LiveDeskSimulator livedesk) { ... }
 * }
 * }</pre>
 *
 * Short for {@code @ExtendWith(LiveDeskSimulatorExtension.class)}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(LiveDeskSimulatorExtension.class)
public @interface LiveDeskTest {}
