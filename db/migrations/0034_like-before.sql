-- "Như hồ sơ trước": a draft begun with what is the same as in an earlier dossier.
alter table counter.draft
  add column like_dossier text, -- number of the dossier it was copied from: goes with that dossier's personal data
  add column copied bytea, -- what was copied, field by field, sealed as the rest; marks what nobody has changed yet
  add constraint draft_copied check (copied is null or sealed is not null);
create index draft_like on counter.draft (like_dossier) where like_dossier is not null;
