package dev.patchbay.intakes.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One Kafka for all test classes of a run: it takes seconds to start. */
final class SharedKafka implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == KafkaBroker.class;
  }

  @Override
  public KafkaBroker resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SharedKafka.class))
        .computeIfAbsent(KafkaBroker.class, _ -> start(), KafkaBroker.class);
  }

  private static KafkaBroker start() {
    try {
      return new KafkaBroker(Files.createTempDirectory(Path.of("target"), "kafka-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
