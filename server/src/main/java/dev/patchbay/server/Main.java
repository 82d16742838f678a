package dev.patchbay.server;

import dev.patchbay.server.bench.TrainCommand;
import dev.patchbay.server.bench.documents.DocumentLoadCommand;
import dev.patchbay.server.bench.sink.SinkCommand;
import dev.patchbay.server.command.ConsoleCommand;
import dev.patchbay.server.command.CoreServicesCommand;
import dev.patchbay.server.command.DemoCommand;
import dev.patchbay.server.command.Failures;
import dev.patchbay.server.command.SandboxCommand;
import dev.patchbay.server.command.ServerCommand;
import dev.patchbay.server.command.bench.BenchCommand;
import dev.patchbay.server.command.inspect.InspectCommand;
import dev.patchbay.server.command.render.RenderCommand;
import dev.patchbay.server.command.sign.SignCommand;
import dev.patchbay.server.command.sign.StampCommand;
import dev.patchbay.server.command.sign.VerifyCommand;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Hands over to the command that is named; without one it shows what there is. */
@Command(
    name = "patchbay",
    description = "One gateway between core services and the outside world.",
    subcommands = {
      ServerCommand.class,
      SandboxCommand.class,
      CoreServicesCommand.class,
      ConsoleCommand.class,
      BenchCommand.class,
      DemoCommand.class,
      InspectCommand.class,
      RenderCommand.class,
      SignCommand.class,
      StampCommand.class,
      VerifyCommand.class,
      TrainCommand.class,
      SinkCommand.class,
      DocumentLoadCommand.class,
      HelpCommand.class
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class Main {
  private Main() {}

  /** Exit codes: 0 done, 1 failed, 2 not understood. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    var commands = new CommandLine(new Main());
    commands.setExecutionExceptionHandler(new Failures());
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    return commands.execute(args.length == 0 ? new String[] {"help"} : args);
  }
}
