package dev.patchbay.core.event;

import dev.patchbay.model.FieldError;
import java.util.List;

/** What came of reading a request with events. */
public sealed interface ReadResult {
  /** Every event of the request is a well-formed CloudEvents 1.0 event, in the order given. */
  record Events(List<Envelope> envelopes) implements ReadResult {
    public Events {
      envelopes = List.copyOf(envelopes);
    }
  }

  /**
   * Something cannot be read, so nothing of the request may be stored.
   *
   * @param errors at least one; the field is a JSON Pointer into the body, or the name of a header
   */
  record Unreadable(Kind kind, List<FieldError> errors) implements ReadResult {
    public Unreadable {
      errors = List.copyOf(errors);
    }
  }

  /** Why a request is unreadable: HTTP answers 400 to the first and 413 to the second. */
  enum Kind {
    MALFORMED,
    TOO_LARGE
  }
}
