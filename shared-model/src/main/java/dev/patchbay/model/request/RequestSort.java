package dev.patchbay.model.request;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a list of requests is sorted by; equal ones by id. */
public enum RequestSort {
  NEWEST("-requestedAt"),
  OLDEST("requestedAt"),
  LAST_CHANGED("-updatedAt"),
  FIRST_CHANGED("updatedAt"),
  ID("id");

  private final String parameter;

  RequestSort(String parameter) {
    this.parameter = parameter;
  }

  /** As the {@code sort} parameter has it, falling with a minus. */
  public String parameter() {
    return parameter;
  }

  /** All parameters, for a sentence. */
  public static String parameters() {
    return Arrays.stream(values()).map(RequestSort::parameter).collect(Collectors.joining(", "));
  }

  /** The sort of a parameter. */
  public static Optional<RequestSort> of(String parameter) {
    return Arrays.stream(values()).filter(sort -> sort.parameter.equals(parameter)).findFirst();
  }
}
