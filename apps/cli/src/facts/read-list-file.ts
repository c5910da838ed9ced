import { AppError, type ReadDisclosure } from "@throughline/domain";
import { readDisclosureFile } from "@throughline/interchange";

/**
 * Reads a list, with errors that name the file as the person wrote it.
 *
 * @throws AppError `file_missing`, and what `readDisclosureFile` throws
 */
export async function readListFile(path: string, written: string = path): Promise<ReadDisclosure> {
  try {
    return await readDisclosureFile(path);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "not_found")
      throw new AppError("file_missing", `There is no file '${written}' that can be read.`);
    throw error.message.includes(path)
      ? error
      : new AppError(error.code, `${written}: ${error.message}`, error.details);
  }
}
