/** A table with its two sides as clients, and meetings that have come to a certain point, for tests. */
import type { ApiClient } from "@throughline/contract";
import type { Database } from "@throughline/db";
import { plantTable, type PlantedTable, type TableWish } from "../../test/plant-dialogue.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

export const when = {
  title: "Hours and sites",
  startsAt: "2026-12-10T10:00",
  minutes: 90,
  timeZone: "Europe/Oslo",
  form: "online",
  place: "https://meet.example/abc",
} as const;

export const content = {
  summary: "Cedar IT told where the display is made.",
  items: [{ agendaItemId: null, title: "Display", text: "It is made by one of two firms." }],
};

/** The clock of the server, which a test sets. */
export interface Clock {
  now: Date;
}

export async function startServer(
  database: Database,
  clock: Clock,
  more: Partial<Parameters<typeof startTestApp>[0]> = {},
): Promise<TestApp> {
  return startTestApp({ ...more, database, now: () => clock.now });
}

export interface MeetingStory {
  readonly table: PlantedTable;
  readonly host: ApiClient;
  readonly cedar: ApiClient;
  plan(over?: Partial<Record<keyof typeof when, unknown>>): Promise<string>;
  planWithAgenda(): Promise<string>;
  invited(): Promise<string>;
  held(): Promise<string>;
  sent(): Promise<string>;
}

/** Plants a table on 20 November 2026; its meetings are on 10 December. */
export async function beginStory(
  database: Database,
  server: TestApp,
  clock: Clock,
  wish: TableWish = {},
): Promise<MeetingStory> {
  clock.now = new Date("2026-11-20T09:00:00Z");
  const table = await plantTable(database, wish);
  const host = server.as(table.host.people.contributor, table.host.organisationId);
  const cedar = server.as(table.counterpart.people.contributor, table.counterpart.organisationId);
  const story: MeetingStory = {
    table,
    host,
    cedar,
    async plan(over = {}) {
      // Tests also send what is none.
      const input = { seriesId: table.seriesId, ...when, ...over } as Parameters<
        ApiClient["meetings"]["plan"]
      >[0];
      return (await host.meetings.plan(input)).id;
    },
    async planWithAgenda() {
      const id = await story.plan();
      await host.meetings.addItems({ id, items: [{ title: "Where the display is made" }] });
      return id;
    },
    async invited() {
      const id = await story.planWithAgenda();
      await host.meetings.sendAgenda({ id, version: 1 });
      return id;
    },
    async held() {
      const id = await story.invited();
      clock.now = new Date("2026-12-10T12:00:00Z");
      await host.meetings.hold({ id, version: 2, heldOn: "2026-12-10", came: [] });
      return id;
    },
    async sent() {
      const id = await story.held();
      await host.meetings.sendMinutes({ id, version: 3, content });
      return id;
    },
  };
  return story;
}
