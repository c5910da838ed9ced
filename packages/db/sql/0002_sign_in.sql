-- Sign-in: people, sessions, second factor, personal API tokens. The sign-in library owns the shape of these tables
-- (camelCase columns are its own); only the login role reaches them. They belong to a person, not to an organisation:
-- a person may be a member of several. Row security is forced so that no other role reads them by accident.
create schema auth;
grant usage on schema auth to throughline_login;

create table auth."user" (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  "twoFactorEnabled" boolean
);
create table auth.session (
  id uuid primary key default gen_random_uuid(),
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references auth."user" on delete cascade
);
create table auth.account (
  id uuid primary key default gen_random_uuid(),
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth."user" on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create table auth.verification (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create table auth."twoFactor" (
  id uuid primary key default gen_random_uuid(),
  secret text not null,
  "backupCodes" text not null,
  "userId" uuid not null references auth."user" on delete cascade,
  verified boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create table auth.apikey (
  id uuid primary key default gen_random_uuid(),
  "configId" text not null,
  name text,
  start text,
  "referenceId" text not null,
  prefix text,
  key text not null,
  "refillInterval" integer,
  "refillAmount" integer,
  "lastRefillAt" timestamptz,
  enabled boolean,
  "rateLimitEnabled" boolean,
  "rateLimitTimeWindow" integer,
  "rateLimitMax" integer,
  "requestCount" integer,
  remaining integer,
  "lastRequest" timestamptz,
  "expiresAt" timestamptz,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  permissions text,
  metadata text
);
create table auth."rateLimit" (
  id uuid primary key default gen_random_uuid(),
  key text not null unique,
  count integer not null,
  "lastRequest" bigint not null
);
-- One row: what sessions and second factors are signed and sealed with, unless the environment gives one.
create table auth.server_secret (
  only_one boolean primary key default true check (only_one),
  secret text not null
);
create index session_by_user on auth.session ("userId");
create index account_by_user on auth.account ("userId");
create index verification_by_identifier on auth.verification (identifier);
create index two_factor_by_secret on auth."twoFactor" (secret);
create index two_factor_by_user on auth."twoFactor" ("userId");
create index apikey_by_config on auth.apikey ("configId");
create index apikey_by_reference on auth.apikey ("referenceId");
create index apikey_by_key on auth.apikey (key);

do $$
declare
  target regclass;
begin
  for target in select c.oid::regclass from pg_class c where c.relnamespace = 'auth'::regnamespace and c.relkind = 'r' loop
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('create policy login_only on %s to throughline_login using (true) with check (true)', target);
    execute format('grant select, insert, update, delete on %s to throughline_login', target);
  end loop;
end $$;
