package dev.patchbay.signatures.check;

import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlObjectModification;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was changed in a file after a signature was made, for people to read. */
final class Changes {
  private static final int MOST_NAMED = 5;

  private Changes() {}

  static List<String> after(SignatureWrapper signature) {
    var changes = new ArrayList<String>();
    addPages(changes, signature.getPdfPageDifferenceConcernedPages(), "were added or taken away");
    addPages(changes, signature.getPdfVisualDifferenceConcernedPages(), "look different");
    addPages(changes, signature.getPdfAnnotationsOverlapConcernedPages(), "have notes over others");
    add(changes, signature.getPdfSignatureOrFormFillChanges(), "signatures or fields of forms");
    add(changes, signature.getPdfAnnotationChanges(), "notes");
    add(changes, signature.getPdfExtensionChanges(), "what later checks need");
    add(changes, signature.getPdfUndefinedChanges(), "other parts of the file");
    return changes;
  }

  private static void addPages(List<String> changes, List<BigInteger> pages, String what) {
    if (!pages.isEmpty()) {
      changes.add("pages that " + what + ": " + named(pages, BigInteger::toString));
    }
  }

  private static void add(List<String> changes, List<XmlObjectModification> parts, String what) {
    if (!parts.isEmpty()) {
      changes.add(what + ": " + named(parts, Changes::name));
    }
  }

  private static String name(XmlObjectModification part) {
    return part.getFieldName() == null ? part.getValue() : part.getFieldName();
  }

  private static <T> String named(List<T> things, Function<T, String> name) {
    var names = things.stream().map(name).distinct().toList();
    var first = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return names.size() > MOST_NAMED ? first + ", …" : first;
  }
}
