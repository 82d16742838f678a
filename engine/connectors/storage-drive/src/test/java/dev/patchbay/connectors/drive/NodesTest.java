package dev.patchbay.connectors.drive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Overwrite;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.Sha256;
import dev.patchbay.spi.store.StorePath;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.RepeatedTest;

/** Nodes of the hub that come to one place at once; each has a store of its own. */
class NodesTest {
  private static final int NODES = 5;

  private final DriveSide side = new DriveSide();

  @RepeatedTest(3)
  void ofNodesThatAddOneNameOneDoes() throws Exception {
    var answers = publishAtOnce(node -> file("a.csv", "of node " + node));

    assertThat(side.names()).containsExactly("a.csv");
    assertThat(answers).filteredOn(Publication.Stored.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(Publication.Exists.class::isInstance).hasSize(NODES - 1);
  }

  @RepeatedTest(3)
  void filesOfNodesThatMakeOneFolderAreInOneFolder() throws Exception {
    var answers = publishAtOnce(node -> file("new/deep/" + node + ".csv", "of node " + node));

    assertThat(answers).hasOnlyElementsOfType(Publication.Stored.class);
    assertThat(side.byPath("new/deep"))
        .filteredOn(folder -> !side.children(folder.getId()).isEmpty())
        .hasSize(1);
    assertThat(side.names()).hasSize(NODES);
  }

  private List<Publication> publishAtOnce(IntFunction<FileToStore> file) throws Exception {
    var together = new CyclicBarrier(NODES);
    var publishing = new ArrayList<Future<Publication>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int node = 0; node < NODES; node++) {
        var own = file.apply(node);
        publishing.add(
            threads.submit(
                (Callable<Publication>)
                    () -> {
                      together.await();
                      return untilItIsSettled(own);
                    }));
      }
    }
    var answers = new ArrayList<Publication>();
    for (var one : publishing) {
      answers.add(one.get());
    }
    return answers;
  }

  /** As the hub does, which tries again what was not stored. */
  private Publication untilItIsSettled(FileToStore file) {
    var deadline = Deadline.in(Duration.ofSeconds(60));
    try (var store = side.connect()) {
      var answer = store.publish(file, Overwrite.REFUSE, deadline);
      while (answer instanceof Publication.NotStored && !deadline.passed()) {
        answer = store.publish(file, Overwrite.REFUSE, deadline);
      }
      return answer;
    }
  }

  private static FileToStore file(String path, String text) {
    var content = text.getBytes(UTF_8);
    return new FileToStore(
        StorePath.of(path),
        content.length,
        Sha256.of(content),
        "text/csv",
        Map.of(),
        () -> new ByteArrayInputStream(content));
  }
}
