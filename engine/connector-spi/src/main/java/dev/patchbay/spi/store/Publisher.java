package dev.patchbay.spi.store;

import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.UnreadableSecretException;
import java.time.Duration;
import java.util.Optional;

/** Publishes by the calls of a shelf, whatever the policy. Thread-safe as the shelf is. */
public final class Publisher {
  private static final int MOST_NUMBERS = 1_000;

  private final Shelf shelf;

  public Publisher(Shelf shelf) {
    this.shelf = shelf;
  }

  /** As {@link FileStore#publish}. */
  public Publication publish(FileToStore file, Overwrite overwrite, Deadline deadline) {
    if (deadline.passed()) {
      return new Publication.NotStored(
          new Cause("too-late", "The time for this attempt had passed."), Duration.ZERO);
    }
    try {
      return switch (overwrite) {
        case REPLACE -> replaced(file, deadline);
        case REFUSE -> added(file, 1, deadline);
        case NEW_NAME -> added(file, MOST_NUMBERS, deadline);
      };
    } catch (StoreFailure failure) {
      return failure.publication();
    } catch (UnreadableSecretException unreadable) {
      return unreadable(unreadable);
    }
  }

  /** As {@link FileStore#find}. */
  public Standing find(StorePath path, String sha256, Deadline deadline) {
    try {
      if (shelf.length(path, deadline).isEmpty()) {
        return new Standing.Absent();
      }
      return shelf.sha256(path, deadline).equals(sha256)
          ? new Standing.Same()
          : new Standing.Other();
    } catch (StoreFailure failure) {
      return new Standing.NotKnown(failure.publication());
    } catch (UnreadableSecretException unreadable) {
      return new Standing.NotKnown(unreadable(unreadable));
    }
  }

  private Publication replaced(FileToStore file, Deadline deadline) throws StoreFailure {
    var before = shelf.version(file.path(), deadline);
    if (!stands(file, file.path(), deadline)) {
      try {
        shelf.replace(file.behind(unchanged(file, before, deadline)), deadline);
      } catch (StoreFailure failure) {
        if (!(standing(file, file.path(), failure, deadline) instanceof Standing.Same)) {
          throw failure;
        }
      }
    }
    return new Publication.Stored(file.path());
  }

  /** What came there while the file was sent may be newer: the next try decides that. */
  private Fence unchanged(FileToStore file, Optional<String> before, Deadline deadline) {
    return () -> {
      file.fence().demandOpen();
      if (!shelf.version(file.path(), deadline).equals(before)) {
        throw StoreFailure.overtaken();
      }
    };
  }

  private Publication added(FileToStore file, int names, Deadline deadline) throws StoreFailure {
    for (int number = 1; number <= names; number++) {
      var path = number == 1 ? file.path() : file.path().numbered(number);
      if (addedAt(file, path, deadline)) {
        return new Publication.Stored(path);
      }
    }
    return new Publication.Exists(file.path());
  }

  /** Whether it stands there now; another may have come while it was sent. */
  private boolean addedAt(FileToStore file, StorePath path, Deadline deadline) throws StoreFailure {
    if (shelf.length(path, deadline).isEmpty()) {
      try {
        if (shelf.add(file, path, deadline)) {
          return true;
        }
      } catch (StoreFailure failure) {
        return switch (standing(file, path, failure, deadline)) {
          case Standing.Same _ -> true;
          case Standing.Other _ -> false;
          case Standing.Absent _, Standing.NotKnown _ -> throw failure;
        };
      }
    }
    return stands(file, path, deadline);
  }

  /** What stands there after a failure, which is looked at if the answer was lost. */
  private Standing standing(
      FileToStore file, StorePath path, StoreFailure failure, Deadline deadline) {
    return failure.publication() instanceof Publication.Unknown
        ? find(path, file.sha256(), deadline)
        : new Standing.NotKnown(failure.publication());
  }

  private boolean stands(FileToStore file, StorePath path, Deadline deadline) throws StoreFailure {
    var length = shelf.length(path, deadline);
    return length.isPresent()
        && length.getAsLong() == file.length()
        && shelf.sha256(path, deadline).equals(file.sha256());
  }

  private static Publication unreadable(UnreadableSecretException unreadable) {
    return new Publication.CredentialRefused(
        new Cause("secret-unreadable", String.valueOf(unreadable.getMessage())));
  }
}
