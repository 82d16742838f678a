package dev.patchbay.documents.jinja.parse;

import java.util.Set;
import java.util.regex.Pattern;

/** Which statements open a block of tags, continue it and end it. */
public final class BlockTags {
  private static final Set<String> OPENERS =
      Set.of("autoescape", "block", "call", "filter", "for", "if", "macro", "raw", "set", "with");

  private static final Set<String> MIDDLES = Set.of("elif", "else");
  private static final String END = "end";

  /** A set with its value; behind a bar, a sign stands in the argument of a filter. */
  private static final Pattern ASSIGNMENT =
      Pattern.compile(TagScanner.SPACE + "*+set\\b[^|=]*+=", Pattern.DOTALL);

  private BlockTags() {}

  /** Whether it opens a block. {@code set} does where the block is to be its value. */
  public static boolean opens(Segment.Tag tag) {
    return OPENERS.contains(tag.word()) && !ASSIGNMENT.matcher(tag.body()).lookingAt();
  }

  /** Whether a statement of this word continues a block. */
  public static boolean continues(String word) {
    return MIDDLES.contains(word);
  }

  /** The word of the statement that ends a block that one of this word opens. */
  public static String end(String opener) {
    return END + opener;
  }

  /** Whether a statement of this word continues or ends a block. */
  static boolean isPart(String word) {
    return continues(word)
        || (word.startsWith(END) && OPENERS.contains(word.substring(END.length())));
  }
}
