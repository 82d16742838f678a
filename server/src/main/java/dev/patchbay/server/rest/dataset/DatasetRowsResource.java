package dev.patchbay.server.rest.dataset;

import dev.patchbay.core.dataset.VeiledDataset;
import dev.patchbay.core.live.DatasetRefusedException;
import dev.patchbay.core.live.DatasetUnavailableException;
import dev.patchbay.core.live.ServiceDataset;
import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.readmodel.DatasetQuery;
import dev.patchbay.core.readmodel.FieldUse;
import dev.patchbay.core.readmodel.FilterBounds;
import dev.patchbay.core.readmodel.RequestModel;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.dataset.DatasetPage;
import dev.patchbay.server.dataset.Datasets;
import dev.patchbay.server.dataset.HiddenFields;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.http.ProblemKind;
import dev.patchbay.server.http.Problems;
import dev.patchbay.server.rest.DatasetProblems;
import dev.patchbay.server.rest.Query;
import dev.patchbay.server.security.Allow;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code /datasets/{name}/rows}: a dataset by the page, as the caller is shown it. */
@Path("datasets/{name}/rows")
@Produces(MediaType.APPLICATION_JSON)
public final class DatasetRowsResource {
  private static final int MOST = 500;

  private final Datasets datasets;

  public DatasetRowsResource(Datasets datasets) {
    this.datasets = datasets;
  }

  @GET
  @Allow(Role.VIEWER)
  public DatasetPage page(
      @PathParam("name") String name,
      @QueryParam("filter") List<String> filter,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("service") @Nullable String service,
      @Context SecurityContext security) {
    var dataset =
        Dataset.of(name)
            .orElseThrow(() -> ProblemException.notFound("There is no dataset '" + name + "'."));
    if (service != null) {
      datasets
          .unasked(dataset, service)
          .ifPresent(
              why -> {
                throw ProblemException.field("service", why);
              });
    }
    var veiled = datasets.of(dataset, service, CallerPrincipal.of(security));
    var query =
        new DatasetQuery(
            dataset,
            values(dataset, filter),
            Query.moment("from", from),
            Query.moment("to", to),
            null,
            sort(dataset, sort, veiled));
    Query.demandSpan(query.from(), query.to());
    demandShown(veiled.refused(query));
    if (service != null) {
      demandAnswered(query);
    }
    int most = Query.limit(limit, MOST);
    var seen = Query.understood(cursor, () -> page(veiled, query, cursor, most));
    if (!seen.standing().filled()) {
      throw DatasetProblems.notFilled(dataset);
    }
    return seen.body();
  }

  private static RequestModel.Seen<DatasetPage> page(
      VeiledDataset veiled, DatasetQuery query, @Nullable String cursor, int limit) {
    try {
      return veiled.page(query, cursor, limit);
    } catch (DatasetUnavailableException unavailable) {
      throw new ProblemException(
          Problems.of(ProblemKind.UNAVAILABLE, String.valueOf(unavailable.getMessage())));
    } catch (DatasetRefusedException refused) {
      throw ProblemException.conflict(refused.getMessage());
    }
  }

  /** Each as {@code field:value}. */
  private static Map<String, List<String>> values(Dataset dataset, List<String> filter) {
    if (filter.size() > FilterBounds.MOST_VALUES) {
      throw ProblemException.field(
          "filter", "may be given " + FilterBounds.MOST_VALUES + " times at most");
    }
    var fields = DatasetQuery.choosing(dataset);
    var values = new LinkedHashMap<String, List<String>>();
    for (var one : filter) {
      int colon = one.indexOf(':');
      if (colon < 0 || colon == one.length() - 1 || !fields.contains(one.substring(0, colon))) {
        throw ProblemException.field(
            "filter", "must be field:value, the field one of " + String.join(", ", fields));
      }
      values
          .computeIfAbsent(one.substring(0, colon), _ -> new ArrayList<>())
          .add(one.substring(colon + 1));
    }
    return values;
  }

  private static DatasetQuery.Sort sort(
      Dataset dataset, @Nullable String given, VeiledDataset veiled) {
    return given == null
        ? veiled.usualSort(dataset)
        : DatasetQuery.sort(dataset, given)
            .orElseThrow(
                () ->
                    ProblemException.field(
                        "sort", "must be one of " + DatasetQuery.sortParameters(dataset)));
  }

  private static void demandShown(List<FieldUse> refused) {
    demandNone(refused, HiddenFields::mustNotUse);
  }

  private static void demandAnswered(DatasetQuery query) {
    demandNone(ServiceDataset.unanswered(query), Datasets::isNotAsked);
  }

  private static void demandNone(List<FieldUse> uses, UnaryOperator<String> why) {
    if (!uses.isEmpty()) {
      throw ProblemException.fields(
          uses.stream()
              .map(use -> new FieldError(use.parameter(), why.apply(use.field())))
              .toList());
    }
  }
}
