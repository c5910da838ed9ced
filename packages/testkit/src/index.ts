export { openTestDatabase, type TestDatabase } from "./open-test-database.ts";
export { plantOrganisation, type PlantedOrganisation } from "./plant-organisation.ts";
