/** English sentences about requirements of a library and their versions. */
export const libraryTexts = {
  "requirement.urn": "The URN does not say the key and version of the requirement.",
  "requirement.parameter_twice": "The parameter {key} stands there twice.",
  "requirement.wording_twice": "There are two wordings in the language {language}.",
  "requirement.wording_value": "The wording in {language} speaks of {key}, which is no parameter.",
  "requirement.phrase_value": "The phrase of {parameter} speaks of {key}, which is no parameter.",
  "requirement.kpi": "{kpi} is not an indicator of the catalogue.",
  "upgrade.gone": "{label} is not asked any more; {before} was left out.",
  "upgrade.does_not_fit": "{label}: {before} does not fit the new version. {reason}",
  "upgrade.part_left_out":
    "{label}: what does not fit the new version was left out of {before}. {reason}",
  "upgrade.unknown": "{key} was no parameter before either; it was kept as it stood.",
  "upgrade.meaning": "{label}: {before} was kept, but what is stricter or counted has changed.",
  "upgrade.new": "{label} is new and not given yet. {help}",
  "upgrade.change": "{note}",
} as const;
