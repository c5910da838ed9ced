import { Search, Select } from "@navikt/ds-react";
import type { FormEvent, ReactNode } from "react";

/** The search of a list with its filters beside it. What is searched lives in the address; `undefined` searches nothing. */
export function ListSearch({
  label,
  search,
  onSearch,
  children,
}: {
  readonly label: string;
  readonly search: string | undefined;
  readonly onSearch: (search: string | undefined) => void;
  /** Further filters. */
  readonly children?: ReactNode;
}): ReactNode {
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get("search");
    onSearch(typeof text === "string" && text.trim() !== "" ? text.trim() : undefined);
  }
  return (
    <form className="row-end no-print" role="search" onSubmit={submit}>
      <div className="list-search">
        <Search
          key={search ?? ""}
          name="search"
          label={label}
          hideLabel={false}
          size="small"
          variant="secondary"
          defaultValue={search ?? ""}
          onClear={() => onSearch(undefined)}
        />
      </div>
      {children}
    </form>
  );
}

/** One filter of a list: one of a few values, or, where `all` names it, none. */
export function FilterSelect<T extends string>({
  label,
  value,
  all,
  values,
  say,
  onChange,
}: {
  readonly label: string;
  readonly value: T | undefined;
  /** What no filter is called; left out where one value always holds. */
  readonly all?: string;
  readonly values: readonly T[];
  readonly say: (value: T) => string;
  readonly onChange: (value: T | undefined) => void;
}): ReactNode {
  return (
    <Select
      label={label}
      size="small"
      value={value ?? ""}
      onChange={(event) => onChange(values.find((one) => one === event.target.value))}
    >
      {all !== undefined && <option value="">{all}</option>}
      {values.map((one) => (
        <option key={one} value={one}>
          {say(one)}
        </option>
      ))}
    </Select>
  );
}
