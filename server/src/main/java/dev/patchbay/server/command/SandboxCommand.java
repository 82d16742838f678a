package dev.patchbay.server.command;

import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code patchbay sandbox}: a local stand-in for Google, until it is asked to stop. */
@Command(
    name = "sandbox",
    description = "Runs a local stand-in for Google; prints 'sandbox ready URL' once it answers.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class SandboxCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--port", defaultValue = "0", description = "Port on 127.0.0.1; 0: any.")
  private int port;

  @Option(names = "--data", paramLabel = "DIR", description = "Kept there; in memory otherwise.")
  private @Nullable Path data;

  @Option(
      names = "--credentials-out",
      paramLabel = "FILE",
      description = "Where the key of its service account goes.")
  private @Nullable Path credentialsOut;

  @Option(
      names = "--accept-token",
      paramLabel = "STRING",
      description = "A bearer token that is accepted besides those it hands out.")
  private @Nullable String acceptToken;

  @Option(names = "--no-quota", description = "No limit on calls a minute.")
  private boolean noQuota;

  @Override
  public Integer call() {
    var sandbox = Sandbox.start(options());
    if (credentialsOut != null) {
      sandbox.credentialsOut(credentialsOut);
    }
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println("sandbox ready " + sandbox.uri());
    out.flush();
    Shutdown.await(sandbox);
    return 0;
  }

  private SandboxOptions options() {
    var options = SandboxOptions.inMemory().withPort(port);
    if (data != null) {
      options = options.withData(data);
    }
    if (acceptToken != null) {
      options = options.withAcceptedToken(acceptToken);
    }
    return noQuota ? options.withoutQuota() : options;
  }
}
