/** The data sets everything here rests on: what, which edition, whose, under which licence, and what to beware of. */

/** A named source as results cite it. `caution` is a sentence a reader must see beside the result. */
export interface Dataset {
  readonly id: string;
  readonly title: string;
  readonly edition: string;
  readonly licence: string;
  readonly url: string | null;
  /** Who publishes the facts and by which way they came here. */
  readonly origin: string;
  /** True when rows of the source are missing here: no hit then says little. */
  readonly partial: boolean;
  readonly caution: string;
}

export const datasets = {
  tvpra_goods: {
    id: "tvpra_goods",
    title: "List of goods produced by child labour or forced labour, US Department of Labor",
    edition: "2022",
    licence: "Public domain (US government work)",
    url: "https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods",
    origin: "US Department of Labor, Bureau of International Labor Affairs",
    partial: false,
    caution:
      "The 2022 edition, not the newest. The list names what the Department had evidence for; a good that is not on it is not thereby free of abuse.",
  },
  dol_enforcement: {
    id: "dol_enforcement",
    title:
      "Findings on the worst forms of child labour: government enforcement, US Department of Labor",
    edition: "2022",
    licence: "Public domain (US government work)",
    url: "https://www.dol.gov/agencies/ilab/resources/reports/child-labor/findings",
    origin: "US Department of Labor, Bureau of International Labor Affairs",
    partial: false,
    caution:
      "Covers 131 countries and territories that have trade preferences, not China, and values may be unknown.",
  },
  ilo_ratifications: {
    id: "ilo_ratifications",
    title: "Ratifications of the fundamental conventions, International Labour Organization",
    edition: "NORMLEX, 2026",
    licence: "Facts; NORMLEX is published by the ILO",
    url: "https://normlex.ilo.org",
    origin: "International Labour Organization, NORMLEX",
    partial: false,
    caution: "Ratification is a promise of the state; it does not show what happens at work.",
  },
  governance_hdi: {
    id: "governance_hdi",
    title: "Worldwide Governance Indicators (World Bank) and Human Development Index (UNDP)",
    edition: "values of 2020-21, by way of QoG Basic, January 2024",
    licence: "WGI: CC BY 4.0; HDI: CC BY 3.0 IGO",
    url: "https://www.worldbank.org/en/publication/worldwide-governance-indicators",
    origin: "World Bank; UNDP; compiled by the Quality of Government Institute, Gothenburg",
    partial: false,
    caution:
      "Four of the six indicators; voice and accountability is not among them, so freedom to organise is not measured here.",
  },
  cbp_wro_findings: {
    id: "cbp_wro_findings",
    title: "Withhold-release orders and findings in force, US Customs and Border Protection",
    edition: "CBP, transcription, January 2026",
    licence: "Public domain (US government work)",
    url: "https://www.cbp.gov/trade/forced-labor/withhold-release-orders-and-findings",
    origin: "US Customs and Border Protection, transcribed by hand in January 2026",
    partial: false,
    caution:
      "Second-hand: compare a hit with the page of CBP. Orders changed after January 2026 are not in it.",
  },
  uflpa_entities: {
    id: "uflpa_entities",
    title: "Entity list of the Uyghur Forced Labor Prevention Act (extract)",
    edition: "extract of 32 of 144 entities, 2022 to January 2025",
    licence: "Public domain (US Federal Register)",
    url: "https://www.dhs.gov/uflpa-entity-list",
    origin:
      "US Federal Register notices; nine entries from second-hand sources, named with each hit",
    partial: true,
    caution:
      "Only 32 of 144 entities: no hit says little. Other names are second-hand; verify them against the Federal Register.",
  },
  category_map: {
    id: "category_map",
    title: "Which components and materials a category contains (our own table)",
    edition: "1, November 2026",
    licence: "EUPL-1.2",
    url: null,
    origin:
      "Compiled for this project from general product knowledge, Regulation (EU) 2017/821 (tin, tantalum, tungsten, gold) and Regulation (EU) 2023/1542 (cobalt, graphite, lithium, nickel)",
    partial: true,
    caution: "What such products usually contain, not what was bought.",
  },
} as const satisfies Record<string, Dataset>;

export type DatasetId = keyof typeof datasets;
