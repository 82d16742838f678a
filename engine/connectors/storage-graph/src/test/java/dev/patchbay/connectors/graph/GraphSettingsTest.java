package dev.patchbay.connectors.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.SettingFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphSettingsTest {
  private static final Map<String, String> RIGHT =
      Map.of(
          "tenant", "contoso.example",
          "client-id", "11111111-2222-3333-4444-555555555555",
          "drive", "b!a-B_9");

  @ParameterizedTest
  @CsvSource({
    "tenant, a/b",
    "client-id, a b",
    "drive, https://contoso.sharepoint.com/sites/a",
    "folder, a//b",
    "folder, a/../b",
    "folder, a/~$b",
    "folder, a:b",
    "graph-url, http://graph.example/v1.0",
    "login-url, http://login.example",
    "login-url, https://user:word@login.example",
    "graph-url, https://graph.example/v1.0?a=b"
  })
  void namesASettingThatIsWrong(String name, String value) {
    var settings = new HashMap<>(RIGHT);
    settings.put(name, value);

    assertThat(new GraphType().faults(settings))
        .extracting(SettingFault::setting)
        .containsExactly(name);
  }

  @Test
  void takesSettingsThatAreRight() {
    var settings = new HashMap<>(RIGHT);
    settings.putAll(Map.of("folder", "/Reports/of the hub/", "graph-url", "http://127.0.0.1:1"));

    assertThat(new GraphType().faults(settings)).isEmpty();
  }

  @Test
  void namesAreEncodedAsOneSegmentEach() {
    var settings = GraphSettings.of(RIGHT);

    assertThat(settings.at(List.of(), ""))
        .hasToString("https://graph.microsoft.com/v1.0/drives/b%21a-B_9/root");
    assertThat(settings.at(List.of(), "/children"))
        .hasToString("https://graph.microsoft.com/v1.0/drives/b%21a-B_9/root/children");
    assertThat(settings.at(List.of("a b", "ä+#%2F.csv"), "/content"))
        .hasToString(
            "https://graph.microsoft.com/v1.0/drives/b%21a-B_9/root:/a%20b/%C3%A4%2B%23%252F.csv:/content");
    assertThat(settings.scope()).isEqualTo("https://graph.microsoft.com/.default");
  }
}
