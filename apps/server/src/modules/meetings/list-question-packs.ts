/** Question packs as they are shown. */
import type { QuestionPack } from "@throughline/contract";
import { questionPacks } from "@throughline/dialogue";

export function listQuestionPacks(): QuestionPack[] {
  return Object.values(questionPacks).map(({ key, title, about, sources, questions }) => ({
    key,
    title,
    about,
    sources: [...sources],
    questions: questions.map(({ id, text, why, goodAnswer, whom }) => ({
      key: id,
      text,
      why,
      goodAnswer,
      whoShouldBeThere: whom,
    })),
  }));
}
