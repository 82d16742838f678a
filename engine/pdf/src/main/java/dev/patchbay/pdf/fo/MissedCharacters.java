package dev.patchbay.pdf.fo;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fop.events.Event;
import org.apache.fop.events.EventListener;

/** Characters for which no font of the document has a glyph; FOP shows {@code #} instead. */
final class MissedCharacters implements EventListener {
  private static final String EVENT = "org.apache.fop.fonts.FontEventProducer.glyphNotAvailable";
  private static final int MOST_SHOWN = 20;

  private final Set<String> characters = Collections.synchronizedSet(new TreeSet<>());

  @Override
  public void processEvent(Event event) {
    if (EVENT.equals(event.getEventID())) {
      characters.add(String.valueOf(event.getParam("ch")));
    }
  }

  /** For a person to read; empty where all could be shown. */
  List<String> asText() {
    if (characters.isEmpty()) {
      return List.of();
    }
    var shown = String.join(" ", characters.stream().limit(MOST_SHOWN).toList());
    return List.of("characters that no font here has: " + shown);
  }
}
