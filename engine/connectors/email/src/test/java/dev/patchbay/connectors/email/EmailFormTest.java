package dev.patchbay.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.SettingFault;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailFormTest {
  private static final Map<String, String> GOOD =
      Map.of("host", "smtp.example.org", "from", "hub@example.org");

  @Test
  void takesWhatIsNeeded() {
    assertThat(new EmailType().faults(GOOD)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "host,smtp example",
    "port,0",
    "port,65536",
    "port,smtp",
    "security,ssl",
    "security,none",
    "trusted-certificates,MIIB",
    "authentication,oauth",
    "token-url,http://login.example.org/token",
    "token-url,https://user:secret@login.example.org/token",
    "scope,'a\nb'",
    "user,'a\nb'",
    "from,hub",
    "from,'hub@example.org\r\nBcc: x@example.org'",
    "from-name,'Hub\r\nBcc: x@example.org'",
    "reply-to,a b@example.org",
    "recipients-per-message,0",
    "timeout-seconds,301"
  })
  void namesASettingThatIsWrong(String name, String value) {
    var settings = new HashMap<>(GOOD);
    settings.put(name, value);
    settings.put("client-id", "hub");

    assertThat(new EmailType().faults(settings))
        .extracting(SettingFault::setting)
        .containsExactly(name);
  }

  @Test
  void asksForTheClientWhereTokensAreFetched() {
    var settings = new HashMap<>(GOOD);
    settings.put("token-url", "https://login.example.org/token");
    assertThat(new EmailType().faults(settings))
        .extracting(SettingFault::setting)
        .containsExactly("client-id");

    settings.put("client-id", "hub");
    assertThat(new EmailType().faults(settings)).isEmpty();
  }

  @Test
  void takesNoSecurityOnThisMachineOrWhereItIsSaid() {
    var here = new HashMap<>(GOOD);
    here.putAll(Map.of("security", "none", "host", "127.0.0.1"));
    assertThat(new EmailType().faults(here)).isEmpty();

    var there = new HashMap<>(GOOD);
    there.putAll(Map.of("security", "none", "allow-unencrypted", "true"));
    assertThat(new EmailType().faults(there)).isEmpty();
  }
}
