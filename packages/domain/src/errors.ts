/**
 * The one catalogue of errors: `code → { status, title, whatToDo }`. The HTTP mapper (RFC 9457) and the
 * terminal mapper both read it; `docs/errors.md` is generated from it and compared both ways.
 */

interface ErrorEntry {
  readonly status: number;
  readonly title: string;
  readonly whatToDo: string;
}

export const errorCatalogue = {
  not_signed_in: {
    status: 401,
    title: "You are not signed in.",
    whatToDo: "Sign in, or send a valid API token.",
  },
  sign_in_failed: {
    status: 401,
    title: "The e-mail address, password or code is not right.",
    whatToDo: "Check them and try again. After several tries, wait a minute.",
  },
  not_allowed: {
    status: 403,
    title: "Your role does not allow this.",
    whatToDo: "Ask an owner or manager of your organisation to do it, or to change your role.",
  },
  token_scope_missing: {
    status: 403,
    title: "This API token does not carry the scope for this.",
    whatToDo: "Make a token with the scope named in the detail.",
  },
  not_found: {
    status: 404,
    title: "There is nothing here that you may see.",
    whatToDo:
      "Check the address. It may have been removed, or it belongs to an organisation you are not a member of.",
  },
  input_invalid: {
    status: 422,
    title: "Some of what was sent cannot be taken.",
    whatToDo: "Correct the fields listed and send again. Nothing was saved.",
  },
  reference_unknown: {
    status: 422,
    title: "Something that was referred to is not there.",
    whatToDo: "Choose one that your organisation can see. Nothing was saved.",
  },
  conflict: {
    status: 409,
    title: "Someone changed this in the meantime.",
    whatToDo: "Load it again, look at the change, and repeat yours if it is still wanted.",
  },
  already_exists: {
    status: 409,
    title: "This is already there.",
    whatToDo: "Use the one that exists, or choose another reference.",
  },
  still_in_use: {
    status: 409,
    title: "Something else rests on this.",
    whatToDo: "Remove what rests on it first, or leave it where it is. Nothing was changed.",
  },
  identifier_check_digit: {
    status: 422,
    title: "An identifier's check digit is wrong.",
    whatToDo: "Compare it with the register it comes from and correct the digits.",
  },
  invitation_not_valid: {
    status: 410,
    title: "This invitation cannot be used any more.",
    whatToDo: "Ask the person who invited you for a new link.",
  },
  last_owner: {
    status: 409,
    title: "An organisation needs at least one owner.",
    whatToDo: "Make someone else an owner first.",
  },
  file_missing: {
    status: 404,
    title: "There is no such file.",
    whatToDo:
      "Check the path, relative to the current folder; disclosures named in a contract file are relative to that file.",
  },
  file_too_large: {
    status: 413,
    title: "The file is too large.",
    whatToDo: "Send at most the size named in the detail, or split the file. Nothing was kept.",
  },
  file_not_readable: {
    status: 422,
    title: "The file could not be read.",
    whatToDo:
      "Save it as CSV (UTF-8) or XLSX without a password or macros and send it again. Nothing was kept.",
  },
  file_not_a_list: {
    status: 422,
    title: "The file is not a list.",
    whatToDo: "Send the list as a spreadsheet (.xlsx or .ods) or as CSV. Nothing was kept.",
  },
  file_old_format: {
    status: 422,
    title: "The spreadsheet is in a format that is not read.",
    whatToDo: "Open it, save it as .xlsx and send that. Nothing was kept.",
  },
  file_protected: {
    status: 422,
    title: "The file is protected with a password.",
    whatToDo: "Open it, remove the password, save it and send it again. Nothing was kept.",
  },
  file_has_macros: {
    status: 422,
    title: "The workbook carries macros.",
    whatToDo: "Save it as .xlsx, which holds no macros, and send that. Nothing was kept.",
  },
  file_damaged: {
    status: 422,
    title: "The file is damaged or incomplete.",
    whatToDo: "Open it, save it anew and send it again. Nothing was kept.",
  },
  file_unpacks_too_large: {
    status: 413,
    title: "Unpacked, the file is far larger than a list can be.",
    whatToDo: "Copy the rows of the list into a new workbook and send that. Nothing was kept.",
  },
  file_takes_too_much: {
    status: 422,
    title: "Reading the file takes more time or memory than a list may take.",
    whatToDo:
      "Copy the rows of the list into a new workbook, or save the sheet as CSV, and send that. Nothing was kept.",
  },
  file_empty: {
    status: 422,
    title: "The file has no rows.",
    whatToDo: "Check that the list is on the first sheet and send it again. Nothing was kept.",
  },
  columns_not_recognised: {
    status: 422,
    title: "No columns for name and address were found.",
    whatToDo:
      "Name the columns 'name', 'address' and 'country' in one header row and send it again.",
  },
  contract_file_invalid: {
    status: 422,
    title: "The contract file does not follow the schema.",
    whatToDo:
      "Correct the places listed; the published JSON Schema says what is expected. Nothing was saved.",
  },
  notice_invalid: {
    status: 422,
    title: "The notice cannot be read.",
    whatToDo:
      "Look at the place named. A release, record or package of OCDS (JSON or JSON Lines), an eForms notice (XML), or a short notice with at least ocid, title and buyer can be read. Nothing was saved.",
  },
  date_in_future: {
    status: 422,
    title: "The date lies in the future.",
    whatToDo: "Give today's date or an earlier one.",
  },
  verdict_already_given: {
    status: 409,
    title: "Somebody has already decided this.",
    whatToDo: "Look at the decision and its reason; undo it first if it was wrong.",
  },
  request_already_sent: {
    status: 409,
    title: "This request has already been sent.",
    whatToDo: "Draft a new request, or record the answer that came.",
  },
  request_not_sent: {
    status: 409,
    title: "This request has not been sent yet.",
    whatToDo: "Send it first.",
  },
  request_withdrawn: {
    status: 409,
    title: "This request has been withdrawn.",
    whatToDo: "Write a new request where one is still needed.",
  },
  request_link_not_valid: {
    status: 404,
    title: "This link and code open no request.",
    whatToDo:
      "Check each letter and digit of the code. A request that was withdrawn or is out of date does not open any more: ask whoever sent it for a new link.",
  },
  template_placeholder_unknown: {
    status: 422,
    title: "The words hold a placeholder that is not known.",
    whatToDo:
      "Use {{supplier}}, {{contracts}}, {{products}}, {{due}}, {{clause}} and {{sender}}, or write the words out. Nothing was saved.",
  },
  release_code_unknown: {
    status: 404,
    title: "This share code opens nothing.",
    whatToDo:
      "Compare the eight letters and digits with whoever gave you the code. It may also have been withdrawn or have expired; then ask for a new one.",
  },
  release_withdrawn: {
    status: 410,
    title: "This release was withdrawn.",
    whatToDo:
      "Ask the supplier for a newer one. That it was given, and why it was withdrawn, stays known.",
  },
  release_expired: {
    status: 410,
    title: "This release has expired.",
    whatToDo: "Ask the supplier for a newer one.",
  },
  release_names_masked: {
    status: 422,
    title: "The release would name a site that it masks.",
    whatToDo:
      "Change the words named in the detail, or release the site with its name. Nothing was released.",
  },
  group_code_unknown: {
    status: 404,
    title: "This code opens no group.",
    whatToDo:
      "Compare each letter and digit with whoever convenes the group. A code is good for one organisation and thirty days; ask for a new one.",
  },
  alignment_open: {
    status: 409,
    title: "Blocking mismatches are open.",
    whatToDo:
      "Mend the mismatches listed, or let each stand with a reason under your name, and publish again. Nothing was published.",
  },
  stage_does_not_allow: {
    status: 409,
    title: "The procurement has gone too far for this, or not far enough.",
    whatToDo:
      "Look at where it stands. A tender that was published with a mistake goes back to drafting first, with the reason.",
  },
  requirement_file_invalid: {
    status: 422,
    title: "The file of requirements cannot be taken.",
    whatToDo: "Correct the places listed; each names its line. Nothing was saved.",
  },
  channel_closed: {
    status: 409,
    title: "The channel is closed while a procurement on the subject is live.",
    whatToDo:
      "Wait until the procurement named is awarded or closed, and ask what you need to ask there, where every bidder reads the answer. Minutes that were sent can be confirmed and promises kept in the meantime.",
  },
  series_not_open: {
    status: 409,
    title: "This series is paused or closed.",
    whatToDo:
      "Look at the reason given. Whoever began the series can go on with it; what was promised can still be confirmed and kept.",
  },
  seat_link_not_valid: {
    status: 404,
    title: "This link, code and word open no seat.",
    whatToDo:
      "Check each letter and digit of the code, and the word that was chosen when the seat was first opened. A seat that was ended or whose link was renewed does not open any more: ask whoever offered it for a new link.",
  },
  seat_taken: {
    status: 409,
    title: "Somebody else sits there.",
    whatToDo:
      "Ask whoever offered the seat for a new link; the old one then opens nothing, and who sits there gets up.",
  },
  meeting_does_not_allow: {
    status: 409,
    title: "The meeting has gone too far for this, or not far enough.",
    whatToDo:
      "Look at where it stands: an agenda is written until it is held, minutes are sent once it was, and feedback is given afterwards.",
  },
  word_out_of_turn: {
    status: 409,
    title: "This cannot be said of the promise now.",
    whatToDo:
      "Look at how it stands and what was said last; the detail says what is in the way. Nothing was saved.",
  },
  other_side_speaks: {
    status: 409,
    title: "This is for the other side to say.",
    whatToDo:
      "Wait for the other side's word, or remind it. What one side says alone confirms nothing.",
  },
  board_not_open: {
    status: 409,
    title: "The board is not open for this.",
    whatToDo:
      "Look at where the session stands: the host opens the board once enough people have their tickets, and closes it for good. Nothing was saved.",
  },
  too_few_tickets: {
    status: 409,
    title: "Too few people have taken their tickets.",
    whatToDo:
      "Wait until five have: with fewer, what is said could be told from who is there. Invite more people, or hold the session without a board.",
  },
  ticket_not_valid: {
    status: 401,
    title: "This ticket does not admit to the board.",
    whatToDo:
      "Open your personal link again in the browser in which you took the ticket. If the ticket is lost, ask the host for another link.",
  },
  ticket_already_taken: {
    status: 409,
    title: "A ticket was already taken with this link.",
    whatToDo:
      "Open the link in the browser in which the ticket was taken. If it was not you, or the ticket is lost, ask the host for another link.",
  },
  rate_limited: {
    status: 429,
    title: "Too many requests.",
    whatToDo: "Wait as long as the Retry-After header says and try again.",
  },
  server_not_reached: {
    status: 503,
    title: "The server does not answer.",
    whatToDo: "Check the address (--server or THROUGHLINE_URL) and whether it runs, and try again.",
  },
  already_running: {
    status: 409,
    title: "Throughline is already running on this data.",
    whatToDo: "Use the one that is running at the address shown, or stop it first.",
  },
  database_unavailable: {
    status: 503,
    title: "The database cannot be reached.",
    whatToDo: "Try again in a moment; if it stays so, run 'throughline doctor' on the server.",
  },
  internal: {
    status: 500,
    title: "Something went wrong on our side.",
    whatToDo: "Try again. If it happens again, report the correlation id.",
  },
} as const satisfies Record<string, ErrorEntry>;

/** A code of the catalogue. */
export type ErrorCode = keyof typeof errorCatalogue;

/** One field or place that is at fault. `path` is a JSON pointer or a column/row name. */
export interface ErrorDetail {
  readonly path: string;
  readonly message: string;
}

/**
 * A coded refusal, thrown so that the transaction rolls back.
 *
 * @example throw new AppError("not_found", "No contract with this id.");
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: readonly ErrorDetail[];

  constructor(code: ErrorCode, message?: string, details: readonly ErrorDetail[] = []) {
    super(message ?? errorCatalogue[code].title);
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}
