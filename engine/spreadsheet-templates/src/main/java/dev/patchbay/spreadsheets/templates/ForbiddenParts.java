package dev.patchbay.spreadsheets.templates;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What a template must not hold: what runs where it is opened, and what lies elsewhere. */
final class ForbiddenParts {
  private static final Set<String> LINKS = Set.of("http", "https", "mailto", "tel");

  private static final List<Forbidden> FORBIDDEN =
      List.of(
          new Forbidden(
              "The template holds macros. Save it as .xlsx, which has none.", "vba", "macro"),
          new Forbidden(
              "The template refers to other workbooks. Break the links in your spreadsheet program.",
              "externallink"),
          new Forbidden(
              "The template fetches data by a connection or a query. Delete that in your spreadsheet program.",
              "connections+xml",
              "querytable"),
          new Forbidden(
              "The template holds objects of other programs (OLE, ActiveX). Delete them.",
              "activex",
              "oleobject"));

  /** What is complained of, and words of the content types that give it away, in lower case. */
  private record Forbidden(String complaint, List<String> words) {
    Forbidden(String complaint, String... words) {
      this(complaint, List.of(words));
    }

    boolean isSaidBy(String contentType) {
      return words.stream().anyMatch(contentType.toLowerCase(Locale.ROOT)::contains);
    }
  }

  private ForbiddenParts() {}

  /** All of it, each for a person: what is wrong, and what to do. */
  static List<String> complaints(XSSFWorkbook workbook) {
    var complaints = new LinkedHashSet<String>();
    try {
      var parts = workbook.getPackage();
      complaints.addAll(elsewhere("the workbook", parts.getRelationships()));
      for (var part : parts.getParts()) {
        for (var forbidden : FORBIDDEN) {
          if (forbidden.isSaidBy(part.getContentType())) {
            complaints.add(forbidden.complaint());
          }
        }
        if (!part.isRelationshipPart()) {
          complaints.addAll(
              elsewhere("its part " + part.getPartName().getName(), part.getRelationships()));
        }
      }
    } catch (InvalidFormatException damaged) {
      complaints.add(
          "The template is damaged. Open it in your spreadsheet program and save it again as .xlsx.");
    }
    return List.copyOf(complaints);
  }

  private static List<String> elsewhere(String holder, PackageRelationshipCollection relations) {
    var complaints = new ArrayList<String>();
    for (var relation : relations) {
      if (relation.getTargetMode() == TargetMode.EXTERNAL) {
        complaint(holder, relation).ifPresent(complaints::add);
      }
    }
    return complaints;
  }

  private static Optional<String> complaint(String holder, PackageRelationship relation) {
    var target = relation.getTargetURI();
    if (relation.getRelationshipType().endsWith("/externalLinkPath")) {
      return Optional.empty(); // of a workbook that is complained of already
    }
    if (!relation.getRelationshipType().equals(PackageRelationshipTypes.HYPERLINK_PART)) {
      return Optional.of(
          "The template needs something that lies elsewhere: %s refers to '%s'. Put it into the workbook, or take it out."
              .formatted(holder, target));
    }
    var scheme = target.getScheme();
    return scheme != null && LINKS.contains(scheme.toLowerCase(Locale.ROOT))
        ? Optional.empty()
        : Optional.of(
            "The template links to '%s'. Links may lead to http, https, mailto and tel."
                .formatted(target));
  }
}
