-- One row a backup that was tried: when, where, how big, and what stood in the way. Written by the command as the
-- owner of the data; the programs only read it (health page, schedule).
create table platform.backup (
  id uuid primary key,
  started_at timestamptz(0) not null, -- machine time: what was committed before it is in the backup
  ended_at timestamptz(0) not null check (ended_at >= started_at),
  scheduled boolean not null,
  parent text not null, -- folder that holds the backups
  name text, -- folder of this one below it; null when there is none
  bytes bigint,
  files integer,
  checked boolean not null, -- restored into a temporary place and verified there
  problem text, -- key of the sentence that says why there is no backup
  problem_params jsonb not null default '{}',
  check ((problem is null) = (name is not null and bytes is not null and files is not null and checked))
);
grant select on platform.backup to motcua_app;
create index backup_whole on platform.backup (started_at desc) where problem is null;
create index backup_tried on platform.backup (parent, started_at desc);

-- The health page names the structure of the data.
grant select on public.motcua_migration to motcua_app;
