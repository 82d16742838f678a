package dev.patchbay.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One file of Drive: what Drive says of it, and a spreadsheet or bytes. Reads take the published
 * state without waiting; writes are one at a time.
 */
public final class FileEntry {

  public static final String SPREADSHEET = "application/vnd.google-apps.spreadsheet";

  private final String id;
  private volatile ObjectNode info;
  private volatile @Nullable Spreadsheet spreadsheet;
  private volatile Content content;
  private volatile Instant modified;
  private volatile long version;

  public FileEntry(
      String id, ObjectNode info, @Nullable Spreadsheet spreadsheet, byte[] content, Instant now) {
    this.id = id;
    this.info = info;
    this.spreadsheet = spreadsheet;
    this.content = new Content(content);
    this.modified = now;
  }

  public String id() {
    return id;
  }

  /** The Drive resource as stored; never changed in place. */
  public ObjectNode info() {
    return info;
  }

  public synchronized void info(ObjectNode changed) {
    info = changed;
    version++;
  }

  public Content content() {
    return content;
  }

  public synchronized void content(byte[] bytes, Instant now) {
    content = new Content(bytes);
    modified = now;
    version++;
  }

  public Instant modified() {
    return modified;
  }

  /** Counts the changes; a page that saw it knows whether to look again. */
  public long version() {
    return version;
  }

  public Optional<Spreadsheet> spreadsheet() {
    return Optional.ofNullable(spreadsheet);
  }

  /** The spreadsheet as published; 400 for a file of another kind. */
  public Spreadsheet requireSpreadsheet() {
    return spreadsheet()
        .orElseThrow(
            () ->
                ApiError.precondition(
                    "This operation is not supported for this document. The document must not be"
                        + " an Office file."));
  }

  /** Applies a change to a draft and publishes it; a change that throws leaves no trace. */
  public synchronized <T> T edit(Instant now, Function<Spreadsheet, T> change) {
    Spreadsheet draft = requireSpreadsheet().fork();
    T result = change.apply(draft);
    publish(draft, now);
    return result;
  }

  public synchronized void publish(Spreadsheet replacement, Instant now) {
    spreadsheet = replacement;
    modified = now;
    version++;
  }
}
