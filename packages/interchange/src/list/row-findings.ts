/** Collects what the checks of one row notice, change and reject. */
import type { Finding, ListField, RowFlag } from "@throughline/domain";
import { rowChecks } from "./row-checks.ts";
import type { RowCheckCode } from "./row-checks.ts";

/** What a finding says beyond the catalogue. */
interface About {
  readonly field?: ListField | null;
  /** A sentence; the catalogue's title stands in where it is left out. */
  readonly message?: string;
  readonly whatToDo?: string;
  readonly correction?: { readonly before: string; readonly after: string };
}

function sentence(title: string): string {
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}.`;
}

/** One row's findings while it is being checked. */
export class RowFindings {
  readonly findings: Finding[] = [];
  readonly flags = new Set<RowFlag>();
  readonly #undo: ReadonlySet<string>;
  readonly #changes = new Set<string>();

  constructor(undo: ReadonlySet<string>) {
    this.#undo = undo;
  }

  /** Notices something. Nothing is changed by it. */
  notice(check: RowCheckCode, about: About = {}): void {
    const entry = rowChecks[check];
    this.findings.push({
      check,
      severity: entry.severity,
      field: about.field ?? null,
      message: about.message ?? sentence(entry.title),
      whatToDo: about.whatToDo ?? entry.whatToDo,
      correction: about.correction ?? null,
      otherRow: null,
    });
  }

  /** Notices something that makes the row *corrected*; `said` is what its reason says. */
  change(check: RowCheckCode, about: About, said: string = about.message ?? ""): void {
    this.notice(check, about);
    this.#changes.add(said);
  }

  /**
   * Notices a correction. Answers whether it holds: `false` when somebody undid it, and then the finding stays,
   * without the correction, so that it can be taken back.
   */
  correct(
    check: RowCheckCode,
    about: About & Required<Pick<About, "correction">>,
    said?: string,
  ): boolean {
    if (rowChecks[check].corrects && this.#undo.has(check)) {
      const { correction, ...rest } = about;
      this.notice(check, {
        ...rest,
        message: `${rowChecks[check].title.charAt(0).toUpperCase()}${rowChecks[check].title.slice(1)}: this correction was undone, '${correction.before}' stands.`,
      });
      return false;
    }
    this.change(check, about, said);
    return true;
  }

  /** Whether somebody undid this check's correction. */
  isUndone(check: RowCheckCode): boolean {
    return this.#undo.has(check);
  }

  /** Why the row is rejected, what was changed, or `null`. */
  settle(): { outcome: "accepted" | "corrected" | "rejected"; reason: string | null } {
    const errors = this.findings.filter((finding) => finding.severity === "error");
    if (errors.length > 0) {
      const said = errors.map(({ message, whatToDo }) => `${message} ${whatToDo}`);
      return { outcome: "rejected", reason: [...new Set(said)].join(" ") };
    }
    const changes = [...this.#changes].filter((change) => change !== "");
    return changes.length > 0
      ? { outcome: "corrected", reason: changes.join(" ") }
      : { outcome: "accepted", reason: null };
  }
}
