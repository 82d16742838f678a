package dev.patchbay.core.mail;

import dev.patchbay.core.stored.NamedStore;
import dev.patchbay.model.mail.MailListDraft;
import dev.patchbay.model.mail.MailListView;

/** Distribution lists. */
public interface MailListStore extends NamedStore<MailListDraft, MailListView> {}
