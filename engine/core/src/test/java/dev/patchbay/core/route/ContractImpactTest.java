package dev.patchbay.core.route;

import static dev.patchbay.core.mapping.Drafts.column;
import static dev.patchbay.core.mapping.Drafts.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.patchbay.core.contract.Contracts;
import dev.patchbay.core.mapping.MappingCompiler;
import dev.patchbay.model.event.ContractCheck;
import dev.patchbay.model.event.ContractCheck.Breakage;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.Enrichment;
import dev.patchbay.model.route.Enrichment.WhenUnavailable;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractImpactTest {
  private static final String TYPE = "request.created";

  private final Contracts contracts = Contracts.load();
  private final RouteCompiler compiler =
      new RouteCompiler(contracts, new MappingCompiler(contracts, new byte[16], ZoneOffset.UTC));

  @Test
  void namesTheColumnsThatAVersionWouldLeaveWithoutAField() {
    var check =
        check(
            "{'type':'object','properties':{'id':{'type':'string'},'version':{'type':'object'}}}");

    assertThat(check.breaks())
        .extracting(Breakage::route, Breakage::field)
        .containsExactly(tuple("requests", "/columns/0/source"));
  }

  @Test
  void namesTheEnrichmentsThatWouldHaveNothingToAskBy() {
    var schema =
        "{'type':'object','properties':{'id':{'type':'string'},'status':{'type':'string'}}}";
    var reporter =
        new Enrichment("reporter", "users", "/users/{/data/reporter/id}", WhenUnavailable.WAIT, 60);
    var draft =
        route(
                column("/data/status", CellType.TEXT),
                column("/enriched/reporter/name", CellType.TEXT))
            .withEnrichments(List.of(reporter));
    var next = contracts.with(TYPE, schema.replace('\'', '"'));

    assertThat(new ContractImpact(compiler).of(TYPE, next, List.of(draft)).breaks())
        .extracting(Breakage::route, Breakage::field)
        .containsExactly(tuple("requests", "/enrichments/0/path"));
  }

  @Test
  void breaksNothingWhereFieldsAreAdded() {
    var schema =
        "{'type':'object','required':['id','urgency'],'properties':{'id':{'type':'string'},"
            + "'status':{'type':'integer'},'urgency':{'type':'string'}}}";

    assertThat(check(schema))
        .isEqualTo(
            new ContractCheck(
                List.of(),
                List.of(
                    "/data/status must be integer; it was string",
                    "/data/urgency must be given; it could be left out")));
  }

  @Test
  void tellsNothingOfRoutesThatTakeOtherTypes() {
    var next = contracts.with("user.created", "{'type':'object'}".replace('\'', '"'));
    var draft = route(column("/data/status", CellType.TEXT));

    assertThat(new ContractImpact(compiler).of("user.created", next, List.of(draft)).breaks())
        .isEmpty();
  }

  private ContractCheck check(String schema) {
    var next = contracts.with(TYPE, schema.replace('\'', '"'));
    return new ContractImpact(compiler)
        .of(TYPE, next, List.of(route(column("/data/status", CellType.TEXT))));
  }
}
