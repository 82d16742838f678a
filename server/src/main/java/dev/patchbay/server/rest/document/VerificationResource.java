package dev.patchbay.server.rest.document;

import dev.patchbay.core.file.FileTree;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.signature.Verification;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.http.ProblemKind;
import dev.patchbay.server.http.Problems;
import dev.patchbay.server.security.Allow;
import dev.patchbay.server.signature.SignatureDesk;
import dev.patchbay.server.signature.VerificationAnswer;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /documents/verification}: what the signatures of a PDF are worth. Nothing is kept. */
@Path("documents/verification")
@Produces(MediaType.APPLICATION_JSON)
public final class VerificationResource {
  private static final Set<String> FILES =
      Set.of("application/pdf", MediaType.APPLICATION_OCTET_STREAM);
  private static final long LARGEST = 50 << 20;

  private final SignatureDesk desk;
  private final java.nio.file.Path uploads;

  /**
   * The resource.
   *
   * @param uploads directory where files are while they are looked at
   */
  public VerificationResource(SignatureDesk desk, java.nio.file.Path uploads) {
    this.desk = desk;
    this.uploads = uploads;
  }

  /** The body is the PDF. */
  @POST
  @Allow(Role.VIEWER)
  public Verification verify(
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type, InputStream body)
      throws IOException {
    demandPdf(type);
    Files.createDirectories(uploads);
    var folder = Files.createTempDirectory(uploads, "verification-");
    try {
      var file = folder.resolve("document.pdf");
      keep(body, file);
      return found(desk.verify(file).orElseThrow(VerificationResource::busy));
    } finally {
      FileTree.delete(folder);
    }
  }

  private static void demandPdf(@Nullable String type) {
    var plain = type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    if (!FILES.contains(plain)) {
      throw new ProblemException(
          Problems.of(
              ProblemKind.UNSUPPORTED_MEDIA_TYPE, "Send the PDF as the body (application/pdf)."));
    }
  }

  /** It may come without its length. */
  private static void keep(InputStream body, java.nio.file.Path file) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      var part = new byte[64 << 10];
      long length = 0;
      for (int read = body.read(part); read >= 0; read = body.read(part)) {
        length += read;
        if (length > LARGEST) {
          throw new ProblemException(
              Problems.of(ProblemKind.TOO_LARGE, "A PDF may have 50 MB to be looked at."));
        }
        out.write(part, 0, read);
      }
    }
  }

  private static Verification found(VerificationAnswer answer) {
    return switch (answer) {
      case VerificationAnswer.Verified(var found) -> found;
      case VerificationAnswer.Unreadable(var reason) ->
          throw new ProblemException(Problems.of(ProblemKind.INVALID, sentence(reason)));
      case VerificationAnswer.Absent(var reason) ->
          throw new ProblemException(Problems.of(ProblemKind.UNAVAILABLE, sentence(reason)));
    };
  }

  private static ProblemException busy() {
    return new ProblemException(
        Problems.of(
            ProblemKind.UNAVAILABLE,
            "Too many files are being looked at. Send it again in a minute."));
  }

  private static String sentence(String reason) {
    var text = Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
    return text.endsWith(".") ? text : text + ".";
  }
}
