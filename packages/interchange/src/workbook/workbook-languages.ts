/** The languages of the workbook. Reading knows all of them, whatever language was asked for. */
import type { WorkbookTexts } from "./workbook-texts.ts";
import { german } from "./workbook-texts-de.ts";
import { english } from "./workbook-texts-en.ts";
import { spanish } from "./workbook-texts-es.ts";
import { french } from "./workbook-texts-fr.ts";
import { dutch } from "./workbook-texts-nl.ts";
import { swedish } from "./workbook-texts-sv.ts";
import { chinese } from "./workbook-texts-zh.ts";

/** Languages the workbook is written in. */
export const workbookLanguages = ["en", "de", "fr", "es", "nl", "sv", "zh"] as const;
export type WorkbookLanguage = (typeof workbookLanguages)[number];

/** Texts by language. */
export const workbookTexts: Readonly<Record<WorkbookLanguage, WorkbookTexts>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  nl: dutch,
  sv: swedish,
  zh: chinese,
};
