package dev.patchbay.spreadsheets.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** What is measured. */
enum Job {
  WRITE_XLSX {
    @Override
    long run(Path file, int rows) throws IOException {
      return OwnTables.writeXlsx(file, rows);
    }
  },
  WRITE_CSV {
    @Override
    long run(Path file, int rows) throws IOException {
      return OwnTables.writeCsv(file, rows);
    }
  },
  READ_XLSX {
    @Override
    long run(Path file, int rows) {
      return OwnTables.read(file);
    }
  },
  READ_CSV {
    @Override
    long run(Path file, int rows) {
      return OwnTables.readTyped(file);
    }
  },
  POI_WRITE {
    @Override
    long run(Path file, int rows) throws IOException {
      return PoiTables.write(file, rows);
    }
  },
  POI_READ {
    @Override
    long run(Path file, int rows) throws IOException {
      return PoiTables.read(file);
    }
  },
  /** Only deflates the XML of a sheet that was written before. */
  DEFLATE {
    @Override
    long run(Path file, int rows) throws IOException {
      return BareDeflate.of(file);
    }
  };

  /** Gives the number of rows. */
  abstract long run(Path file, int rows) throws IOException;

  static Job named(String name) {
    return valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
  }
}
