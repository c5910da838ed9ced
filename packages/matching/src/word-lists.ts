/**
 * Words that say little about which site is meant. Our own short lists of facts (legal forms as registers abbreviate
 * them, trades, address words, countries and industrial cities), folded as {@link foldText} folds: lower case, no
 * diacritics. Kept short on purpose: a word that is missing costs a little precision, a wrong one costs recall.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Legal forms written as one word once dots and blanks between single letters are gone. */
export const legalForms: ReadonlySet<string> = words(`
  co company cie ltd limited ltda llc llp lp plc inc incorporated corp corporation jsc ojsc pjsc cjsc ao ooo oao zao tov
  gmbh mbh ag kg kgaa ohg ug eg sa sas sarl srl spa snc sca scs sl slu sau bv nv cv vof ab as asa oy oyj aps ivs hb
  doo dd ad ood eood ead kft zrt nyrt bt sro sp zoo spzoo sia uab ou as kk gk yk bhd berhad sdn pte pvt private pt tbk
  ud cv public pcl tnhh mtv ctcp jstc fze fzco fzc fzllc wll saoc saog sae sal kollektif sti sirketi anonim limitid
  proprietary pty cc npc eirl lda unipessoal saic sacv srlcv rl de coltd
`);

/** Legal forms of two and more words, longest first, as they stand once folded. */
export const legalPhrases: readonly string[] = [
  "sociedad anonima de capital variable",
  "societa per azioni",
  "societe anonyme",
  "sociedad anonima",
  "limited liability company",
  "joint stock company",
  "sanayi ve ticaret",
  "san ve tic",
  "dis tic ve san",
  "sanayi ticaret",
  "san tic",
  "ve ticaret",
  "sp z oo",
  "sa de cv",
  "s de rl de cv",
  "cong ty tnhh",
  "cong ty co phan",
  "kabushiki kaisha",
  "d 0 0",
];

/** Endings cut off a name without blanks; only long ones, so that no real word loses its end. */
export const compactLegalEndings: readonly string[] = [
  "jointstockcompany",
  "pvtlimited",
  "limited",
  "private",
  "corporation",
  "company",
  "pvtltd",
  "ptyltd",
  "coltd",
  "gmbh",
  "pvt",
  "ltd",
  "llc",
  "inc",
  "sdnbhd",
  "bhd",
  "spzoo",
];

/** Legal forms written without blanks before or behind the name (Chinese, Japanese, Korean, Thai, Vietnamese). */
export const unspacedLegalForms: readonly string[] = [
  "股份有限公司",
  "有限责任公司",
  "有限責任公司",
  "集团有限公司",
  "有限公司",
  "公司",
  "株式会社",
  "有限会社",
  "주식회사",
  "유한회사",
  "บริษัท",
  "จำกัด",
  "มหาชน",
];

/** Trades and activities: many sites share them. */
export const tradeWords: ReadonlySet<string> = words(`
  technology technologies tech electronic electronics electric electrical electron computer computers information info
  infocomm infocom precision industry industrial industries international intl global group holding holdings enterprise enterprises manufacturing
  manufacture manufacturer manufacturers mfg factory factories plant works mill mills products product production trading
  trade import export imports exports ithalat ihracat textile textiles textil texteis tekstil tekstill texteis garment garments
  apparel apparels appareal clothing fashion fashions confeccoes konfeksiyon giyim imalati knit knitting knitwear spinning weaving
  dyeing printing shoes shoe footwear leather denim lingerie style accessories hair plastic plastics rubber metal metals
  steel battery batteries energy power semiconductor optical optoelectronic optoelectronics material materials chemical
  chemicals science scientific development service services solutions systems system sanayi ticaret san tic dis new industria
  branch subesi unit facility division dept department store storage warehouse warehousing logistics
`);

/** Articles and fillers. */
export const fillerWords: ReadonlySet<string> = words(
  `the of and und et y e ve for de da do del la le di el al a an co in at off`,
);

/** Countries and cities as they stand in company names and addresses. In a name they weigh little. */
export const placeWords: ReadonlySet<string> = words(`
  china prc proc hongkong taiwan korea japan vietnam viet nam thailand malaysia indonesia philippines india bangladesh pakistan lanka sri cambodia
  myanmar burma laos turkey turkiye egypt morocco tunisia mexico guatemala salvador honduras nicaragua brazil portugal spain italy
  romania bulgaria serbia poland czech hungary ukraine georgia germany france usa uk
  shenzhen shanghai kunshan suzhou dongguan guangzhou huizhou zhuhai zhongshan foshan chongqing chengdu hefei wuhan zhengzhou tianjin
  beijing nanjing wuxi ningbo hangzhou xiamen qingdao dalian yantai changshu wujiang jiangsu zhejiang guangdong anhui
  sichuan fujian shandong henan hubei hunan jiangxi taipei hsinchu taoyuan kaohsiung hanoi haiphong danang saigon bangkok penang
  xinjiang hetian aksu changji hami karamay baoding rizhao shenyang hebei changsha yunnan qinghai europe malawi
  jakarta batam manila cavite chennai bangalore dhaka karachi lahore istanbul izmir bursa denizli tekirdag colombo sriracha
`);

/** Unit numbers in Roman figures; single letters are left alone, they are too often initials. */
export const romanNumbers: Readonly<Record<string, string>> = {
  ii: "2",
  iii: "3",
  iv: "4",
  vi: "6",
  vii: "7",
  viii: "8",
};
