package dev.patchbay.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.event.Sample;
import dev.patchbay.core.route.Route;
import dev.patchbay.core.route.Routes;
import dev.patchbay.model.route.CellType;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The expression language costs start-up time: without an expression it is never loaded. */
class ExpressionLanguageTest {
  /** What the other class loader runs: a mapping without any expression. */
  public static final class WithoutExpressions implements Runnable {
    @Override
    public void run() {
      Route route = Routes.compiled(1, Drafts.route(Drafts.column("/data/zip", CellType.TEXT)), 1);
      var event = Sample.request("e", "{'id':'1'}");
      assertThat(route.mapping().map("1", event)).isInstanceOf(Mapping.Mapped.Good.class);
    }
  }

  @Test
  void isNotNeededByPlainColumns() throws Exception {
    var places = System.getProperty("java.class.path").split(File.pathSeparator);
    var without =
        Arrays.stream(places)
            .filter(place -> !place.contains(File.separator + "cel" + File.separator))
            .map(ExpressionLanguageTest::url)
            .toArray(URL[]::new);
    assertThat(without).hasSizeLessThan(places.length);
    try (var loader = new URLClassLoader(without, ClassLoader.getPlatformClassLoader())) {
      var run = loader.loadClass(WithoutExpressions.class.getName());
      ((Runnable) run.getDeclaredConstructor().newInstance()).run();
    }
  }

  private static URL url(String place) {
    try {
      return new File(place).toURI().toURL();
    } catch (MalformedURLException e) {
      throw new AssertionError(URI.create(place).toString(), e);
    }
  }
}
