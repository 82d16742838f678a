package dev.patchbay.spreadsheets.templates;

import dev.patchbay.spreadsheets.templates.WorkbookFile.Loading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is found in a workbook that may become a template. */
public sealed interface TemplateInspection {
  /** It can be filled at these places; one at least. */
  record Found(List<TemplatePlace> places) implements TemplateInspection {
    /** Copies them. */
    public Found {
      places = List.copyOf(places);
    }
  }

  /**
   * It cannot.
   *
   * @param complaints for an office worker, each: what is wrong, and what to do; one at least
   */
  record Refused(List<String> complaints) implements TemplateInspection {
    /** Copies them. */
    public Refused {
      complaints = List.copyOf(complaints);
    }
  }

  /** Looks a file over. */
  static TemplateInspection of(Path file) throws IOException {
    switch (WorkbookFile.load(file)) {
      case Loading.Rejected(var reason) -> {
        return new Refused(List.of(reason));
      }
      case Loading.Loaded(var workbook) -> {
        try (workbook) {
          var complaints = new ArrayList<>(ForbiddenParts.complaints(workbook));
          var places = Places.of(workbook).told();
          if (places.isEmpty()) {
            complaints.addAll(Places.ofTables(workbook));
            complaints.add(
                "The template has no table that rows can go into, and no named range with a text in each cell of its first row. Mark the cells from the headers on and make a table of them.");
          }
          return complaints.isEmpty() ? new Found(places) : new Refused(complaints);
        }
      }
    }
  }
}
