package dev.patchbay.documents.jinja;

/** Whether a macro takes more than its parameters: it does when it names what they come in. */
final class MacroUses {
  private MacroUses() {}

  static boolean of(Node.Definition macro, String name) {
    return new FreeNames().of(macro.body()).contains(name);
  }
}
