package dev.patchbay.brokers;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code redis} or {@code kafka}: runs one until standard input ends, and prints {@code WORD ready
 * URI} once it answers. A process killed takes its broker with it.
 */
@Command(
    name = "brokers",
    description = "Runs a Redis or a Kafka on 127.0.0.1.",
    subcommands = {RedisCommand.class, KafkaCommand.class},
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class Main {
  private Main() {}

  /** Exit codes: 0 done, 1 failed, 2 not understood. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }
}
