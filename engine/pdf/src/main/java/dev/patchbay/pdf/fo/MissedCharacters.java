package dev.patchbay.pdf.fo;

import dev.patchbay.pdf.font.UnshownCharacters;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fop.events.Event;
import org.apache.fop.events.EventListener;

/** Characters for which no font of the document has a glyph; FOP shows {@code #} instead. */
final class MissedCharacters implements EventListener {
  private static final String EVENT = "org.apache.fop.fonts.FontEventProducer.glyphNotAvailable";

  private final Set<String> characters = Collections.synchronizedSet(new TreeSet<>());

  @Override
  public void processEvent(Event event) {
    if (EVENT.equals(event.getEventID())) {
      characters.add(String.valueOf(event.getParam("ch")));
    }
  }

  /** For a person to read; empty where all could be shown. */
  List<String> asText() {
    return UnshownCharacters.asText(characters);
  }
}
