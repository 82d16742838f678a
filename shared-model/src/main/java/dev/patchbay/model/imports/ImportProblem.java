package dev.patchbay.model.imports;

/**
 * What is wrong with a row.
 *
 * @param row number in the sheet, from 1
 * @param column letters of the column, empty where the row as a whole is meant
 * @param header of the column, empty as above
 * @param value as it stands in the file, shortened
 * @param problem what is wrong and what to do
 */
public record ImportProblem(long row, String column, String header, String value, String problem) {}
