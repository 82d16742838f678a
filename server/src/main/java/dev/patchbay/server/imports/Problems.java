package dev.patchbay.server.imports;

import com.fasterxml.jackson.databind.MappingIterator;
import dev.patchbay.core.imports.ImportStore;
import dev.patchbay.model.imports.ImportProblem;
import dev.patchbay.server.http.ServerJson;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the rows of an import, in their order: what was found when they were checked,
 * and what when they were sent. Only some are held at a time. Used by one thread at a time.
 */
final class Problems implements AutoCloseable {
  private static final int AT_A_TIME = 1000;

  private final MappingIterator<ImportProblem> checked;
  private final Sent sent;
  private @Nullable ImportProblem nextChecked;

  private Problems(InputStream file, Sent sent) throws IOException {
    this.checked =
        ServerJson.MAPPER.readerFor(ImportProblem.class).readValues(new BufferedInputStream(file));
    this.sent = sent;
    this.nextChecked = next(checked);
  }

  /** All of them. */
  static Problems all(ImportStore store, String run) throws IOException {
    return new Problems(store.file(run, ImportStore.Role.PROBLEMS), new Sent(store, run));
  }

  /** Those that were found when rows were checked. */
  static Problems checked(ImportStore store, String run) throws IOException {
    return new Problems(store.file(run, ImportStore.Role.PROBLEMS), new Sent(null, run));
  }

  private static @Nullable ImportProblem next(MappingIterator<ImportProblem> problems)
      throws IOException {
    return problems.hasNextValue() ? problems.nextValue() : null;
  }

  /** The row of the next one; the greatest number there is at the end. */
  long row() {
    long first = nextChecked == null ? Long.MAX_VALUE : nextChecked.row();
    var other = sent.peek();
    return other == null ? first : Math.min(first, other.row());
  }

  Optional<ImportProblem> next() throws IOException {
    var found = nextChecked;
    var other = sent.peek();
    if (other != null && (found == null || other.row() < found.row())) {
      return Optional.of(sent.take());
    }
    nextChecked = found == null ? null : next(checked);
    return Optional.ofNullable(found);
  }

  /** Whether a row has any; rows are asked for in their order, and are passed by. */
  boolean passes(long row) throws IOException {
    boolean found = false;
    while (row() <= row) {
      found |= next().filter(problem -> problem.row() == row).isPresent();
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    checked.close();
  }

  /** Those of the table, some at a time. */
  private static final class Sent {
    private final @Nullable ImportStore store;
    private final String run;
    private final Deque<ImportProblem> page = new ArrayDeque<>();
    private long last;
    private boolean over;

    Sent(@Nullable ImportStore store, String run) {
      this.store = store;
      this.run = run;
    }

    @Nullable ImportProblem peek() {
      if (page.isEmpty() && !over && store != null) {
        page.addAll(store.problems(run, last, AT_A_TIME));
        over = page.isEmpty();
        last = over ? last : page.getLast().row();
      }
      return page.peek();
    }

    ImportProblem take() {
      return page.remove();
    }
  }
}
