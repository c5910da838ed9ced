/** Who can sign in to the demonstrations. All of them, and their organisations, are invented. */
import type { MemberRole } from "@throughline/domain";

export interface DemonstrationPerson {
  readonly organisation: "university" | "city" | "hospital" | "reseller";
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: MemberRole;
  readonly does: string;
}

export const demonstrationPeople: readonly DemonstrationPerson[] = [
  {
    organisation: "university",
    name: "Mara Lindqvist (invented)",
    email: "contracts@northbridge.example",
    password: "one-line-every-break",
    role: "owner",
    does: "contract manager, Northbridge University (invented)",
  },
  {
    organisation: "university",
    name: "Tomas Okafor (invented)",
    email: "reader@northbridge.example",
    password: "one-line-every-break",
    role: "reader",
    does: "colleague who only reads, Northbridge University (invented)",
  },
  {
    organisation: "city",
    name: "Ines Vermeulen (invented)",
    email: "buses@larkhaven.example",
    password: "one-line-every-break",
    role: "owner",
    does: "responsible-procurement officer, City of Larkhaven (invented)",
  },
  {
    organisation: "hospital",
    name: "Joyce Adeyemi (invented)",
    email: "requests@westmere.example",
    password: "one-line-every-break",
    role: "owner",
    does: "asks suppliers and waits for answers, Westmere Hospitals (invented)",
  },
  {
    organisation: "reseller",
    name: "Noor Haddad (invented)",
    email: "sites@cedar-it.example",
    password: "one-line-every-break",
    role: "owner",
    does: "answers its customers, Cedar IT (invented reseller)",
  },
];
