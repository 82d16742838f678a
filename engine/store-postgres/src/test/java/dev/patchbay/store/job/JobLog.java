package dev.patchbay.store.job;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.patchbay.core.job.JobRunner;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What the runner of jobs logs. */
final class JobLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final Logger logger = (Logger) LoggerFactory.getLogger(JobRunner.class);
  private final List<String> lines = new CopyOnWriteArrayList<>();

  static JobLog open() {
    var log = new JobLog();
    log.start();
    log.logger.setLevel(Level.INFO);
    log.logger.addAppender(log);
    return log;
  }

  /** Level and words of each. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  protected void append(ILoggingEvent event) {
    var trace = event.getThrowableProxy() == null ? "" : " with a trace";
    lines.add(event.getLevel() + trace + ": " + event.getFormattedMessage());
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    logger.setLevel(null); // as its parent
  }
}
