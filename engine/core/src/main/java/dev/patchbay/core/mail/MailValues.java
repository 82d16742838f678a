package dev.patchbay.core.mail;

/**
 * What a mail tells of a file.
 *
 * @param name of the export
 * @param date on which it was asked for
 * @param rows in it
 * @param link where it can be fetched, or how
 */
public record MailValues(String name, String date, String rows, String link) {}
