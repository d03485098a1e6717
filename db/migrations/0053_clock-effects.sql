-- What events do to the clock of a dossier, by regime; a procedure may say otherwise where its law does. Loaded from
-- db/seeds/clock-effects.json. An event of a dossier keeps the effect that it had: another row later changes no history.
create table catalogue.clock_effect (
  regime text not null check (regime in ('2018', '2025')),
  procedure_code text, -- null: of every procedure
  event text not null,
  effect text,
  most smallint check (most > 0), -- at most so often; null: not said
  basis text not null check (basis <> ''),
  checked boolean not null, -- compared with the text of the law
  valid_from date,
  valid_to date check (valid_to >= valid_from),
  check (case event
    when 'supplement' then effect in ('restart', 'suspend') and (most is not null or procedure_code is not null)
    when 'payment' then effect = 'suspend' and most is null
    when 'opinion' then effect in ('none', 'suspend') and most is null
    when 're-appointment' then effect is null and most is not null
    else false end)
);
create unique index clock_effect_of on catalogue.clock_effect
  (regime, event, coalesce(procedure_code, ''), coalesce(valid_from, '0001-01-01'));
grant select on catalogue.clock_effect to motcua_app;
