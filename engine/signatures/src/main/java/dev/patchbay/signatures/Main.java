package dev.patchbay.signatures;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.patchbay.signatures.PdfRefusal.About;
import dev.patchbay.signatures.check.SignatureCheck;
import dev.patchbay.signatures.sign.PdfSigner;
import dev.patchbay.signatures.sign.Signing;
import dev.patchbay.signatures.stamp.PdfStamper;
import dev.patchbay.signatures.stamp.StampFile;
import dev.patchbay.signatures.web.Authorities;
import dev.patchbay.signatures.web.TrustFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code RESULT}: reads one {@link Order} from standard input, carries it out and writes the {@link
 * Answer} into the result file.
 */
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private Main() {}

  /** Fails where there is no order, or nowhere to write the answer. */
  public static void main(String[] args) throws IOException {
    var order = JSON.readValue(System.in, Order.class);
    JSON.writeValue(Path.of(args[0]).toFile(), answer(order));
  }

  private static Answer answer(Order order) {
    try {
      return switch (order) {
        case Order.Sign sign -> signed(sign);
        case Order.Stamp(var in, var out, var stamps) -> new Answer.Stamped(stamp(in, out, stamps));
        case Order.Stamps(var stamps) ->
            new Answer.Drawn(new PdfStamper(StampFile.read(stamps)).rehearse());
        case Order.Key(var key) -> new Answer.Opened(signer().holder(key));
        case Order.Verify verify -> verified(verify);
      };
    } catch (PdfRefusal refusal) {
      return new Answer.Failed(refusal.getMessage(), refusal.about());
    } catch (IOException disk) {
      return new Answer.Failed(
          "a file cannot be read or written: " + disk.getMessage(), About.FILE);
    } catch (RuntimeException unforeseen) {
      // the edge of the process: files are not trusted, and libraries may stumble over them
      LOG.error("A PDF cannot be worked on", unforeseen);
      return new Answer.Failed(
          "the PDF is damaged, or made in a way that is not understood", About.FILE);
    }
  }

  private static Answer signed(Order.Sign order) throws IOException, PdfRefusal {
    var how =
        new Signing(
            order.level(),
            Optional.ofNullable(order.authority()),
            Optional.ofNullable(order.mark()),
            order.reason(),
            TrustFile.read(order.trust()));
    if (order.stamps() == null) {
      return new Answer.Done(signer().sign(order.in(), order.out(), order.key(), how));
    }
    var stamped = Files.createTempFile("stamped", ".pdf");
    try {
      stamp(order.in(), stamped, order.stamps());
      return new Answer.Done(signer().sign(stamped, order.out(), order.key(), how));
    } finally {
      Files.delete(stamped);
    }
  }

  private static int stamp(Path in, Path out, Path stamps) throws IOException, PdfRefusal {
    return new PdfStamper(StampFile.read(stamps)).stamp(in, out);
  }

  private static PdfSigner signer() {
    return new PdfSigner(InstantSource.system());
  }

  private static Answer verified(Order.Verify order) throws IOException, PdfRefusal {
    var authorities = order.online() ? Authorities.ONLINE : Authorities.OFFLINE;
    var check = new SignatureCheck(TrustFile.read(order.trust()), authorities);
    return new Answer.Verified(check.verify(order.in()));
  }
}
