package dev.patchbay.connectors.email;

import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Setting;
import dev.patchbay.spi.SettingFault;
import dev.patchbay.spi.message.MessageTarget;
import dev.patchbay.spi.message.MessageTargetType;
import java.util.List;
import java.util.Map;

/** {@code email}: a mail server that takes messages by SMTP. */
public final class EmailType implements MessageTargetType {
  @Override
  public String name() {
    return "email";
  }

  @Override
  public String version() {
    return "1.0";
  }

  @Override
  public String label() {
    return "E-mail";
  }

  @Override
  public List<Setting> settings() {
    return EmailForm.settings();
  }

  @Override
  public List<SettingFault> faults(Map<String, String> settings) {
    return EmailForm.faults(settings);
  }

  @Override
  public MessageTarget open(ConnectorContext context) {
    return new SmtpTarget(EmailSettings.of(context.settings()), context);
  }
}
