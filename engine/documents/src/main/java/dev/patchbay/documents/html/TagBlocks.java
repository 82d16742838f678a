package dev.patchbay.documents.html;

import dev.patchbay.documents.html.HtmlReader.Region;
import dev.patchbay.documents.jinja.parse.BlockTags;
import dev.patchbay.documents.jinja.parse.Segment;
import dev.patchbay.documents.jinja.value.Fault;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Blocks of tags begin and end in the same text or attribute. Else what is around a tag would
 * depend on data.
 */
final class TagBlocks {
  private final Deque<Block> open = new ArrayDeque<>();

  /** One that is open. */
  private record Block(String word, Region region) {}

  /** Goes past a tag; what does not belong together is found by who reads the tags themselves. */
  void pass(Segment.Tag tag, Region region) {
    var word = tag.word();
    var block = open.peek();
    boolean isRaw = block != null && block.word().equals("raw");
    if (tag.kind() != Segment.Kind.STATEMENT || (isRaw && !word.equals("endraw"))) {
      return;
    }
    if (BlockTags.opens(tag)) {
      open.push(new Block(word, region));
    } else if (block != null && word.equals(BlockTags.end(block.word()))) {
      open.pop();
      refuse(block, region);
    } else if (block != null && BlockTags.continues(word)) {
      refuse(block, region);
    }
  }

  private static void refuse(Block block, Region region) {
    if (!block.region().equals(region)) {
      throw new Fault(
          "the block begins in another text or attribute than this",
          "Begin and end it in the same attribute, or both outside of <…>.");
    }
  }
}
