/**
 * May one firm be talked to alone? Not on the subject of a procurement that is live: whoever buys treats economic operators
 * equally and without discrimination and acts transparently (directive 2014/24/EU, article 18(1)). Talking beforehand to
 * the whole market is another thing (articles 40 and 41), and so is following up a running contract.
 *
 * The subject is told by the group of the common procurement vocabulary (CPV), its first three digits: 302 is computing
 * equipment, 341 motor vehicles. Four digits would let "laptops" (3021) be talked about while "printers" (3023) are bought
 * from the same firms; two would close talks on furniture while lamps are bought.
 */
import type { CpvCode, IsoDate, ProcurementStage, Sentence } from "@throughline/domain";
import { sayMeeting } from "../texts/meeting-texts.ts";

/** What is needed of a procurement. */
export interface ChannelProcurement {
  readonly id: string;
  readonly title: string;
  readonly cpv: readonly CpvCode[];
  readonly stage: ProcurementStage;
  readonly publishedOn: IsoDate | null;
  readonly deadlineOn: IsoDate | null;
  readonly awardedOn: IsoDate | null;
  readonly closedOn: IsoDate | null;
}

/** Whether the one-to-one channel is open. */
export type Channel =
  | {
      readonly open: true;
      readonly sentence: Sentence;
      /** Live procurements of which nobody can say here whether they are about the same subject. */
      readonly unsure: readonly { readonly id: string; readonly title: string }[];
    }
  | {
      readonly open: false;
      readonly procurementId: string;
      readonly title: string;
      readonly since: IsoDate | null;
      readonly deadlineOn: IsoDate | null;
      /** Why, as it is shown to both sides. */
      readonly sentence: Sentence;
      /** What goes on in spite of it. */
      readonly running: Sentence;
    };

/** Digits that say what is bought, without the zeros that say "anything of it". */
function groupOf(code: CpvCode): string {
  return code.slice(0, 3).replace(/0$/, "");
}

/** "302" is about "30" and the other way round; "302" and "301" are two. */
function isSameSubject(a: CpvCode, b: CpvCode): boolean {
  const [one, other] = [groupOf(a), groupOf(b)];
  return one.startsWith(other) || other.startsWith(one);
}

function isLive(procurement: ChannelProcurement, on: IsoDate): boolean {
  const { stage, publishedOn, awardedOn, closedOn } = procurement;
  if ((awardedOn !== null && awardedOn <= on) || (closedOn !== null && closedOn <= on))
    return false;
  if (publishedOn !== null) {
    if (publishedOn > on) return false;
    // Over without a day on record: the stage is all there is to go by.
    return (stage !== "awarded" && stage !== "closed") || awardedOn !== null || closedOn !== null;
  }
  return stage === "published" || stage === "evaluating";
}

/**
 * Whether a series may be talked about with one firm alone on a day; closed with the procurement that closes it.
 *
 * @param seriesCpv what the series is about; empty: not said, so that a person judges
 * @example channelOf(["34120000"], [{ …, cpv: ["34121000"], publishedOn: "2026-10-01", awardedOn: null }], "2026-11-20").open // false
 */
export function channelOf(
  seriesCpv: readonly CpvCode[],
  procurements: readonly ChannelProcurement[],
  on: IsoDate,
): Channel {
  const live = procurements
    .filter((procurement) => isLive(procurement, on))
    .sort(
      (a, b) =>
        (a.publishedOn ?? "").localeCompare(b.publishedOn ?? "") || a.id.localeCompare(b.id),
    );
  for (const { id, title, cpv, publishedOn: since, deadlineOn } of live) {
    const shared = cpv.find((code) => seriesCpv.some((ours) => isSameSubject(ours, code)));
    if (shared === undefined) continue;
    return {
      open: false,
      procurementId: id,
      title,
      since,
      deadlineOn,
      sentence: sayMeeting("channel.closed", { title, since, group: `CPV ${groupOf(shared)}` }),
      running: sayMeeting("channel.running"),
    };
  }
  const unsure = live
    .filter(({ cpv }) => seriesCpv.length === 0 || cpv.length === 0)
    .map(({ id, title }) => ({ id, title }));
  if (unsure.length === 0) return { open: true, sentence: sayMeeting("channel.open"), unsure };
  const titles = unsure.map(({ title }) => `“${title}”`).join("; ");
  return {
    open: true,
    sentence: sayMeeting("channel.unsure", { titles, n: unsure.length }),
    unsure,
  };
}
