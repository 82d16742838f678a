package dev.patchbay.server.rig;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one hub of this JVM to the tests that ask for a {@link TestHub} or {@link Workplace};
 * it starts with the first and stops after the last. Tests share it, so each works with names of
 * its own.
 */
public final class SharedHub implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == TestHub.class || type == Workplace.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var running =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(Running.class, _ -> new Running(), Running.class);
    return parameter.getParameter().getType() == TestHub.class
        ? running.hub
        : new Workplace(running.hub, running.google);
  }

  private static final class Running implements AutoCloseable {
    private final SandboxSheets google = new SandboxSheets();
    private final TestHub hub = TestHub.start(google);

    @Override
    public void close() {
      hub.close();
      google.close();
    }
  }
}
