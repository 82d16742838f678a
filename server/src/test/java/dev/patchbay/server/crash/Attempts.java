package dev.patchbay.server.crash;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which batch was under way at each death, and what the next server made of it. */
final class Attempts {
  private final String databaseUrl;
  private final List<Noted> noted = new ArrayList<>();

  Attempts(String databaseUrl) {
    this.databaseUrl = databaseUrl;
  }

  /** Batches that were neither booked nor given up when the server died. */
  private record Noted(String moment, List<UUID> open) {}

  /** Called while no server lives. */
  void noteOpen(String moment) throws SQLException {
    try (var connection = DriverManager.getConnection(databaseUrl);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT attempt FROM open_attempt")) {
      var open = new ArrayList<UUID>();
      while (rows.next()) {
        open.add(rows.getObject(1, UUID.class));
      }
      noted.add(new Noted(moment, open));
    }
  }

  /** Called once everything is settled. */
  void tellFates(CrashTable table) throws SQLException {
    try (var connection = DriverManager.getConnection(databaseUrl)) {
      for (var each : noted) {
        if (each.open().isEmpty()) {
          table.fate(each.moment(), Fate.NOTHING_OPEN);
        }
        for (var attempt : each.open()) {
          table.fate(each.moment(), fate(connection, attempt));
        }
      }
    }
  }

  private static Fate fate(Connection connection, UUID attempt) throws SQLException {
    try (var select = connection.prepareStatement("SELECT outcome FROM attempt WHERE id = ?")) {
      select.setObject(1, attempt);
      try (var rows = select.executeQuery()) {
        if (!rows.next()) {
          throw new AssertionError("attempt " + attempt + " is gone");
        }
        return switch (rows.getInt(1)) {
          case 1 -> Fate.APPLIED;
          case 3 -> Fate.VOID;
          default -> throw new AssertionError("attempt " + attempt + " was not settled");
        };
      }
    }
  }
}
