package dev.patchbay.server.signature;

import dev.patchbay.model.signature.Verification;
import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Has signatures of PDF files checked. Thread-safe.
 *
 * @param trust PEM files with issuers at the ends of chains
 * @param online whether authorities that certificates name may be asked
 */
public record SignatureVerifier(SignatureProcess process, List<Path> trust, boolean online) {
  public SignatureVerifier {
    trust = List.copyOf(trust);
  }

  /** What the signatures of a file are worth. */
  public VerificationAnswer verify(Path file) throws IOException {
    var order = ServerJson.MAPPER.createObjectNode().put("$type", "Verify").put("online", online);
    order.put("in", file.toString());
    var files = order.putArray("trust");
    trust.forEach(each -> files.add(each.toString()));
    return switch (process.carryOut(order)) {
      case SignatureAnswer.Absent(var reason) -> new VerificationAnswer.Absent(reason);
      case SignatureAnswer.Failed(var reason, _) -> new VerificationAnswer.Unreadable(reason);
      case SignatureAnswer.Unfinished(var reason) -> new VerificationAnswer.Unreadable(reason);
      case SignatureAnswer.Busy _ ->
          new VerificationAnswer.Absent("the check was stopped, as the server closes");
      case SignatureAnswer.Done(var answer) ->
          new VerificationAnswer.Verified(
              ServerJson.MAPPER.treeToValue(answer.get("verification"), Verification.class));
    };
  }
}
