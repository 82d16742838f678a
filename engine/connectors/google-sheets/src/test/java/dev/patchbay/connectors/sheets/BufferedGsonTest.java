package dev.patchbay.connectors.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.http.json.JsonHttpContent;
import com.google.api.client.json.JsonFactory;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.ExtendedValue;
import com.google.api.services.sheets.v4.model.RowData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class BufferedGsonTest {
  @Test
  void writesAllThatTheClientsOwnWrites() throws IOException {
    assertThat(written(new BufferedGson()))
        .isEqualTo(written(GsonFactory.getDefaultInstance()))
        .startsWith("{\"values\":[{")
        .endsWith("}]}");
  }

  private static String written(JsonFactory json) throws IOException {
    var cell = new CellData().setUserEnteredValue(new ExtendedValue().setStringValue("北京 \"q\""));
    var row = new RowData().setValues(Collections.nCopies(10_000, cell));
    var bytes = new ByteArrayOutputStream();
    new JsonHttpContent(json, row).writeTo(bytes);
    return bytes.toString(UTF_8);
  }
}
