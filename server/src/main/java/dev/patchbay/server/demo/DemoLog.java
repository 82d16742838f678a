package dev.patchbay.server.demo;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Moves this process's log into a file, so that the terminal is left to the demo's story. */
public final class DemoLog {
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level [%thread] %logger{0} - %msg%n%rEx{8}";

  private DemoLog() {}

  /** From now on everything is logged there, and nowhere else. */
  public static void to(Path file) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      var appender = new FileAppender<ILoggingEvent>();
      appender.setContext(context);
      appender.setFile(file.toString());
      appender.setEncoder(encoder(context));
      appender.start();
      var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
      root.detachAndStopAllAppenders();
      root.addAppender(appender);
    }
  }

  private static PatternLayoutEncoder encoder(LoggerContext context) {
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    return encoder;
  }
}
