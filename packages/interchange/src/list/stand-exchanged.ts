/** Tells that name and address of one row stand in each other's column. */
import { hasLegalForm } from "../disclosure/legal-forms.ts";

const street =
  /\b(?:road|rd|street|st|avenue|ave|lane|highway|village|district|town|province|industrial\s+(?:zone|park|area|estate)|str(?:asse|aße)|rue|calle|via|jalan|jl|zone|no)\b|[路街道号區区镇村省市]/iu;

/** True when a text reads like an address: a number, a word of streets or places, and several parts. */
function readsLikeAddress(text: string): boolean {
  return (
    text.length >= 15 &&
    /\d/u.test(text) &&
    street.test(text) &&
    text.split(/[,，\s]+/u).length >= 4
  );
}

/**
 * True when the name reads like an address and the address like a company. Both must: one odd cell proves nothing.
 *
 * @example standExchanged("No. 5 Main Road, Leeds, UK", "Foo Ltd") // → true
 */
export function standExchanged(name: string, address: string): boolean {
  return (
    readsLikeAddress(name) &&
    !hasLegalForm(name) &&
    address.length <= 120 &&
    hasLegalForm(address) &&
    !/\d/u.test(address)
  );
}
