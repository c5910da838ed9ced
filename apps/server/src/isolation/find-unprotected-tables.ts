/** Looks through the database catalogue for anything that row security does not hold. Used by the isolation tests. */

/** One table of the catalogue as far as isolation goes. */
export interface TableProtection {
  readonly table: string;
  readonly rowSecurity: boolean;
  readonly forced: boolean;
  readonly hasOrganisation: boolean;
  readonly publicByDesign: boolean;
  /** Commands (select, insert, update, delete) the app role may run. */
  readonly granted: readonly string[];
  /** The same of the sealer. */
  readonly sealerGranted: readonly string[];
  readonly policies: number;
}

/** A foreign key between two tables that belong to organisations. */
export interface ForeignKey {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly columns: readonly string[];
  /** The app role may change one of its columns. */
  readonly updatable: boolean;
}

export const protectionQuery = `
  select n.nspname || '.' || c.relname as "table",
    c.relrowsecurity as "rowSecurity",
    c.relforcerowsecurity as forced,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped and a.attnotnull) as "hasOrganisation",
    coalesce(obj_description(c.oid, 'pg_class'), '') like '%public by design%' as "publicByDesign",
    array(select p from unnest(array['select', 'insert', 'update', 'delete']) p where has_table_privilege('throughline_app', c.oid, p)) as granted,
    array(select p from unnest(array['select', 'insert', 'update', 'delete']) p where has_table_privilege('throughline_sealer', c.oid, p)) as "sealerGranted",
    (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'f', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'migration')
    and n.nspname not like 'pg_toast%' and n.nspname not like 'pg_temp%'
  order by 1`;

export const foreignKeyQuery = `
  select c.conname as name, c.conrelid::regclass::text as "from", c.confrelid::regclass::text as "to",
    array(select a.attname::text from unnest(c.conkey) k join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k) as columns,
    (select bool_or(has_column_privilege('throughline_app', c.conrelid, k, 'update')) from unnest(c.conkey) k) as updatable
  from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace order by 1`;

/** Policies of one table, with the condition that new rows must meet. */
export interface Policy {
  readonly table: string;
  readonly check: string;
  /** Must hold beside the others; a permissive one suffices by itself. */
  readonly restrictive: boolean;
  /** `a` insert, `w` update, `*` all; as the catalogue has it. */
  readonly command: string;
  /** What functions of ours that the condition asks look up, by name. */
  readonly asks: Readonly<Record<string, readonly string[]>>;
}

export const policyQuery = `
  select polrelid::regclass::text as "table", p.check as "check",
    not polpermissive as restrictive, polcmd::text as command,
    coalesce((
      select jsonb_object_agg(f.proname, array(select distinct m[1] from regexp_matches(pg_get_functiondef(f.oid), '(?:from|join) (?:public\\.)?(\\w+)', 'gi') m))
      from pg_proc f
      where f.pronamespace = 'private'::regnamespace and f.prokind = 'f'
        and strpos(p.check, 'private.' || f.proname || '(') > 0
    ), '{}') as asks
  from (
    -- Without a condition of their own, rows that are changed meet the one they were found by.
    select *, coalesce(pg_get_expr(polwithcheck, polrelid), case when polcmd in ('w', '*') then pg_get_expr(polqual, polrelid) end, '') as check
    from pg_policy
  ) p`;

/** A unique index of an organisation's table. */
export interface UniqueIndex {
  readonly table: string;
  readonly name: string;
  readonly columns: readonly string[];
  /** One column that the server fills with a random UUID, or said to be random (or guarded) by design in its comment. */
  readonly saysNothing: boolean;
}

export const uniqueIndexQuery = `
  select c.relname::text as "table", i.relname::text as name,
    array(select a.attname::text from unnest(x.indkey) k join pg_attribute a on a.attrelid = c.oid and a.attnum = k) as columns,
    coalesce(obj_description(i.oid, 'pg_class') ~* '(random|guarded) by design', false)
      or (x.indnkeyatts = 1 and exists (
        select from pg_attrdef d where d.adrelid = c.oid and d.adnum = x.indkey[0] and pg_get_expr(d.adbin, d.adrelid) = 'gen_random_uuid()'
      )) as "saysNothing"
  from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
  where x.indisunique and c.relnamespace = 'public'::regnamespace order by 1, 2`;

