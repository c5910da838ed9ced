/** Provinces, regions and municipalities of China, unambiguous as such. Source: GB/T 2260 division names. */
import { nameKey } from "./country-names.ts";

const latin =
  "Anhui|Chongqing|Fujian|Gansu|Guangdong|Guangxi|Guizhou|Hainan|Hebei|Heilongjiang|Henan|Hubei|Hunan|Inner Mongolia|Jiangsu|Jiangxi|Jilin|Liaoning|Ningxia|Qinghai|Shaanxi|Shandong|Shanghai|Shanxi|Sichuan|Tianjin|Tibet|Xinjiang|Yunnan|Zhejiang|Beijing";
const han =
  "安徽|重庆|重慶|福建|甘肃|广东|廣東|广西|廣西|贵州|海南|河北|黑龙江|河南|湖北|湖南|内蒙古|江苏|江蘇|江西|吉林|辽宁|宁夏|青海|陕西|山东|山東|上海|山西|四川|天津|西藏|新疆|云南|浙江|北京|深圳市|东莞市|苏州市|昆山市|广州市|惠州市|成都市|武汉市|郑州市|合肥市|南京市|珠海市|佛山市";

const latinNames: ReadonlySet<string> = new Set(latin.split("|").map(nameKey));
const hanStart = new RegExp(`^(?:${han})`, "u");
const hanWithSuffix = new RegExp(`(?:${han})(?:省|市|自治区)`, "u");

/** True when the text is (or, in Han characters, begins with or names) a first-level division of China. */
export function isChineseProvince(text: string): boolean {
  const key = nameKey(text).replace(
    / (?:province|prov|privince|city|municipality|shi|sheng)$/u,
    "",
  );
  return latinNames.has(key) || hanStart.test(text.trim()) || hanWithSuffix.test(text);
}
