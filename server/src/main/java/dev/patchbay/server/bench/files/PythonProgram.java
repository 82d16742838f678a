package dev.patchbay.server.bench.files;

/** The same table by openpyxl and by Python's csv module. */
final class PythonProgram {
  /** Arguments and result are those of the jobs of Java. */
  static final String TEXT =
      """
      import csv, datetime, os, sys, time
      job, rows, file, result = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[5]
      BEGIN = datetime.datetime(2026, 1, 1)
      SECOND, DAY = datetime.timedelta(seconds=61), datetime.timedelta(days=1)

      def value(row, column):
          kind = column % 5
          if kind == 0: return row * 31 + column
          if kind == 1: return "Customer %d & Söhne" % (row * 7919 % 100003)
          if kind == 2: return BEGIN + row * SECOND + column * DAY
          if kind == 3: return (row * 137 % 1000000) / 100.0
          return row % 2 == 0 if column == 4 else "note %d of %d" % (row, column)

      def table():
          for row in range(rows):
              yield [value(row, column) for column in range(15)]

      def openpyxl_write():
          import openpyxl
          book = openpyxl.Workbook(write_only=True)
          sheet = book.create_sheet("Rows")
          for row in table(): sheet.append(row)
          book.save(file)

      def openpyxl_read():
          import openpyxl
          book = openpyxl.load_workbook(file, read_only=True)
          assert sum(1 for _ in book.worksheets[0].iter_rows(values_only=True)) >= rows

      def csv_write():
          with open(file, "w", newline="", encoding="utf-8") as out:
              csv.writer(out).writerows(table())

      def csv_read():
          parse = {0: int, 1: str, 2: datetime.datetime.fromisoformat, 3: float, 4: str}
          parsers = [parse[column % 5] for column in range(15)]
          with open(file, newline="", encoding="utf-8-sig") as lines:
              table = csv.reader(lines)
              next(table)
              for row in table: [to(text) for to, text in zip(parsers, row)]

      start = time.perf_counter()
      globals()[job.replace("-", "_")]()
      seconds = time.perf_counter() - start
      with open(result, "w") as out:
          out.write("%s %s %d %s" % (seconds, time.process_time(), os.path.getsize(file), seconds))
      """;

  private PythonProgram() {}
}
