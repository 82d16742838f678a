package dev.patchbay.server.rig;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Everything that is logged from now on, down to debug of the hub's own classes, whatever library
 * logs it.
 */
public final class CapturedLog extends AppenderBase<ILoggingEvent> {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  /** Starts to listen. */
  public static CapturedLog open() {
    var log = new CapturedLog();
    log.listen();
    return log;
  }

  /** All of it, stacks included. */
  public String text() {
    return String.join("\n", lines);
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + stack(event));
  }

  private void listen() {
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    setContext(root.getLoggerContext());
    start();
    root.addAppender(this);
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    root.getLoggerContext().getLogger("dev.patchbay").setLevel(Level.DEBUG);
  }

  private static String stack(ILoggingEvent event) {
    @Nullable IThrowableProxy thrown = event.getThrowableProxy();
    return thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown);
  }
}
