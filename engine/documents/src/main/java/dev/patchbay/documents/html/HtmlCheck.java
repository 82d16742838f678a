package dev.patchbay.documents.html;

import dev.patchbay.documents.html.HtmlReader.Region;
import dev.patchbay.documents.jinja.parse.Complaints;
import dev.patchbay.documents.jinja.tree.Place;
import dev.patchbay.documents.jinja.tree.PlacedFault;
import dev.patchbay.documents.jinja.value.Fault;
import java.util.HashSet;
import java.util.Set;

/**
 * Looks HTML over: what is in it, and where its tags stand. It stands for one file.
 *
 * <p>What readers follow, show or carry out is gathered, word for word. No tag can stand in it, so
 * a document made of a template has the same, or it comes from somewhere else.
 */
final class HtmlCheck implements HtmlReader.Listener {
  /** Places are counted out, which takes a while in a large file. */
  private static final int MOST_FAULTS = 100;

  private final MarkedHtml html;
  private final HtmlRules rules;
  private final Complaints complaints;
  private final TagBlocks blocks = new TagBlocks();
  private final Set<String> active = new HashSet<>();
  private int tags;
  private int faults;

  private HtmlCheck(MarkedHtml html, HtmlRules rules, Complaints complaints) {
    this.html = html;
    this.rules = rules;
    this.complaints = complaints;
  }

  /** What of it does something: links, pictures, styles and the like, as they are written. */
  static Set<String> active(MarkedHtml html, HtmlRules rules, Complaints complaints) {
    var check = new HtmlCheck(html, rules, complaints);
    new HtmlReader(html.text(), check).read();
    return Set.copyOf(check.active);
  }

  @Override
  public void element(Element element) {
    guarded(element.at(), () -> rules.check(element));
    for (var attribute : element.attributes()) {
      guarded(element.at(), () -> rules.check(element, attribute));
      if (!HtmlRules.isPlain(attribute.name())) {
        active.add(element.name() + " " + attribute.name() + "=" + attribute.value());
      }
    }
  }

  @Override
  public void raw(String element, String content, int from) {
    if (element.equals("style")) {
      guarded(from, () -> rules.checkStyle(content));
      active.add("style " + content);
    }
  }

  @Override
  public void tag(Region region) {
    var tag = html.tags().get(tags++);
    try {
      refuse(region);
      blocks.pass(tag, region);
    } catch (Fault fault) {
      complain(fault, tag.place());
    }
  }

  private static void refuse(Region region) {
    switch (region.kind()) {
      case TEXT -> {}
      case VALUE -> {
        if (!HtmlRules.isPlain(region.name())) {
          throw new Fault(
              "data would choose what the attribute “" + region.name() + "” does",
              "Choose a class with it, such as class=\"{{ name }}\", or show it as text.");
        }
      }
      case BARE_VALUE ->
          throw new Fault("the attribute has no quotes", "Write " + region.name() + "=\"…\".");
      case MARKUP ->
          throw new Fault(
              "it stands inside of <…>, but not between the quotes of an attribute",
              "Put whole elements into {% if %}, or the tag between quotes.");
      case COMMENT ->
          throw new Fault(
              "it stands in a comment of HTML", "Write remarks as {# … #}, without other tags.");
      case RAW ->
          throw new Fault(
              "it stands in <" + region.name() + ">",
              "Choose a class with class=\"{{ name }}\"; in CSS, a space goes between { and #.");
    }
  }

  @Override
  public void fault(Fault fault, int position) {
    if (faults < MOST_FAULTS) {
      complain(fault, html.place(position));
    }
  }

  private void guarded(int position, Runnable check) {
    try {
      check.run();
    } catch (Fault fault) {
      fault(fault, position);
    }
  }

  private void complain(Fault fault, Place place) {
    faults++;
    complaints.add(new PlacedFault(fault, place));
  }
}
