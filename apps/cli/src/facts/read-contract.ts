/** Reads contract files and the disclosures they name. */
import { readFile, stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { AppError } from "@throughline/domain";
import { parseContractFile, readDisclosureText, type ContractFile } from "@throughline/interchange";
import type { ReadSource } from "./assemble-line-facts.ts";
import { readListFile } from "./read-list-file.ts";

const mostBytes = 20_000_000;

/** Reads a JSON file that may not be too large. */
export async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    const about = await stat(path);
    if (!about.isFile()) throw new AppError("file_missing", `'${path}' is not a file.`);
    if (about.size > mostBytes)
      throw new AppError("file_too_large", `'${path}' has more than ${mostBytes / 1e6} MB.`);
    text = new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path));
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof TypeError)
      throw new AppError(
        "contract_file_invalid",
        `'${path}' is not text in UTF-8, so it is no contract file.`,
      );
    throw new AppError("file_missing", `There is no file '${path}' that can be read.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError(
      "contract_file_invalid",
      `'${path}' is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Reads a contract file. */
export async function readContract(path: string): Promise<ContractFile> {
  return parseContractFile(await readJson(path));
}

/** Reads the disclosures that a contract file names, beside it or in it. */
export async function readDeclared(
  path: string,
  file: ContractFile,
  progress: { say(text: string): void },
): Promise<ReadSource[]> {
  const sources: ReadSource[] = [];
  for (const declared of file.disclosures) {
    const name = declared.file ?? declared.title;
    progress.say(`Reading ${name}`);
    const read =
      declared.file === undefined
        ? readDisclosureText(declared.text ?? "")
        : await readListFile(resolve(dirname(path), declared.file), declared.file);
    sources.push({ read, fileName: basename(name), declared });
  }
  return sources;
}
