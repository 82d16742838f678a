package dev.patchbay.server.command;

import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** A command that fails says why in one line; the rest is in the log at debug level. */
public final class Failures implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    LoggerFactory.getLogger(Failures.class).debug("{} failed", command.getCommandName(), failure);
    command.getErr().println(command.getCommandName() + ": " + reason(failure));
    command.getErr().flush();
    return 1;
  }

  private static String reason(Throwable failure) {
    var message = failure.getMessage();
    return message == null || message.isBlank()
        ? "failed (" + failure.getClass().getSimpleName() + ")"
        : message;
  }
}
