/** English wording of a drafted request for disclosure. */
export const requestTexts = {
  "request.subject": "Request for disclosure of production sites: {title} ({reference})",
  "request.greeting": "To {addressee},",
  "request.opening":
    "under the contract “{title}” ({reference})[?buyer:, {buyer}] asks you to disclose where {products:list}[?more: and {more} more] {count:plural:is:are} made.",
  "request.opening_all":
    "under the contract “{title}” ({reference})[?buyer:, {buyer}] asks you to disclose where what is bought is made.",
  "request.clause": "This rests on clause {clause}: {summary}",
  "request.no_clause":
    "No clause of the contract that asks for this is recorded here; we ask for your cooperation.",
  "request.list": "Please name, for each product:",
  "request.site":
    "the site of final assembly, with its legal name and full address, not a list of possible ones;",
  "request.component": "who makes these components, and where: {components:list};",
  "request.period": "since when each site has made the product, and on what evidence.",
  "request.ask": "{question}",
  "request.candour":
    "If you cannot say, please say what stands in the way; if you decline, please say why. Both are recorded as answers and are not the same as silence.",
  "request.pass_on":
    "Where only the maker knows, please pass this on to the maker and tell us when you did.",
  "request.due": "Please answer by {due:date}.",
} as const;
