// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every regular expression looks at a text of twice the length about twice as often, whatever the
 * text is made of, and needs no more of the stack for it: a customer's text, a header or a reply is
 * as long and as odd as somebody likes.
 */
@Tag("slow")
class RegularExpressionsTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("io.github.livedesk.camel")
          .that(resideOutsideOfPackage("..simulator.."));

  private static final Set<String> SEARCHES = Set.of("find", "replaceAll", "results", "lookingAt");

  private static final int LENGTH = 500;
  private static final int LONG = 6_000;

  /** Threads of a pool may have so little, and most of it may be taken. */
  private static final long STACK = 256L * 1024;

  /** What is read of the beginning of a file alone. */
  private static final Map<String, Integer> LONGEST = Map.of("Signatures.SVG", 2048);

  private static final Pattern WORDS = Pattern.compile("[\\w<>;&%'-]{2,}");

  /** Counts how often a character is looked at. */
  private static final class Counted implements CharSequence {

    private final String text;
    private final AtomicLong looks;

    Counted(String text, AtomicLong looks) {
      this.text = text;
      this.looks = looks;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks.incrementAndGet();
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text.substring(start, end), looks);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** A constant, and whether it is looked for in a text, not compared with the whole of it. */
  private record Expression(String name, Pattern pattern, boolean isSearched) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Expression> expressions() {
    return CLASSES.stream()
        .flatMap(type -> type.getFields().stream())
        .filter(field -> field.getRawType().isEquivalentTo(Pattern.class))
        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
        .map(RegularExpressionsTest::expression);
  }

  private static Expression expression(JavaField constant) {
    JavaClass type = constant.getOwner();
    boolean isSearched =
        type.getMethodCallsFromSelf().stream()
            .map(JavaMethodCall::getTarget)
            .filter(target -> target.getOwner().isEquivalentTo(Matcher.class))
            .anyMatch(target -> SEARCHES.contains(target.getName()));
    String name = type.getSimpleName() + "." + constant.getName();
    try {
      Field field = constant.reflect();
      field.setAccessible(true);
      return new Expression(name, (Pattern) field.get(null), isSearched);
    } catch (IllegalAccessException never) {
      throw new IllegalStateException(never);
    }
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void looksAtALongTextInProportion(Expression expression) throws Exception {
    var done = new CompletableFuture<Boolean>();
    Runnable trials =
        () -> {
          try {
            parts(expression.pattern().pattern()).forEach(part -> tryWith(expression, part));
            done.complete(true);
          } catch (Throwable e) {
            done.completeExceptionally(e);
          }
        };
    new Thread(null, trials, "little stack", STACK).start();

    assertThat(done.get()).isTrue();
  }

  private static void tryWith(Expression expression, String part) {
    for (String end : List.of("", "!")) {
      long once = looks(expression, filled(part, LENGTH) + end);
      long twice = looks(expression, filled(part, 2 * LENGTH) + end);
      assertThat(twice).as(part + " and " + end).isLessThan(3 * once + 100);
    }
    looks(expression, filled(part, LONGEST.getOrDefault(expression.name(), LONG)));
  }

  private static long looks(Expression expression, String text) {
    var looks = new AtomicLong();
    Matcher matcher = expression.pattern().matcher(new Counted(text, looks));
    if (!expression.isSearched()) {
      matcher.matches();
      return looks.get();
    }
    while (matcher.find()) {
      // the next one
    }
    return looks.get();
  }

  /** What may be in a text that is nearly what the expression looks for. */
  private static Set<String> parts(String expression) {
    var signs = new TreeSet<String>(List.of(" ", "a", "1", ";", "\\", "%", "/", "\n", "\u5ba2"));
    expression.chars().mapToObj(c -> String.valueOf((char) c)).forEach(signs::add);
    var parts = new TreeSet<String>(signs);
    List<String> words = WORDS.matcher(expression).results().map(it -> it.group()).toList();
    parts.addAll(words);
    for (String sign : signs) {
      signs.forEach(other -> parts.add(sign + other));
      words.forEach(word -> parts.addAll(List.of(sign + word, word + sign)));
    }
    return parts;
  }

  private static String filled(String part, int length) {
    return part.repeat(length / part.length() + 1).substring(0, length);
  }

  /** So that none escapes the test above. */
  @Test
  void expressionsAreConstants() {
    noClasses()
        .should()
        .callMethod(String.class, "matches", String.class)
        .orShould()
        .callMethod(String.class, "replaceAll", String.class, String.class)
        .orShould()
        .callMethod(String.class, "replaceFirst", String.class, String.class)
        .check(CLASSES);
  }
}
