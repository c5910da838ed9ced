/** For tests only: releases of an invented buyer, and what becomes of a file that holds them. */
import { AppError } from "@throughline/domain";
import { readNoticeFile } from "./read-notice-file.ts";

/** A text or a value as the bytes of a file. */
export const bytesOf = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));

/** Code and message of the refusal; empty for a file that is read. Anything else thrown is a fault of ours. */
export async function faultOf(source: string | Uint8Array): Promise<string> {
  try {
    await readNoticeFile(source);
    return "";
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.message}`;
    throw error;
  }
}

/** A release of OCDS with what it has to have. */
export const release = (over: object = {}): { [key: string]: unknown } => ({
  ocid: "ocds-x-1",
  id: "r1",
  date: "2026-01-01T00:00:00Z",
  tag: ["tender"],
  initiationType: "tender",
  buyer: { id: "B", name: "Aldermoor City Council" },
  ...over,
});
/** A package around releases. */
export const inPackage = (releases: unknown, over: object = {}): object => ({
  uri: "https://buyer.example/1",
  version: "1.1",
  publishedDate: "2026-01-02T00:00:00Z",
  publisher: { name: "A" },
  releases,
  ...over,
});
