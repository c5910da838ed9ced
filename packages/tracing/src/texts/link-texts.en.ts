/** English sentences about what a disclosure was linked to, and what the source says of itself. */
export const linkTexts = {
  "link.caveat.truncated":
    "The source text ends in the middle of the list, so there may be more places.",
  "link.caveat.foreign_market":
    "The source was made for another market ({market:country}); goods sold here may come from elsewhere.",

  "link.note.brand_unknown":
    "No product of this contract carries the brand {brand}, so no product was linked. Choose the products it speaks about.",
  "link.note.scope_unknown":
    "Nobody said which products {title} speaks about, so its sites were linked to none.",
  "link.note.product_unknown":
    "Rows about {texts:list}[?more: and {more} more] were not linked: no product it speaks about is called that.",
  "link.note.product_unsure":
    "Rows about {texts:list}[?more: and {more} more] may speak about another model, so they confirm nothing.",
} as const;
