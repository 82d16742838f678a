package dev.patchbay.core.route;

import static dev.patchbay.core.mapping.Drafts.column;
import static dev.patchbay.core.mapping.Drafts.route;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.enrich.EnricherRig;
import dev.patchbay.core.event.Sample;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.Preview;
import dev.patchbay.model.route.RouteState;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewerTest {
  private final Previewer previewer = new Previewer(Routes.COMPILER, EnricherRig.withoutServices());

  @Test
  void showsCellsAsTheSheetWould() {
    var draft =
        route(
            "data.status == 'open'",
            RouteState.ACTIVE,
            column("/data/requestedAt", CellType.DATE_TIME),
            column("/data/public", CellType.BOOLEAN),
            column("/data/zip", CellType.INTEGER),
            column("/data/title", CellType.TEXT));
    var event =
        Sample.request(
            "e",
            "{'id':'7','status':'open','requestedAt':'2026-01-01T10:00:00+02:00',"
                + "'public':true,'zip':'02134'}");
    assertThat(previewer.preview(draft, List.of(event, Sample.request("f", "{}"))))
        .isEqualTo(
            new Preview(
                List.of(
                    new Preview.Row(
                        "e",
                        true,
                        "7",
                        List.of(
                            new Preview.Cell("key", "7", null),
                            new Preview.Cell("requestedAt", "2026-01-01 08:00:00", null),
                            new Preview.Cell("public", "TRUE", null),
                            new Preview.Cell(
                                "zip",
                                null,
                                "'02134' has leading zeros that a number would lose; choose TEXT"),
                            new Preview.Cell("title", null, null)),
                        null),
                    new Preview.Row(
                        "f",
                        false,
                        null,
                        List.of(),
                        "/data/id is the row key and must be text or a number")),
                List.of()));
  }

  @Test
  void namesTheFaultsOfTheDraft() {
    var draft = route(column("/data/nope", CellType.TEXT));
    assertThat(previewer.preview(draft, List.of()))
        .isEqualTo(
            new Preview(
                List.of(),
                List.of(
                    new FieldError(
                        "/columns/0/source", "names no field of these events: /data/nope"))));
  }
}
