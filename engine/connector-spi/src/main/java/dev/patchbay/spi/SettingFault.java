package dev.patchbay.spi;

/**
 * A setting that cannot be used.
 *
 * @param setting its name
 * @param message what to write instead, for a person
 */
public record SettingFault(String setting, String message) {}
