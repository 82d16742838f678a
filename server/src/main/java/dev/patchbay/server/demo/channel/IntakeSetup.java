package dev.patchbay.server.demo.channel;

import dev.patchbay.model.intake.IntakeDraft;
import dev.patchbay.model.intake.IntakeView;
import dev.patchbay.server.client.Answer;
import dev.patchbay.server.client.HubClient;
import dev.patchbay.server.demo.DemoFailure;

/** Has a hub read from a broker, as an administrator would. */
record IntakeSetup(HubClient hub) {
  /** Creates the intake, or has it follow its broker to where that listens now. */
  void put(IntakeDraft draft) {
    switch (hub.intake(draft.name())) {
      case Answer.Done<IntakeView>(var there) -> hub.changeIntake(draft, there.version()).orFail();
      case Answer.Refused<IntakeView> _ -> hub.createIntake(draft).orFail();
      case Answer.Unreachable<IntakeView>(var why) -> throw new DemoFailure(why);
    }
  }
}
