package dev.patchbay.server.workbook;

import dev.patchbay.model.template.TemplateVariable;
import java.util.List;

/** What has become of a workbook that somebody made. */
public sealed interface WorkbookAnswer {
  /** Rows can go into it: the columns of its places, such as {@code Requests[].Title}. */
  record Found(List<TemplateVariable> columns) implements WorkbookAnswer {
    /** Copies them. */
    public Found {
      columns = List.copyOf(columns);
    }
  }

  /** It is filled, with so many rows. */
  record Filled(long rows) implements WorkbookAnswer {}

  /** It cannot be; each complaint says what is wrong, and what to do. */
  record Refused(List<String> complaints) implements WorkbookAnswer {
    /** Copies them. */
    public Refused {
      complaints = List.copyOf(complaints);
    }
  }

  /** It was not, as the time was over or the process was ended; the next try may succeed. */
  record Unfinished(String reason) implements WorkbookAnswer {}

  /** It was not, as others have theirs filled, or this server closes. */
  record Busy() implements WorkbookAnswer {}

  /** Nobody fills any here; the reason says why. */
  record Absent(String reason) implements WorkbookAnswer {}
}
