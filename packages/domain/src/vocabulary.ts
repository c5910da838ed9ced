/**
 * Vocabulary of the line. Every list here is closed and ordered; `docs/glossary.md` explains each word.
 * Source of the lists: the product's rules (stations, states, answers, tiers) and the OECD due-diligence steps they follow.
 */
import { z } from "zod";

/** The eight stations of the line, in their fixed order. */
export const stationNames = [
  "weighed",
  "asked",
  "agreed",
  "shown",
  "traced",
  "checked",
  "acted",
  "remedied",
] as const;
export const StationName = z.enum(stationNames);
export type StationName = z.infer<typeof StationName>;

/** What a station (or one of its two truths) can be. `unknown` is never whole. */
export const lineStates = [
  "whole",
  "partly",
  "broken",
  "on_agreed_plan",
  "unknown",
  "not_applicable",
] as const;
export const LineState = z.enum(lineStates);
export type LineState = z.infer<typeof LineState>;

/** Tiers run from raw material to end of life. The order is upstream to downstream. */
export const tiers = [
  "raw_material_extraction",
  "smelter_or_refiner",
  "material",
  "component",
  "sub_assembly",
  "final_assembly",
  "logistics",
  "repair_and_reuse",
  "end_of_life",
] as const;
export const Tier = z.enum(tiers);
export type Tier = z.infer<typeof Tier>;

/** How sure a product → site link is. Only `confirmed` counts as traced. */
export const traceLinkKinds = ["confirmed", "one_of_n_possible", "brand_level_only"] as const;
export const TraceLinkKind = z.enum(traceLinkKinds);
export type TraceLinkKind = z.infer<typeof TraceLinkKind>;

/** What came back when somebody was asked to disclose. Each is a different answer. */
export const disclosureAnswers = [
  "disclosed",
  "asked_and_refused",
  "cannot_because",
  "silent",
  "withdrawn",
  "shown_false",
] as const;
export const DisclosureAnswer = z.enum(disclosureAnswers);
export type DisclosureAnswer = z.infer<typeof DisclosureAnswer>;

/** Verification levels, weakest first. A derived value is only as verified as its weakest input. */
export const verificationLevels = [
  "self_declared",
  "documented",
  "third_party_audited",
  "worker_verified",
] as const;
export const VerificationLevel = z.enum(verificationLevels);
export type VerificationLevel = z.infer<typeof VerificationLevel>;

/** How precisely an address places a site, least precise first. */
export const addressPrecisions = ["none", "country", "region", "locality", "street"] as const;
export const AddressPrecision = z.enum(addressPrecisions);
export type AddressPrecision = z.infer<typeof AddressPrecision>;

/** The town or region whose middle stands for a site, because only its address is known. */
export const LocatedPlace = z.strictObject({
  place: z.string(),
  precision: z.enum(["locality", "region"]),
});
export type LocatedPlace = z.infer<typeof LocatedPlace>;

/** What a screening of one site against one list of official measures can say. The three are never confused. */
export const screeningStatuses = [
  "hit",
  "no_hit_on_partial_list",
  "no_hit",
  "not_screened",
] as const;
export const ScreeningStatus = z.enum(screeningStatuses);
export type ScreeningStatus = z.infer<typeof ScreeningStatus>;

/** A person's verdict on a screening hit. `wrong_entity` is remembered and never asked again. */
export const screeningVerdicts = ["waiting", "confirmed", "wrong_entity"] as const;
export const ScreeningVerdict = z.enum(screeningVerdicts);
export type ScreeningVerdict = z.infer<typeof ScreeningVerdict>;

/** Bands of a site match. */
export const matchBands = ["same", "review", "new"] as const;
export const MatchBand = z.enum(matchBands);
export type MatchBand = z.infer<typeof MatchBand>;

/** What became of a disclosed row. Counts of the three always add up to the rows read. */
export const rowOutcomes = ["accepted", "corrected", "rejected"] as const;
export const RowOutcome = z.enum(rowOutcomes);
export type RowOutcome = z.infer<typeof RowOutcome>;

/** What an organisation does here. One organisation may hold several roles. */
export const organisationRoles = [
  "buyer",
  "framework_authority",
  "reseller",
  "brand",
  "site_operator",
  "monitor",
  "hub_operator",
] as const;
export const OrganisationRole = z.enum(organisationRoles);
export type OrganisationRole = z.infer<typeof OrganisationRole>;

/** What a member may do in its organisation, strongest first. */
export const memberRoles = ["owner", "manager", "contributor", "reader"] as const;
export const MemberRole = z.enum(memberRoles);
export type MemberRole = z.infer<typeof MemberRole>;
