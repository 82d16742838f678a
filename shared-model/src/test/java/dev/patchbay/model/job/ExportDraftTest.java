package dev.patchbay.model.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.patchbay.model.dataset.RowFilter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExportDraftTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private static ExportDraft read(String json) throws JsonProcessingException {
    return JSON.readValue(json.replace('\'', '"'), ExportDraft.class);
  }

  @Test
  void whatWasStoredWhenThereWereOnlyRequestsIsUnderstood() throws JsonProcessingException {
    var stored =
        read(
            """
            {'dataset':'requests','format':'CSV','sort':'id','columns':['id'],'name':null,'language':null,
             'filter':{'status':['open','new'],'category':[],'assignee':[],'from':'2026-01-01T00:00:00Z','to':null,'text':'lamp'}}
            """);
    var filter =
        new RowFilter(
            Map.of("status", List.of("open", "new"), "category", List.of(), "assignee", List.of()),
            Instant.parse("2026-01-01T00:00:00Z"),
            null,
            "lamp");
    assertThat(stored)
        .isEqualTo(
            new ExportDraft("requests", ExportFormat.CSV, filter, "id", List.of("id"), null, null));
  }

  @Test
  void theDialectOfAFileIsKeptAndNothingIsWrittenWhereThereIsNone() throws JsonProcessingException {
    var usual = read("{'format':'CSV'}");
    assertThat(JSON.writeValueAsString(usual)).doesNotContain("csv");
    var dialect =
        new CsvDialect(
            "semicolon", CsvDialect.Quotes.ALL, "windows-1250", false, CsvDialect.LineEnd.LF);
    assertThat(JSON.readValue(JSON.writeValueAsString(usual.in(dialect)), ExportDraft.class))
        .isEqualTo(usual.in(dialect));
  }

  @Test
  void fieldsThatChooseStandBesideTheTime() throws JsonProcessingException {
    var filter = RowFilter.of("requestId", "r-1", "r-2").between(Instant.EPOCH, Instant.MAX);
    var tree = JSON.valueToTree(filter);
    assertThat(tree.toString())
        .contains("\"requestId\":[\"r-1\",\"r-2\"]", "\"from\":\"1970-01-01T00:00:00Z\"")
        .doesNotContain("values");
    assertThat(JSON.treeToValue(tree, RowFilter.class)).isEqualTo(filter);
  }

  @Test
  void whatNamesNoDatasetIsOfRequests() throws JsonProcessingException {
    assertThat(read("{'format':'CSV'}"))
        .isEqualTo(
            new ExportDraft("requests", ExportFormat.CSV, null, null, List.of(), null, null));
  }
}