/**
 * Names each unique index by whose error another organisation's row could be told: uniqueness is checked before foreign
 * keys, so the index must carry the column by which the table's policies tell who may write.
 */
export function findTellingIndexes(
  indexes: readonly UniqueIndex[],
  policies: readonly Policy[],
): string[] {
  return indexes.flatMap((index) => {
    const writers = policies
      .filter((policy) => policy.table === index.table)
      .flatMap((policy) => [...policy.check.matchAll(writerColumn)].map((found) => found[1] ?? ""));
    const scope = writers.length === 0 ? ["organisation_id"] : [...new Set(writers)];
    if (index.saysNothing || scope.every((column) => index.columns.includes(column))) return [];
    return [`${index.table}: ${index.name} may tell of another organisation's row`];
  });
}

/** `organisation_id = (SELECT private.acting_organisation() …)` as the catalogue prints it. */
const writerColumn = /(\w+) = \( ?SELECT private\.acting_organisation\(\)/gi;

/** Names what is wrong with each table; empty when all hold. */
export function findUnprotectedTables(tables: readonly TableProtection[]): string[] {
  return tables.flatMap((table) => {
    const faults: string[] = [];
    // The queue's tables are the library's, without row security: nobody but the login role has a right in them.
    if (table.table.startsWith("jobs.")) {
      if (table.granted.length > 0)
        faults.push(`${table.table}: the app role may ${table.granted.join(", ")}`);
      if (table.sealerGranted.length > 0)
        faults.push(`${table.table}: the sealer may ${table.sealerGranted.join(", ")}`);
      return faults;
    }
    if (!table.rowSecurity) faults.push(`${table.table}: row security is off`);
    if (!table.forced) faults.push(`${table.table}: row security is not forced on the owner`);
    if (table.policies === 0) faults.push(`${table.table}: there is no policy`);
    if (table.table.startsWith("public.")) {
      if (
        !table.hasOrganisation &&
        !table.publicByDesign &&
        table.table !== "public.organisations"
      ) {
        faults.push(`${table.table}: rows belong to no organisation and are not public by design`);
      }
    } else if (table.granted.length > 0) {
      faults.push(`${table.table}: the app role may ${table.granted.join(", ")}`);
    }
    return faults;
  });
}

/**
 * Names each foreign key by which a row could point at another organisation's: it must carry the organisation, point
 * at the organisation itself, or be covered by a policy that looks the target up under row security.
 */
export function findLooseReferences(
  keys: readonly ForeignKey[],
  policies: readonly Policy[],
): string[] {
  return keys.flatMap((key) => {
    if (
      key.to === "organisations" ||
      key.columns.includes("organisation_id") ||
      key.columns.includes("granted_by")
    )
      return [];
    const writing = policies.filter((policy) => policy.table === key.from && policy.check !== "");
    const commands = key.updatable ? ["a", "w"] : ["a"];
    const covered = commands.every((command) => {
      const asked = writing.filter((policy) => [command, "*"].includes(policy.command));
      const permissive = asked.filter(({ restrictive }) => !restrictive);
      // Nobody may change rows of a table that has no policy for it.
      if (command === "w" && permissive.length === 0) return true;
      // One that must always hold suffices; of those that each suffice, all must ask.
      return (
        asked.some((policy) => policy.restrictive && looksUp(policy, key)) ||
        (permissive.length > 0 && permissive.every((policy) => looksUp(policy, key)))
      );
    });
    return covered
      ? []
      : [
          `${key.from}.${key.columns.join(", ")} may point at another organisation's row of ${key.to}`,
        ];
  });
}

/** Whether the condition asks for the row that the key points at, under the writer's own row security. */
function looksUp({ check, asks }: Policy, key: ForeignKey): boolean {
  if (
    key.columns.every((column) => check.includes(`.${column}`)) &&
    check.includes(`FROM ${key.to} `)
  )
    return true;
  // The same question asked in a function of its own, where naming the table would never end. Whoever sits at a table
  // has been held against its series when sitting down.
  const tables = key.to === "dialogue_series" ? [key.to, "dialogue_sittings"] : [key.to];
  return Object.entries(asks).some(
    ([name, looked]) =>
      tables.some((table) => looked.includes(table)) &&
      [...check.matchAll(new RegExp(`private\\.${name}\\(([^()]*)\\)`, "gu"))].some((call) => {
        const given = (call[1] ?? "").split(", ");
        return key.columns.every((column) => given.includes(column));
      }),
  );
}
