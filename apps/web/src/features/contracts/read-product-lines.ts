/** Reads products typed or pasted one a line: brand, family or model, part number, quantity, value. */
import type { ContractInput } from "@throughline/contract";
import { parseMoney } from "../../texts/parse-money.ts";
import { t } from "../../texts/t.ts";

type ProductInput = ContractInput["products"][number];

export interface ProductLinesRead {
  readonly products: readonly ProductInput[];
  /** A sentence per line that cannot be taken. */
  readonly faults: readonly string[];
}

/** "1 200" and "1,200" are twelve hundred; "2,5" is two and a half. */
function readQuantity(text: string): number | null {
  const cleaned = text
    .replaceAll(/[\s\u00a0\u202f]/g, "")
    .replaceAll(/[.,](?=\d{3}(?:\D|$))/g, "")
    .replace(",", ".");
  return /^\d+(\.\d+)?$/.test(cleaned) ? Number(cleaned) : null;
}

/** Reads every line; empty ones are skipped, faulty ones are named, none is dropped silently. */
export function readProductLines(text: string, currency: string): ProductLinesRead {
  const products: ProductInput[] = [];
  const faults: string[] = [];
  const currencyKnown = /^[a-z]{3}$/i.test(currency.trim());
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const fault = (what: string): number =>
      faults.push(t("products.fault.line", { line: index + 1, what }));
    const [brand = "", family = "", partNumber = "", quantityText = "", valueText = ""] = line
      .split(line.includes("\t") ? "\t" : ";")
      .map((cell) => cell.trim());
    if (brand === "" || family === "") {
      fault(t("products.fault.few"));
      continue;
    }
    const quantity = quantityText === "" ? null : readQuantity(quantityText);
    const value = valueText === "" ? null : parseMoney(valueText, currency);
    if (quantityText !== "" && quantity === null)
      fault(t("products.fault.quantity", { text: quantityText }));
    else if (valueText !== "" && value === null)
      // Without a currency no text is an amount: what is missing is the currency, not the figure.
      fault(
        currencyKnown
          ? t("products.fault.value", { text: valueText })
          : t("products.fault.currency"),
      );
    else
      products.push({
        brand,
        family,
        partNumber: partNumber === "" ? null : partNumber,
        quantity,
        value,
        cpv: null,
      });
  }
  return { products, faults };
}
