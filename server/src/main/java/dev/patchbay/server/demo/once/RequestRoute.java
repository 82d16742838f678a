package dev.patchbay.server.demo.once;

import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.WriteMode;
import dev.patchbay.server.demo.DemoSheet;
import dev.patchbay.server.demo.SheetSetup;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The route of a file: every column becomes a text column of the sheet. */
final class RequestRoute {
  private static final String NAME = "requests-to-sheet";
  private static final String KEY = "/data/id";
  private static final List<String> TYPES = List.of("request.created", "request.updated");

  private RequestRoute() {}

  static RouteDraft of(RequestFile file, DemoSheet sheet) {
    return new RouteDraft(
        NAME,
        TYPES,
        null,
        KEY,
        SheetSetup.CONNECTOR,
        Map.of("spreadsheet", sheet.spreadsheet(), "tab", sheet.tab()),
        WriteMode.UPSERT,
        IntStream.range(0, file.header().size()).mapToObj(i -> column(file, i)).toList(),
        RouteState.ACTIVE);
  }

  private static ColumnMapping column(RequestFile file, int index) {
    var header = file.header().get(index);
    var source = index == file.key() ? KEY : "/data/attributes/" + escaped(header);
    return new ColumnMapping(
        "c" + (index + 1), header, CellType.TEXT, source, null, List.of(), PiiPolicy.ALLOW);
  }

  /** As in RFC 6901. */
  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
