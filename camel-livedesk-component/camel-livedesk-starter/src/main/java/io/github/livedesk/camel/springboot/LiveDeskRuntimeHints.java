// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import io.github.livedesk.camel.model.LiveDeskMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.util.ClassUtils;

/**
 * What a native image must keep of the component and Spring can't see: what Simple reads of bodies
 * and exceptions by their names, such as {@code ${body.id}}, and the catalogue entry. Camel's own
 * starter keeps the component, its options and its type converters.
 */
final class LiveDeskRuntimeHints implements RuntimeHintsRegistrar {

  private static final String MODEL =
      "classpath*:" + ClassUtils.classPackageAsResourcePath(LiveDeskMessage.class) + "/**/*.class";

  private static final String[] CATALOGUE = {
    "META-INF/io/github/livedesk/camel/livedesk.json", "io/github/livedesk/camel/livedesk.json"
  };

  @Override
  public void registerHints(RuntimeHints hints, ClassLoader classLoader) {
    try {
      registerModel(hints, classLoader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Jackson writes it as JSON.
    new BindingReflectionHintsRegistrar()
        .registerReflectionHints(hints.reflection(), LiveDeskMessage.class);
    for (String entry : CATALOGUE) {
      hints.resources().registerPattern(entry);
    }
  }

  /** All that is public in the model, so that none is forgotten. */
  private static void registerModel(RuntimeHints hints, ClassLoader classLoader)
      throws IOException {
    var resolver = new PathMatchingResourcePatternResolver(classLoader);
    MetadataReaderFactory reader = new SimpleMetadataReaderFactory(resolver);
    for (Resource file : resolver.getResources(MODEL)) {
      String name = reader.getMetadataReader(file).getClassMetadata().getClassName();
      Class<?> type = ClassUtils.resolveClassName(name, classLoader);
      if (Modifier.isPublic(type.getModifiers())) {
        hints.reflection().registerType(type, MemberCategory.INVOKE_PUBLIC_METHODS);
      }
    }
  }
}
