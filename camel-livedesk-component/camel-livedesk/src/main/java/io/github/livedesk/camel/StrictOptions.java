// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;

/** Sets options as Camel's generated code does, but reads texts strictly. */
final class StrictOptions implements PropertyConfigurer, PropertyConfigurerGetter {

  private final PropertyConfigurer setter;
  private final PropertyConfigurerGetter getter;

  private StrictOptions(PropertyConfigurer generated) {
    this.setter = generated;
    this.getter = (PropertyConfigurerGetter) generated;
  }

  /**
   * @param generated null where Camel has not looked for it yet
   */
  static PropertyConfigurer of(PropertyConfigurer generated) {
    return generated == null ? null : new StrictOptions(generated);
  }

  @Override
  public boolean configure(
      CamelContext camelContext, Object target, String name, Object value, boolean ignoreCase) {
    return setter.configure(camelContext, target, name, OptionTexts.read(name, value), ignoreCase);
  }

  @Override
  public Class<?> getOptionType(String name, boolean ignoreCase) {
    return getter.getOptionType(name, ignoreCase);
  }

  @Override
  public Object getOptionValue(Object target, String name, boolean ignoreCase) {
    return getter.getOptionValue(target, name, ignoreCase);
  }

  @Override
  public Object getCollectionValueType(Object target, String name, boolean ignoreCase) {
    return getter.getCollectionValueType(target, name, ignoreCase);
  }

  @Override
  public String[] getAutowiredNames() {
    return getter.getAutowiredNames();
  }
}
