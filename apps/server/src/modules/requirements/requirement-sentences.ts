/** English sentences about the library that no engine makes. */
import { sayIn } from "@throughline/requirements";

export const sayRequirement = sayIn({
  "requirement.asks": "{values}",
  "yaml.new": "“{title}” is new and would be added as a requirement of your own.",
  "yaml.changed": "“{title}” is one of your own and would get version {version}.",
  "yaml.same": "“{title}” is one of your own, unchanged.",
  "yaml.canonical":
    "“{title}” is one of the library's: nothing is taken; adapt it where your house asks something else.",
  "version.change": "{note}",
});
