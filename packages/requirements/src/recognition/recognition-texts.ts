/** English sentences of mutual recognition. */
import { sayIn } from "../texts/say-in.ts";

export const recognitionTexts = {
  "recognition.same_requirement": "Both followed up “{requirement}”.",
  "recognition.other_requirement": "{by} followed up something else: {theirs}, not {mine}.",
  "recognition.as_strict": "What {by} asks is at least as strict as what we ask.",
  "recognition.weaker": "What {by} asks is weaker in {parameters:list}.",
  "recognition.incomparable":
    "What {by} asks can be called neither stricter nor weaker than what we ask, because of {parameters:list}: a person decides.",
  "recognition.same_method": "The method is the same: {method}.",
  "recognition.similar_method": "The method is similar: {theirs} shows what {mine} shows.",
  "recognition.other_method": "The method is another: {theirs} does not show what {mine} shows.",
  "recognition.no_method":
    "[?theirs:Our own method is not recorded.][!theirs:How {by} followed up is not recorded.]",
  "recognition.recent": "It was done on {on:date}, less than three years ago.",
  "recognition.too_old": "It was done on {on:date}; only what is at most three years old counts.",
  "recognition.no_day": "When {by} followed up is not recorded.",
  "recognition.future": "It is dated {on:date}, which is still to come.",
} as const;

/** Says a sentence of mutual recognition. */
export const sayRecognition: ReturnType<typeof sayIn<keyof typeof recognitionTexts>> =
  sayIn(recognitionTexts);
