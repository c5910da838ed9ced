import { Checkbox, CheckboxGroup } from "@navikt/ds-react";
import type { ReactNode } from "react";

/** A few words to choose from; none chosen means any. */
export function ChooseMany<Word extends string>({
  legend,
  words,
  chosen,
  say,
  onChange,
}: {
  readonly legend: string;
  readonly words: readonly Word[];
  readonly chosen: readonly Word[];
  readonly say: (word: Word) => string;
  readonly onChange: (chosen: readonly Word[]) => void;
}): ReactNode {
  return (
    <CheckboxGroup
      size="small"
      legend={legend}
      value={[...chosen]}
      onChange={(next: Word[]) => onChange(words.filter((word) => next.includes(word)))}
    >
      <div className="choose-many">
        {words.map((word) => (
          <Checkbox key={word} value={word}>
            {say(word)}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}
