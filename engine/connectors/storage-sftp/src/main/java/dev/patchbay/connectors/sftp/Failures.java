package dev.patchbay.connectors.sftp;

import dev.patchbay.spi.store.ChangedContentException;
import dev.patchbay.spi.store.StoreFailure;
import java.io.IOException;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** What it means that a call of SFTP failed before the file was in its place. */
final class Failures {
  private Failures() {}

  static StoreFailure of(IOException failure) {
    return switch (failure) {
      case ChangedContentException changed ->
          StoreFailure.rejected("content-changed", String.valueOf(changed.getMessage()));
      case SftpException refused -> ofStatus(refused.getStatus());
      default ->
          StoreFailure.retryable(
              "broken-off", "The file could not be read, or the connection broke off.");
    };
  }

  private static StoreFailure ofStatus(int status) {
    return switch (status) {
      case SftpConstants.SSH_FX_PERMISSION_DENIED, SftpConstants.SSH_FX_WRITE_PROTECT ->
          StoreFailure.target(
              "access-denied",
              "The user may not write there. Give it the right, or name another directory.");
      case SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM, SftpConstants.SSH_FX_QUOTA_EXCEEDED ->
          StoreFailure.target("full", "The server has no room left. Make room there.");
      default ->
          StoreFailure.retryable(
              "refused", "The server refuses: " + SftpConstants.getStatusName(status) + ".");
    };
  }
}
