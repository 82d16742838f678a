package dev.patchbay.model.job;

import org.jspecify.annotations.Nullable;

/**
 * A workbook that rows are put into, instead of one of their own.
 *
 * @param template name of it
 * @param version its number, null for the one that is active when the run begins
 * @param place name of the table or named range that they go to; null if there is one only
 */
public record WorkbookOrder(String template, @Nullable Integer version, @Nullable String place) {}
