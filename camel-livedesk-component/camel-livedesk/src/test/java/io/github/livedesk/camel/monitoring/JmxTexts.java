// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** All that Camel shows over JMX. */
public final class JmxTexts {

  private JmxTexts() {}

  public static List<String> read() throws JMException {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    List<String> texts = new ArrayList<>();
    for (ObjectName name : beans.queryNames(new ObjectName("org.apache.camel:*"), null)) {
      texts.add(name.toString());
      for (MBeanAttributeInfo attribute : beans.getMBeanInfo(name).getAttributes()) {
        texts.add(attribute.getName() + ": " + value(beans, name, attribute.getName()));
      }
    }
    assertThat(texts).as("that JMX is on").hasSizeGreaterThan(10);
    return texts;
  }

  private static Object value(MBeanServer beans, ObjectName name, String attribute) {
    try {
      return beans.getAttribute(name, attribute);
    } catch (JMException | RuntimeException notReadable) {
      return notReadable;
    }
  }
}
