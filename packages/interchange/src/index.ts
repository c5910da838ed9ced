/**
 * Vocabulary. *List*: a table of sites in a file, before its rows have been looked at. *Sheet*: one table of it.
 * *Column mapping*: which column holds what. *Disclosure*: what somebody declared about where goods are made. *Row*: one place in it, which ends
 * accepted, corrected or rejected. *Label*: running text such as "manufactured by one of the following".
 * *Place*: the town or region an address names, with the coordinates of its middle.
 * *Contract file*: `contract.json`, one framework, call-off or contract. *Notice*: what a buyer published about it.
 * *Release*, *record*, *package*: what is said about a contracting process in OCDS, at one moment, in sum, in one file.
 * *Document*: what somebody would be glad to send, before it is a file; a *block* is a part of it, the *house look* how it is set.
 */
export { checkCatalogue, findCheck } from "./list/check-catalogue.ts";
export type { CheckCode } from "./list/check-catalogue.ts";
export { checkColumns } from "./list/check-columns.ts";
export { checkRow } from "./list/check-row.ts";
export { createListCheck } from "./list/create-list-check.ts";
export type { ListCheck, ListFindings, RowNotice } from "./list/create-list-check.ts";
export { describeList } from "./list/describe-list.ts";
export type { ListLine } from "./list/describe-list.ts";
export type { ListCheckEntry } from "./list/list-check-entry.ts";
export { splitValues } from "./list/split-values.ts";
export { writeRejects } from "./list/write-rejects.ts";
export type { RejectedRow, RejectsAbout } from "./list/write-rejects.ts";
export type { DocumentBlock, DocumentContent, RichText } from "./document/document-content.ts";
export { agendaDocument } from "./document/letters/agenda-document.ts";
export type { Agenda, AgendaTopic, MeetingInLetter } from "./document/letters/agenda-document.ts";
export { confirmationLetter } from "./document/letters/confirmation-letter.ts";
export type { CommitmentInLetter, Confirmation } from "./document/letters/confirmation-letter.ts";
export { forumSummary } from "./document/letters/forum-summary.ts";
export type { Forum, ForumIdea } from "./document/letters/forum-summary.ts";
export { invitationLetter } from "./document/letters/invitation-letter.ts";
export type { Invitation } from "./document/letters/invitation-letter.ts";
export { kpiDocument } from "./document/letters/kpi-document.ts";
export { sayMeetingTime } from "./document/letters/letter-party.ts";
export type {
  LetterAttendee,
  LetterCounterpart,
  LetterParty,
  MeetingTime,
} from "./document/letters/letter-party.ts";
export { writeDocx } from "./document/write-docx.ts";
export { writePdf } from "./document/write-pdf.ts";
export { compareEditions } from "./record/compare-editions.ts";
export type {
  EditionCompany,
  EditionDifferences,
  EditionEntry,
} from "./record/compare-editions.ts";
export { compareRecords } from "./record/compare-records.ts";
export { compareReleases } from "./record/compare-releases.ts";
export type { ProductDifference, ReleaseDifferences } from "./record/compare-releases.ts";
export { writeRelease } from "./release/write-release.ts";
export {
  type TableCell,
  writeCsvTable,
  type WrittenTable,
  writeXlsxTables,
} from "./release/write-tables.ts";
export { type PolicyRowToWrite, writePolicyFile } from "./policy-file/write-policy-file.ts";
export { isRecordWorkbook } from "./workbook/load-workbook.ts";
export { readRecordWorkbook } from "./workbook/read-record-workbook.ts";
export type { ReadWorkbook } from "./workbook/read-record-workbook.ts";
export { workbookLanguages } from "./workbook/workbook-languages.ts";
export type { WorkbookLanguage } from "./workbook/workbook-languages.ts";
export { writeRecordWorkbook } from "./workbook/write-record-workbook.ts";
export type { AskedProducts } from "./workbook/lay-rows.ts";
export type { RecordWorkbook } from "./workbook/write-record-workbook.ts";
export { readKpiWorkbook, type ReadKpiRow } from "./kpi-sheet/read-kpi-workbook.ts";
export { type KpiLine, writeKpiWorkbook } from "./kpi-sheet/write-kpi-workbook.ts";
export { recogniseCountry } from "./country/recognise-country.ts";
export { readCountryFromAddress } from "./country/read-country-from-address.ts";
export type { FoundCountry } from "./country/read-country-from-address.ts";
export { countryName } from "./country/country-names.ts";
export { locateAddress } from "./place/locate-address.ts";
export type { LocatedAddress } from "./place/locate-address.ts";
export { placesDataset } from "./place/places-dataset.ts";
export {
  readDisclosure,
  readDisclosureFile,
  readDisclosureText,
} from "./disclosure/read-disclosure.ts";
export type { DisclosureInput } from "./disclosure/read-disclosure.ts";
export { FormPlace, readForm } from "./disclosure/read-form.ts";
export { readLabelText } from "./disclosure/read-label-text.ts";
export { hasLegalForm } from "./disclosure/legal-forms.ts";
export { defaultLimits } from "./disclosure/limits.ts";
export type { DisclosureLimits } from "./disclosure/limits.ts";
export { openTable, openTableBytes } from "./table/open-table.ts";
export { chooseSheet, mappingFingerprint, proposeColumns } from "./table/propose-columns.ts";
export type { ProposedSheet } from "./table/propose-columns.ts";
export type { OpenTableOptions, TableSource } from "./table/table-source.ts";
export {
  AnswerInFile,
  ConditionInFile,
  ContractFile,
  DisclosureInFile,
  FrameworkInFile,
  LotInFile,
  MoneyInFile,
  PartyInFile,
  ProductInFile,
  RequestInFile,
  settleCondition,
} from "./contract-file/contract-file.ts";
export type { ContractFileInput } from "./contract-file/contract-file.ts";
export { settleDialogue } from "./contract-file/settle-dialogue.ts";
export { settleDutyEvents } from "./contract-file/settle-duty-events.ts";
export { settleProcurement } from "./contract-file/settle-procurement.ts";
export { findNamedProducts } from "./contract-file/find-named-products.ts";
export { contractFileJsonSchema, parseContractFile } from "./contract-file/parse-contract-file.ts";
export { currencyDecimals, isCurrency, toMinorUnits } from "./contract-file/money-amount.ts";
export type { MinorUnits } from "./contract-file/money-amount.ts";
export { draftContractFile, readNotice } from "./notice/read-notice.ts";
export type { Notice, NoticeLot, NoticeParty } from "./notice/read-notice.ts";
export type {
  OcdsContract,
  OcdsParty,
  OcdsProduct,
  OcdsSite,
  OcdsSiteLink,
} from "./ocds/ocds-contract.ts";
export { productionSitesExtension } from "./ocds/production-sites-extension.ts";
export { writeOcdsRelease } from "./ocds/write-ocds-release.ts";
export type { OcdsReleasePackage } from "./ocds/write-ocds-release.ts";
export { readLibraryYaml } from "./library-file/read-library-yaml.ts";
export type { LibraryFault, ReadLibrary } from "./library-file/read-library-yaml.ts";
export { writeLibraryYaml } from "./library-file/write-library-yaml.ts";
export { sayNoticeCode } from "./eforms/notice-codes.ts";
export { cpvLabels, cpvLanguages } from "./notice/cpv-labels.ts";
export { readNoticeFile, streamNoticeFile } from "./notice/read-notice-file.ts";
