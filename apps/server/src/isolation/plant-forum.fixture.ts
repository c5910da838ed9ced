/** A forum with somebody invited and something said. */
import type { ApiClient } from "@throughline/contract";
import type { Ids } from "./attack-ids.ts";

/** A database that can be written past the board. */
interface WrittenPast {
  asOwner(text: string, values?: unknown[]): Promise<readonly { readonly id?: string }[]>;
}

type ForumIds = Pick<Ids, "forum" | "forumSeat" | "forumEntry">;

/** Plants it for the owner. What was said is written past the board, which would take five people. */
export async function plantForum(client: ApiClient, db: WrittenPast): Promise<ForumIds> {
  const { forumId } = await client.forums.create({
    title: "Secretmarker",
    purpose: "Secretmarker",
    heldOn: "2026-11-20",
  });
  await client.forums.invite({
    forumId,
    people: [{ name: "Secretmarker", address: null, institution: "Secretmarker" }],
  });
  const { seats } = await client.forums.listSeats({ forumId });
  const [entry] = await db.asOwner(
    `insert into forum_entries (organisation_id, forum_id, kind, text)
     select organisation_id, id, 'idea', 'Secretmarker' from forums where id = $1 returning id`,
    [forumId],
  );
  return { forum: forumId, forumSeat: seats[0]?.id ?? "", forumEntry: entry?.id ?? "" };
}
