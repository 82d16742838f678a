package dev.patchbay.spreadsheets.templates;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What the process has done, as JSON: one of these. */
sealed interface Answer {
  /** The template can be filled at these places. */
  record Found(@JsonProperty("places") List<TemplatePlace> places) implements Answer {}

  /** The workbook is there, with so many rows. */
  record Filled(@JsonProperty("rows") int rows) implements Answer {}

  /** It was not done; each complaint is for a person to read. */
  record Refused(@JsonProperty("complaints") List<String> complaints) implements Answer {}
}
