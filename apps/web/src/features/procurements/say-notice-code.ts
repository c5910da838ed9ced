import { en } from "../../texts/en.ts";

const meanings: Readonly<Record<string, string | undefined>> = en;

/** A list of codes of notices that we have words for. */
export type NoticeCodeList =
  | "strategic-procurement"
  | "social-objective"
  | "environmental-impact"
  | "innovative-acquisition"
  | "award-criterion-type"
  | "selection-criterion";

/** What a code of a notice means; one we do not know as it stands. */
export function sayNoticeCode(list: NoticeCodeList, code: string): string {
  return meanings[`noticeCode.${list}.${code}`] ?? code;
}
