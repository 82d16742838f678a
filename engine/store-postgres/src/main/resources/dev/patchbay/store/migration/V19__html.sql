-- Templates may be HTML. What a node of the version before makes is a Word template.

ALTER TABLE template ADD COLUMN kind text NOT NULL DEFAULT 'DOCX';  -- what all its versions are written in
