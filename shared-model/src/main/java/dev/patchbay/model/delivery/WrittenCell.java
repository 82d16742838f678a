package dev.patchbay.model.delivery;

import dev.patchbay.model.route.CellType;
import org.jspecify.annotations.Nullable;

/**
 * One cell of the row that a delivery wrote or would write.
 *
 * @param text the value as the target shows it; null means untouched
 */
public record WrittenCell(String column, String header, CellType type, @Nullable String text) {}
