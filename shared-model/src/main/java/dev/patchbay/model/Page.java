package dev.patchbay.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, newest first unless the resource says otherwise.
 *
 * @param items the rows of this page
 * @param next opaque cursor of the following page ({@code cursor} query parameter), null on the
 *     last page
 */
public record Page<T>(List<T> items, @Nullable String next) {
  public Page {
    items = List.copyOf(items);
  }
}
