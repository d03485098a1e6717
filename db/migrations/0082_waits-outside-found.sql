-- What is waited for outside this system is found by who began to wait and by who holds the dossier now.
create index opinion_outside on dossiers.opinion (answer_by, dossier_id) where answered_at is null and outside is not null;
