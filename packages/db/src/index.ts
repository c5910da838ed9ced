export { connect, connectBeside, type ConnectedDatabase, type ConnectOptions } from "./connect.ts";
export { chooseDataFolder } from "./embedded/engine-files.ts";
export {
  livingPostmaster,
  startEmbedded,
  type EmbeddedDatabase,
  type EmbeddedOptions,
} from "./embedded/start-embedded.ts";
export { listMigrations, migrate } from "./migrate.ts";
export {
  changeOrganisation,
  databaseOf,
  explainDatabaseError,
  holdRequest,
  openCalendar,
  openPublication,
  openDatabase,
  runAsLogin,
  typeGroupCode,
  typeShareCode,
  type Database,
  type Scope,
  type Tx,
} from "./open-database.ts";
export type * from "./schema.generated.ts";
