package dev.patchbay.connectors.webdav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultistatusTest {
  @Test
  void readsWhatAServerTells() throws IOException {
    var answer =
        """
        <?xml version="1.0" encoding="utf-8"?>
        <D:multistatus xmlns:D="DAV:" xmlns:x="urn:other">
          <D:response><D:href>/dav/</D:href>
            <D:propstat><D:prop><D:resourcetype><D:collection/></D:resourcetype></D:prop>
              <D:status>HTTP/1.1 200 OK</D:status></D:propstat>
            <D:propstat><D:prop><D:getcontentlength/></D:prop>
              <D:status>HTTP/1.1 404 Not Found</D:status></D:propstat>
          </D:response>
          <D:response><D:href>/dav/K%C3%B6ln%20%2B+1.csv</D:href>
            <D:propstat><D:prop><D:resourcetype/><D:getcontentlength>12</D:getcontentlength>
              <D:getlastmodified>Thu, 26 Nov 2026 23:05:09 GMT</D:getlastmodified>
              <D:getetag>W/"12-7"</D:getetag>
              <x:getcontentlength>99</x:getcontentlength></D:prop>
              <D:status>HTTP/1.1 200 OK</D:status></D:propstat>
          </D:response>
        </D:multistatus>
        """;

    assertThat(read(answer))
        .containsExactly(
            new Resource("/dav/", true, OptionalLong.empty(), Optional.empty(), Optional.empty()),
            new Resource(
                "/dav/K%C3%B6ln%20%2B+1.csv",
                false,
                OptionalLong.of(12),
                Optional.of(Instant.parse("2026-11-26T23:05:09Z")),
                Optional.of("W/\"12-7\"")));
    assertThat(read(answer)).extracting(Resource::name).containsExactly("dav", "Köln ++1.csv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a xmlns='DAV:'>&e;</a>",
        "<!DOCTYPE a [<!ENTITY e 'eeee'>]><a xmlns='DAV:'><response><href>&e;</href></response></a>",
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a/>",
        "<!DOCTYPE a><a/>",
        "<a xmlns='DAV:'><response>",
        "no XML",
        ""
      })
  void refusesWhatItNeedNotRead(String answer) {
    assertThatThrownBy(() -> read(answer)).isInstanceOf(IOException.class);
  }

  @Test
  void refusesALengthThatIsNone() {
    assertThatThrownBy(
            () ->
                read(
                    "<a xmlns='DAV:'><response><propstat><getcontentlength>x</getcontentlength>"
                        + "</propstat></response></a>"))
        .isInstanceOf(IOException.class);
  }

  private static List<Resource> read(String answer) throws IOException {
    return Multistatus.read(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
  }
}
