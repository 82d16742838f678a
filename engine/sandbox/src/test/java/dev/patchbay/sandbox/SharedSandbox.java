package dev.patchbay.sandbox;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one open sandbox of this JVM, and a wire to it, to the tests that ask for them; it
 * starts with the first and stops after the last. Tests share it, so each works in a spreadsheet of
 * its own and takes back its faults.
 */
final class SharedSandbox implements ParameterResolver {
  private static final String TOKEN = "standing";

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == Sandbox.class || type == Wire.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var running =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(Running.class, _ -> new Running(), Running.class);
    return parameter.getParameter().getType() == Sandbox.class ? running.sandbox : running.wire;
  }

  private static final class Running implements AutoCloseable {
    private final Sandbox sandbox =
        Sandbox.start(SandboxOptions.inMemory().withoutQuota().withAcceptedToken(TOKEN));
    private final Wire wire = Wire.to(sandbox, TOKEN);

    @Override
    public void close() {
      wire.close();
      sandbox.close();
    }
  }
}
