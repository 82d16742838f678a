package dev.patchbay.sandbox.sheets;

import java.util.Set;

/** The OAuth scopes that open the methods of Sheets and Drive; any of a set suffices. */
public final class Scopes {

  private static final String AUTH = "https://www.googleapis.com/auth/";

  public static final Set<String> SHEETS_WRITE =
      Set.of(AUTH + "drive", AUTH + "drive.file", AUTH + "spreadsheets");
  public static final Set<String> SHEETS_READ =
      Set.of(
          AUTH + "drive",
          AUTH + "drive.file",
          AUTH + "drive.readonly",
          AUTH + "spreadsheets",
          AUTH + "spreadsheets.readonly");
  public static final Set<String> DRIVE_WRITE =
      Set.of(AUTH + "drive", AUTH + "drive.file", AUTH + "drive.appdata");
  public static final Set<String> DRIVE_READ =
      Set.of(
          AUTH + "drive",
          AUTH + "drive.file",
          AUTH + "drive.appdata",
          AUTH + "drive.readonly",
          AUTH + "drive.metadata",
          AUTH + "drive.metadata.readonly");

  private Scopes() {}
}
