/** Texts of how a requirement is looked after, wherever it is said. */
export const followUpTexts = {
  "followUp.legend": "How it is looked after",
  "followUp.help":
    "A number is not needed: dialogue is a way of its own. Without any way, nobody will notice whether it is kept.",
  "followUp.ways": "By",
  "followUp.way.kpi": "an indicator (a number)",
  "followUp.way.evidence": "evidence",
  "followUp.way.dialogue": "dialogue",
  "followUp.kpis": "Indicators",
  "followUp.kpisNone": "This requirement names no indicators.",
  "followUp.target": "Target of {kpi}",
  "followUp.targetHelp": "A number in the indicator’s unit, or words. May stay empty.",
  "followUp.every": "{kpi}: every how many months",
  "followUp.evidence": "Evidence",
  "followUp.evidenceWords": "Evidence (one per line)",
  "followUp.person": "Who looks after it",
  "followUp.nobody": "nobody here yet",
  "followUp.role": "or a role or mailbox",
  "followUp.hours": "Hours a month",
  "followUp.fault.every": "{kpi}: write a whole number of months from 1 to 60.",
  "followUp.fault.hours": "Write the hours a month as a number, or leave it empty.",
  "followUp.somebody": "a member who has left",
} as const;
