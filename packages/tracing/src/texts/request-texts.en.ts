/** English wording of a drafted request for disclosure. */
export const requestTexts = {
  "request.subject": "Request for disclosure of production sites: {title} ({reference})",
  "request.greeting": "To {addressee},",
  "request.opening":
    "Under the contract “{title}” ({reference}),[?buyer: {buyer} asks][!buyer: we ask] you to disclose where {products:list}[?more: and {more} more] {count:plural:is:are} made.",
  "request.opening_all":
    "Under the contract “{title}” ({reference}),[?buyer: {buyer} asks][!buyer: we ask] you to disclose where what is bought is made.",
  "request.clause": "This rests on clause {clause}: {summary}",
  "request.no_clause":
    "No clause of the contract that asks for this is recorded here; we ask for your cooperation.",
  "request.list": "We ask you:",
  "request.site":
    "Please name the site of final assembly of each product; where several are possible, say which one made what was delivered.",
  "request.component": "Please name the sites that make these parts: {components:list}.",
  "request.materials":
    "Please name the smelters, refiners or producers of these materials, and the country each comes from as far as you know it: {materials:list}.",
  "request.period":
    "For every site, please give its legal name, its full address, since when it has made the product, and on what evidence you say so.",
  "request.candour":
    "If you cannot say, please say what stands in the way; if you decline, please say why. Both are recorded as answers and are not the same as silence.",
  "request.pass_on":
    "Where only the maker knows, please pass this on to the maker and tell us when you did.",
  "request.due": "Please answer by {due:date}.",
} as const;
