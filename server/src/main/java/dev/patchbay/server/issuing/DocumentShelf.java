package dev.patchbay.server.issuing;

import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Resolution;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Overwrite;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.Standing;
import dev.patchbay.spi.store.StorePath;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file store that documents of a connector go into. Thread-safe.
 *
 * @param store name of its connector
 */
record DocumentShelf(Exits exits, String store) {
  private static final Duration AGAIN = Duration.ofSeconds(5);

  /** What stands in the way of any document, if anything does. */
  Optional<Outcome> obstacle() {
    return Held.orMissing(exits, store, open().isPresent());
  }

  /** Puts a document where it belongs; what stands in the way, if anything does. */
  Optional<Outcome> put(DocumentNote note, byte[] file, Deadline deadline) {
    var open = open();
    return Held.orMissing(exits, store, open.isPresent())
        .or(
            () ->
                open.flatMap(
                    it -> outcome(it.publish(file(note, file), Overwrite.REPLACE, deadline))));
  }

  private Optional<FileStore> open() {
    return exits.store(store);
  }

  private static FileToStore file(DocumentNote note, byte[] file) {
    var content = note.content();
    return new FileToStore(
        StorePath.of(note.path()),
        content.length(),
        content.sha256(),
        content.mediaType(),
        Map.of("title", note.name(), "type", note.template().name(), "subject", note.key()),
        () -> new ByteArrayInputStream(file));
  }

  private Optional<Outcome> outcome(Publication publication) {
    return switch (publication) {
      case Publication.Stored _ -> Optional.empty();
      case Publication.NotStored(var cause, var after) ->
          Optional.of(new Outcome.NotApplied(cause, after));
      case Publication.Rejected(var cause) -> Optional.of(rejected(cause));
      case Publication.Exists(var path) ->
          Optional.of(
              rejected(new Cause("exists", "Another file stands at '" + path + "' and stays.")));
      case Publication.TargetRefused(var cause) -> Optional.of(new Outcome.TargetRefused(cause));
      case Publication.CredentialRefused(var cause) -> {
        exits.refused(store, cause.message());
        yield Optional.of(new Outcome.TargetRefused(cause));
      }
      case Publication.Unknown(var cause) -> Optional.of(new Outcome.Unknown(cause));
    };
  }

  static Outcome rejected(Cause cause) {
    return new Outcome.Rejected(cause, List.of(new Outcome.RowFault(0, cause)));
  }

  /** Whether a document stands there; what is to be said of its attempt, where it does not. */
  Optional<Resolution> absence(DocumentNote note, Deadline deadline) {
    return open()
        .map(it -> absence(it.find(StorePath.of(note.path()), note.content().sha256(), deadline)))
        .orElseGet(() -> Optional.of(new Resolution.StillUnknown(Held.missing(store), AGAIN)));
  }

  private static Optional<Resolution> absence(Standing standing) {
    return switch (standing) {
      case Standing.Same _ -> Optional.empty();
      // a late arrival would take the place that the next try takes, too
      case Standing.Absent _, Standing.Other _ -> Optional.of(new Resolution.NeverApplied());
      case Standing.NotKnown(var why) ->
          Optional.of(new Resolution.StillUnknown(cause(why), AGAIN));
    };
  }

  private static Cause cause(Publication why) {
    return switch (why) {
      case Publication.NotStored(var cause, _) -> cause;
      case Publication.Rejected(var cause) -> cause;
      case Publication.TargetRefused(var cause) -> cause;
      case Publication.CredentialRefused(var cause) -> cause;
      case Publication.Unknown(var cause) -> cause;
      case Publication.Stored _, Publication.Exists _ ->
          new Cause("connector-bug", "The store does not tell what stands there.");
    };
  }
}
