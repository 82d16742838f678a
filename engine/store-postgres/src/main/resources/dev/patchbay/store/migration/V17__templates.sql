-- Document templates. A version is never changed: who rolls back activates an older one. A node of the version before knows nothing of them.

CREATE TABLE template (
  name       text PRIMARY KEY,
  contract   text,                                  -- type of the events that it is filled in with, if one was chosen
  active     int NOT NULL,                          -- number of the version that documents are made of
  newest     int NOT NULL,
  version    bigint NOT NULL,                       -- counts all changes
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL
);

CREATE TABLE template_version (
  template    text NOT NULL REFERENCES template ON DELETE CASCADE,
  number      int NOT NULL,
  sha256      text NOT NULL,
  size        bigint NOT NULL,
  content     bytea STORAGE EXTERNAL NOT NULL,      -- packed by itself
  variables   jsonb NOT NULL,                       -- what of the data it uses: path, where, tag
  fonts       jsonb NOT NULL,                       -- names
  note        text,
  uploaded_at timestamptz NOT NULL,
  uploaded_by text NOT NULL,
  PRIMARY KEY (template, number),
  UNIQUE (template, sha256)
);
