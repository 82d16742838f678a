package dev.patchbay.spreadsheets.read.xlsx;

import dev.patchbay.spreadsheets.Refusal;

/** Text with formatted runs, of which only the text is wanted. */
final class RichText {
  private RichText() {}

  /** Reads up to the end of an element; how it is pronounced is no part of the text. */
  static void read(XmlPart xml, String element, TextBuffer text) throws Refusal {
    text.clear();
    boolean inText = false;
    while (xml.next() && !xml.isEnd(element)) {
      if (xml.isText()) {
        if (inText) {
          xml.addTextTo(text);
        }
      } else if (xml.isStart("rPh")) {
        xml.skip();
      } else if (xml.isStart("t")) {
        inText = true;
      } else if (xml.isEnd("t")) {
        inText = false;
      }
    }
  }
}
