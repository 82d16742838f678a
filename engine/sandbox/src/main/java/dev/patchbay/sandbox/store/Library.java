package dev.patchbay.sandbox.store;

import dev.patchbay.sandbox.http.ApiError;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** All files, by id and in order of creation. Safe for any thread. */
public final class Library {

  private final Map<String, FileEntry> files = new ConcurrentHashMap<>();
  private final Map<Long, String> order = new ConcurrentSkipListMap<>();
  private final AtomicLong created = new AtomicLong();

  public void add(FileEntry file) {
    files.put(file.id(), file);
    order.put(created.incrementAndGet(), file.id());
  }

  public Optional<FileEntry> find(String id) {
    return Optional.ofNullable(files.get(id));
  }

  /** The file with an id; throws the 404 of Sheets when there is none. */
  public FileEntry get(String id) {
    return find(id).orElseThrow(ApiError::notFound);
  }

  public void remove(String id) {
    files.remove(id);
    order.values().remove(id);
  }

  /** All files, oldest first. */
  public List<FileEntry> all() {
    Collection<String> ids = order.values();
    return ids.stream().map(files::get).filter(java.util.Objects::nonNull).toList();
  }
}
