package dev.patchbay.server.mail;

import dev.patchbay.model.job.RecipientView;
import dev.patchbay.model.job.RecipientView.State;
import dev.patchbay.spi.message.MailAddress;
import dev.patchbay.spi.message.Receipt;
import java.util.List;
import java.util.Map;

/** Receipts of recipients as they are noted. */
public final class RecipientViews {
  private RecipientViews() {}

  /** One for each recipient. */
  public static List<RecipientView> of(Map<MailAddress, Receipt> receipts) {
    return receipts.entrySet().stream()
        .map(entry -> view(entry.getKey().toString(), entry.getValue()))
        .toList();
  }

  private static RecipientView view(String address, Receipt receipt) {
    return switch (receipt) {
      case Receipt.Accepted() -> new RecipientView(address, State.ACCEPTED, null);
      case Receipt.Refused(var cause) -> new RecipientView(address, State.REFUSED, cause.message());
      case Receipt.Later(var cause) -> new RecipientView(address, State.WAITING, cause.message());
      case Receipt.Unknown(var cause) -> new RecipientView(address, State.UNKNOWN, cause.message());
    };
  }

  /** Whether it is still to be sent to. */
  public static boolean isOpen(State state) {
    return switch (state) {
      case WAITING, UNKNOWN -> true;
      case ACCEPTED, REFUSED -> false;
    };
  }
}
