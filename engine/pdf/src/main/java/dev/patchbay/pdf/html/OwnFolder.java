package dev.patchbay.pdf.html;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.BiPredicate;

/**
 * Lets an HTML file have what lies in its own folder or below, links followed, and what it carries
 * as {@code data:}. Everything else is noted and left out.
 */
final class OwnFolder implements BiPredicate<String, ExternalResourceType> {
  private final Path folder;
  private final Set<String> leftOut = new ConcurrentSkipListSet<>();

  /** With a folder that is no symbolic link. */
  OwnFolder(Path folder) {
    this.folder = folder;
  }

  /** What files are named from. */
  String address() {
    return folder.toUri().toString();
  }

  @Override
  public boolean test(String uri, ExternalResourceType type) {
    if (uri.startsWith("data:") || lies(uri)) {
      return true;
    }
    leftOut.add(uri + ", which is not in the folder of the HTML file");
    return false;
  }

  private boolean lies(String uri) {
    try {
      var address = URI.create(uri);
      return "file".equals(address.getScheme()) && Path.of(address).toRealPath().startsWith(folder);
    } catch (IOException | IllegalArgumentException absent) {
      return false;
    }
  }

  /** What was asked for in vain, for a person to read. */
  List<String> leftOut() {
    return List.copyOf(leftOut);
  }
}
