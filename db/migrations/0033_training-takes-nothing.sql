-- A training dossier takes no money and no number of a certification book: the books themselves refuse it.
alter table cash.payment add constraint payment_of_real_dossier check (dossier_number not like 'THU-%');
alter table certification.entry add constraint entry_of_real_dossier check (dossier_number not like 'THU-%');
