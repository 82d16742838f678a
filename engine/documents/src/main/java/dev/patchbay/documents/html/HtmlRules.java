package dev.patchbay.documents.html;

import dev.patchbay.documents.html.Element.Attribute;
import dev.patchbay.documents.jinja.value.Fault;
import dev.patchbay.documents.jinja.value.Markup;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which HTML documents are made of. A list of what is let in, as nobody can list what the readers
 * of the world carry out.
 */
final class HtmlRules {
  private static final Set<String> ELEMENTS =
      Set.of(
          ("a abbr acronym address article aside b bdi bdo big blockquote body br caption center"
                  + " cite code col colgroup data dd del details dfn div dl dt em figcaption figure"
                  + " font footer h1 h2 h3 h4 h5 h6 head header hgroup hr html i img ins kbd li link"
                  + " main mark meta nav ol p pre q rp rt ruby s samp section small span strike"
                  + " strong style sub summary sup table tbody td tfoot th thead time title tr tt u"
                  + " ul var wbr")
              .split(" "));

  /** Attributes that say something of the text, and nothing to be carried out or looked like. */
  private static final Set<String> PLAIN =
      Set.of(
          ("abbr alt class colspan content datetime dir headers id lang name role rowspan scope"
                  + " span start summary title translate value")
              .split(" "));

  private static final Set<String> OTHERS =
      Set.of(
          ("align bgcolor border cellpadding cellspacing char charset color cols face frame height"
                  + " hidden href hspace http-equiv media noshade nowrap open rel reversed rules"
                  + " size src style tabindex target type valign vspace width")
              .split(" "));

  /** openhtmltopdf makes style of these plain ones, too; a semicolon would begin one of its own. */
  private static final Set<String> NUMBERS = Set.of("colspan", "rowspan", "span");

  private static final Pattern NUMBER = Pattern.compile("[" + MarkedHtml.TAG + "\\w\\s%+.-]*+");
  private static final Pattern FREE = Pattern.compile("(?:aria|data)-[a-z0-9.-]+");
  private static final Pattern UTF_8 =
      Pattern.compile("\\s*text/html\\s*;\\s*charset\\s*=\\s*utf-8\\s*", Pattern.CASE_INSENSITIVE);

  private final Addresses addresses;
  private final StyleRules styles;

  HtmlRules(Reach reach) {
    this.addresses = new Addresses(reach);
    this.styles = new StyleRules(addresses);
  }

  /** Whether data may choose what an attribute says. */
  static boolean isPlain(String attribute) {
    return PLAIN.contains(attribute) || FREE.matcher(attribute).matches();
  }

  /** Refuses a whole element by a {@code Fault}. */
  void check(Element element) {
    var name = element.name();
    if (!ELEMENTS.contains(name)) {
      throw new Fault("<" + name + "> has no place in a document", "Take it out.");
    }
    if (name.equals("link") && !element.value("rel").strip().equalsIgnoreCase("stylesheet")) {
      throw new Fault("a <link> names something else than a style sheet", "Take it out.");
    }
    boolean hasType = !element.value("http-equiv").isEmpty();
    if (hasType && !UTF_8.matcher(element.value("content")).matches()) {
      throw new Fault(
          "a <meta http-equiv> does something else than to name UTF-8",
          "Take it out, or write <meta charset=\"utf-8\">.");
    }
  }

  /** Refuses an attribute by a {@code Fault}. */
  void check(Element element, Attribute attribute) {
    switch (attribute.name()) {
      case "style" -> style(Markup.unescape(attribute.value()));
      case "href" -> href(element, attribute.value().strip());
      case "src" -> src(element, attribute.value().strip());
      case "charset" -> charset(attribute);
      case "http-equiv" ->
          refuse(
              attribute.has("content-type")
                  ? Optional.empty()
                  : Optional.of("a <meta http-equiv> does something by itself"),
              "Take it out.");
      case String name -> other(name, attribute);
    }
  }

  private void other(String name, Attribute attribute) {
    if (OTHERS.contains(name)) {
      style(Markup.unescape(attribute.value())); // openhtmltopdf makes style of them, as written
    } else if (!isPlain(name)) {
      throw new Fault("the attribute “" + name + "” has no place in a document", "Take it out.");
    } else if (NUMBERS.contains(name) && !NUMBER.matcher(attribute.value()).matches()) {
      throw new Fault("the attribute “" + name + "” is no number", "Write one, such as 2.");
    }
  }

  private void style(String css) {
    if (css.contains("&")) {
      throw new Fault("a style has “&”", "Write the character itself.");
    }
    styles.check(css);
  }

  private void href(Element element, String address) {
    switch (element.name()) {
      case "a" ->
          refuse(
              addresses.link(address),
              "Links may lead to http, https, mailto, tel, and with # into the document.");
      case "link" -> refuse(addresses.content(address), addresses.advice());
      default -> refuse(Optional.of("<" + element.name() + "> has a link"), "Use <a href>.");
    }
  }

  private void src(Element element, String address) {
    refuse(
        element.name().equals("img")
            ? addresses.content(address)
            : Optional.of("<" + element.name() + "> has a source"),
        addresses.advice());
  }

  private static void charset(Attribute attribute) {
    refuse(
        attribute.has("utf-8")
            ? Optional.empty()
            : Optional.of("the file says that it is not in UTF-8"),
        "Save it in UTF-8, and write <meta charset=\"utf-8\">.");
  }

  private static void refuse(Optional<String> what, String advice) {
    what.ifPresent(
        wrong -> {
          throw new Fault(wrong, advice);
        });
  }

  /** Refuses the text of a style element by a {@code Fault}. */
  void checkStyle(String css) {
    styles.check(css);
  }
}
