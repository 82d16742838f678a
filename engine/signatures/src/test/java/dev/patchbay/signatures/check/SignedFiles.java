package dev.patchbay.signatures.check;

import dev.patchbay.model.signature.Verification;
import dev.patchbay.signatures.PdfRefusal;
import dev.patchbay.signatures.TestPdf;
import dev.patchbay.signatures.authority.AuthorityServer;
import dev.patchbay.signatures.authority.CertificateAuthority;
import dev.patchbay.signatures.authority.Identity;
import dev.patchbay.signatures.authority.Profile;
import dev.patchbay.signatures.sign.KeySource;
import dev.patchbay.signatures.sign.PdfSigner;
import dev.patchbay.signatures.sign.SignatureLevel;
import dev.patchbay.signatures.sign.Signing;
import dev.patchbay.signatures.web.Authorities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Files that somebody has signed whom these tests trust, and what may be done to them. */
abstract class SignedFiles {
  private static final String PASSWORD = "secret";

  static CertificateAuthority authority;
  static AuthorityServer web;
  static Identity ann;

  @TempDir Path folder;

  @BeforeAll
  static void issue() throws Exception {
    authority = CertificateAuthority.named("Test Root");
    web = AuthorityServer.of(authority);
    ann = authority.issue(Profile.signer("Ann Example"));
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  Path signed(Identity who) throws Exception {
    var out = folder.resolve("signed.pdf");
    sign(TestPdf.plain(folder.resolve("plain.pdf"), 1), out, who);
    return out;
  }

  static void sign(Path in, Path out, Identity who) throws Exception {
    var key = new KeySource.Pkcs12(who.pkcs12(PASSWORD), PASSWORD.toCharArray(), null);
    var how = new Signing(SignatureLevel.B, Optional.empty(), Optional.empty(), "", List.of());
    new PdfSigner(InstantSource.system()).sign(in, out, key, how);
  }

  static Verification verify(Path file) throws IOException, PdfRefusal {
    return new SignatureCheck(List.of(authority.root()), Authorities.OFFLINE).verify(file);
  }

  static void change(Path file, Change change) throws IOException {
    var changed = file.resolveSibling("changed.pdf");
    try (var pdf = Loader.loadPDF(file.toFile());
        var out = Files.newOutputStream(changed)) {
      change.to(pdf);
      pdf.saveIncremental(out);
    }
    Files.move(changed, file, StandardCopyOption.REPLACE_EXISTING);
  }

  interface Change {
    void to(PDDocument pdf) throws IOException;
  }
}
