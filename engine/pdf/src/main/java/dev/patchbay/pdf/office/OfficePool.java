package dev.patchbay.pdf.office;

import dev.patchbay.pdf.TimeLimit;
import dev.patchbay.pdf.WorkFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.locks.ReentrantLock;
import org.jodconverter.core.office.OfficeException;
import org.jodconverter.core.office.OfficeManager;
import org.jodconverter.local.office.LocalOfficeManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Processes of LibreOffice that wait for documents, from the first document on. Thread-safe. */
final class OfficePool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OfficePool.class);

  private final OfficeFolder folder;
  private final TimeLimit limit;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable OfficeManager manager;
  private @Nullable WorkFolder profile;

  OfficePool(OfficeFolder folder, TimeLimit limit) {
    this.folder = folder;
    this.limit = limit;
  }

  /** The processes, started if they were not. */
  OfficeManager started() throws OfficeException, IOException {
    lock.lock();
    try {
      if (manager == null) {
        manager = start();
      }
      return manager;
    } finally {
      lock.unlock();
    }
  }

  private OfficeManager start() throws OfficeException, IOException {
    var settings = profile();
    var office =
        LocalOfficeManager.builder()
            .officeHome(folder.path().toFile())
            .portNumbers(freePort())
            .templateProfileDir(settings.path().toFile())
            .processTimeout(limit.longest().toMillis())
            .taskExecutionTimeout(limit.longest().toMillis())
            .taskQueueTimeout(limit.longest().toMillis())
            .build();
    office.start();
    return office;
  }

  /** Written once, and kept when a start fails. */
  private WorkFolder profile() throws IOException {
    var written = profile;
    if (written == null) {
      written = WorkFolder.create();
      profile = written;
      OfficeProfile.write(written.path());
    }
    return written;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (manager != null) {
        manager.stop();
      }
      if (profile != null) {
        profile.close();
      }
    } catch (OfficeException | IOException failure) {
      LOG.warn("LibreOffice does not end as it should", failure);
    } finally {
      lock.unlock();
    }
  }
}
