package dev.patchbay.server.command;

import dev.patchbay.services.standin.CoreServices;
import dev.patchbay.services.standin.CoreServicesOptions;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code patchbay core-services}: a local stand-in for the core services, until asked to stop. */
@Command(
    name = "core-services",
    description =
        "Runs a local stand-in for the core services; prints 'core-services ready URL' once it"
            + " answers.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class CoreServicesCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--port", defaultValue = "0", description = "Port on 127.0.0.1; 0: any.")
  private int port;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "The same seed makes the same people and requests; ${DEFAULT-VALUE} if absent.")
  private long seed;

  @Option(
      names = "--requests",
      defaultValue = "200",
      description = "How many requests there are, 0 to 100000; ${DEFAULT-VALUE} if absent.")
  private int requests;

  @Override
  public Integer call() {
    var services = CoreServices.start(options());
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println("core-services ready " + services.uri());
    out.flush();
    Shutdown.await(services);
    return 0;
  }

  private CoreServicesOptions options() {
    try {
      return CoreServicesOptions.usual().withPort(port).withSeed(seed).withRequests(requests);
    } catch (IllegalArgumentException unfit) {
      var command = Objects.requireNonNull(spec).commandLine();
      throw new ParameterException(command, String.valueOf(unfit.getMessage()), unfit);
    }
  }
}
