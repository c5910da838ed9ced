/**
 * Names the list of towns does not have: first-level divisions with GeoNames' codes, other names of towns, and the
 * commonest towns of electronics, textile and vehicle making in Chinese script. Common knowledge, written down for
 * this project in November 2026 and checked against the list (a test finds every town named here).
 */

/** `name=code` of first-level divisions; several names may share a code. Where a town has its division's name it is not repeated. */
const regions: Readonly<Record<string, string>> = {
  CA: "Alberta=01|British Columbia=02|Manitoba=03|New Brunswick=04|Nova Scotia=07|Ontario=08|Quebec=10|Saskatchewan=11",
  CN: "Anhui=01|Zhejiang=02|Jiangxi=03|Jiangsu=04|Jilin Province=05|Qinghai=06|Fujian=07|Heilongjiang=08|Henan=09|Hebei=10|Hunan=11|Hubei=12|Xinjiang=13|Tibet=14|Xizang=14|Gansu=15|Guangxi=16|Guizhou=18|Liaoning=19|Inner Mongolia=20|Nei Mongol=20|Ningxia=21|Shanxi=24|Shandong=25|Shaanxi=26|Yunnan=29|Guangdong=30|Hainan=31|Sichuan=32",
  IN: "Andhra Pradesh=02|Assam=03|Bihar=34|Chhattisgarh=37|Goa=33|Gujarat=09|Haryana=10|Himachal Pradesh=11|Jharkhand=38|Karnataka=19|Kerala=13|Madhya Pradesh=35|Maharashtra=16|Odisha=21|Orissa=21|Punjab=23|Rajasthan=24|Tamil Nadu=25|Tamilnadu=25|Telangana=40|Uttar Pradesh=36|Uttarakhand=39|West Bengal=28",
  ID: "West Java=30|Jawa Barat=30|Central Java=07|Jawa Tengah=07|East Java=08|Jawa Timur=08|Banten=33",
  JP: "Aichi=01|Hyogo=13|Ibaraki=14|Ishikawa=15|Iwate=16|Kagawa=17|Kanagawa=19|Mie=23|Miyagi=24|Okinawa=47|Shiga=35|Shimane=36|Tochigi=38|Gunma=10|Hokkaido=12|Ehime=05",
  KR: "Gyeonggi=13|Gyeonggi do=13|Kyunggi do=13|Gyeongsangbuk do=14|Gyeongbuk=14|Gyeongsangnam do=20|Gyeongnam=20|Chungcheongbuk do=05|Chungbuk=05|Chungcheongnam do=17|Chungnam=17|Jeollanam do=16|Gangwon do=06",
  MX: "Baja California=02|Coahuila=07|Jalisco=14|Nuevo Leon=19|Sonora=26|Tamaulipas=28|Estado de Mexico=15",
  MY: "Johor=01|Kedah=02|Kelantan=03|Melaka State=04|Negeri Sembilan=05|Pahang=06|Perak=07|Penang=09|Pulau Pinang=09|Sabah=16|Sarawak=11|Selangor=12|Terengganu=13",
  PK: "Balochistan=02|Khyber Pakhtunkhwa=03|Punjab=04|Sindh=05",
  US: "Alabama=AL|Alaska=AK|Arizona=AZ|Arkansas=AR|California=CA|Colorado=CO|Connecticut=CT|Delaware=DE|Florida=FL|Georgia=GA|Hawaii=HI|Idaho=ID|Illinois=IL|Indiana=IN|Iowa=IA|Kansas=KS|Kentucky=KY|Louisiana=LA|Maine=ME|Maryland=MD|Massachusetts=MA|Michigan=MI|Minnesota=MN|Mississippi=MS|Missouri=MO|Montana=MT|Nebraska=NE|Nevada=NV|New Hampshire=NH|New Jersey=NJ|New Mexico=NM|New York State=NY|North Carolina=NC|North Dakota=ND|Ohio=OH|Oklahoma=OK|Oregon=OR|Pennsylvania=PA|Rhode Island=RI|South Carolina=SC|South Dakota=SD|Tennessee=TN|Texas=TX|Utah=UT|Vermont=VT|Virginia=VA|Washington State=WA|West Virginia=WV|Wisconsin=WI|Wyoming=WY",
  VN: "An Giang=01|Ba Ria Vung Tau=45|Binh Dinh=46|Binh Duong=75|Binh Phuoc=76|Binh Thuan=47|Dong Nai=43|Dong Thap=09|Ha Nam=80|Hau Giang=93|Khanh Hoa=54|Kien Giang=21|Lam Dong=23|Long An=24|Nghe An=58|Phu Tho=83|Quang Nam=84|Quang Ninh=30|Quang Tri=64|Thua Thien Hue=66|Tien Giang=37|Vinh Phuc=86",
};

/** `other name=name in the list`. */
const others: Readonly<Record<string, string>> = {
  AT: "Wien=Vienna",
  BD: "Chattogram=Chittagong|Dacca=Dhaka",
  BE: "Bruxelles=Brussels|Brussel=Brussels|Antwerp=Antwerpen|Ghent=Gent",
  CA: "Quebec City=Québec|Ville de Québec=Québec",
  CH: "Geneva=Genève",
  CN: "Canton=Guangzhou|Peking=Beijing|Tsingtao=Qingdao",
  CZ: "Praha=Prague",
  DE: "Cologne=Köln|Frankfurt=Frankfurt am Main|München=Munich|Nuremberg=Nürnberg|Hanover=Hannover",
  DK: "København=Copenhagen",
  IN: "Bangalore=Bengaluru|Bombay=Mumbai|Calcutta=Kolkata|Gurugram=Gurgaon|Madras=Chennai|Trivandrum=Thiruvananthapuram|Tirupur=Tiruppur|Baroda=Vadodara",
  IT: "Milano=Milan|Torino=Turin|Roma=Rome|Napoli=Naples|Firenze=Florence|Venezia=Venice|Genova=Genoa",
  KR: "Pusan=Busan|Taegu=Daegu|Inchon=Incheon",
  MM: "Rangoon=Yangon",
  PL: "Warszawa=Warsaw|Cracow=Kraków",
  PT: "Lisboa=Lisbon",
  RO: "București=Bucharest",
  RU: "Moskva=Moscow",
  TW: "Tao Yuan Hsien=Taoyuan City",
  UA: "Kiev=Kyiv",
  VN: "Saigon=Ho Chi Minh City|HCMC=Ho Chi Minh City|HCM City=Ho Chi Minh City|HCM=Ho Chi Minh City|Hai Phong=Haiphong|Danang=Da Nang|Quy Nhon=Qui Nhon|Hanoi City=Hanoi",
};

/** `Chinese name without 市, 区, 县, 镇 = name in the list`. */
const han: Readonly<Record<string, string>> = {
  CN: "北京=Beijing|上海=Shanghai|天津=Tianjin|重庆=Chongqing|重慶=Chongqing|深圳=Shenzhen|东莞=Dongguan|東莞=Dongguan|广州=Guangzhou|廣州=Guangzhou|惠州=Huizhou|佛山=Foshan|中山=Zhongshan|珠海=Zhuhai|汕头=Shantou|江门=Jiangmen|虎门=Humen|苏州=Suzhou|蘇州=Suzhou|昆山=Kunshan|无锡=Wuxi|無錫=Wuxi|常州=Changzhou|南京=Nanjing|南通=Nantong|扬州=Yangzhou|盐城=Yancheng|徐州=Xuzhou|杭州=Hangzhou|宁波=Ningbo|寧波=Ningbo|温州=Wenzhou|嘉兴=Jiaxing|绍兴=Shaoxing|台州=Taizhou|金华=Jinhua|义乌=Yiwu|合肥=Hefei|芜湖=Wuhu|安庆=Anqing|厦门=Xiamen|廈門=Xiamen|福州=Fuzhou|泉州=Quanzhou|南昌=Nanchang|赣州=Ganzhou|武汉=Wuhan|武漢=Wuhan|长沙=Changsha|株洲=Zhuzhou|郑州=Zhengzhou|鄭州=Zhengzhou|成都=Chengdu|绵阳=Mianyang|西安=Xi’an|青岛=Qingdao|青島=Qingdao|济南=Jinan|烟台=Yantai|威海=Weihai|潍坊=Weifang|大连=Dalian|沈阳=Shenyang|长春=Changchun|哈尔滨=Harbin|石家庄=Shijiazhuang|太原=Taiyuan|昆明=Kunming|贵阳=Guiyang|南宁=Nanning|桂林=Guilin|柳州=Liuzhou|松江=Songjiang",
  TW: "台北=Taipei|臺北=Taipei|桃園=Taoyuan City|桃园=Taoyuan City|新竹=Hsinchu|台中=Taichung|臺中=Taichung|台南=Tainan|臺南=Tainan|高雄=Kaohsiung",
};

function pairsOf(text: string | undefined): readonly (readonly [string, string])[] {
  return (text ?? "").split("|").flatMap((pair): [string, string][] => {
    const [name, value] = pair.split("=");
    return name === undefined || value === undefined ? [] : [[name, value]];
  });
}

/** First-level divisions of a country: name and GeoNames' code. */
export function regionNames(country: string): readonly (readonly [string, string])[] {
  return pairsOf(regions[country]);
}

/** Other names of towns, with the name in the list. */
export function otherCityNames(country: string): readonly (readonly [string, string])[] {
  return pairsOf(others[country]);
}

/** Names of towns in Chinese script, with the name in the list. */
export function hanCityNames(country: string): readonly (readonly [string, string])[] {
  return pairsOf(han[country]);
}

/** Words of streets that follow the name: "Nanjing East Road". */
export const streetWordsAfter: ReadonlySet<string> = new Set(
  "road rd raod street st str avenue ave av lane ln lu jie highway hwy expressway freeway boulevard blvd drive dr way alley crescent square bridge building bldg tower towers mansion plaza centre center straat strasse platz allee gatan marg salai intersection".split(
    " ",
  ),
);
/** Words of streets that stand before the name: "Via Milano", "Jl. Bandung". */
export const streetWordsBefore: ReadonlySet<string> = new Set(
  "via viale rue calle avenida av avda carretera rua estrada rodovia ul ulica jalan jl soi duong pho boulevard blvd carrera cra corso chemin route travessa".split(
    " ",
  ),
);
/** Words that may stand between a street's name and its street word, or between "Rue" and the name. */
export const betweenWords: ReadonlySet<string> = new Set(
  "east west north south middle mid central dong xi nan bei zhong new old main ring industrial first second third 1st 2nd 3rd the de del de la di da do".split(
    " ",
  ),
);
/** Words after a name that say it is a place: "Gulin Town", "Hui'an County". */
export const placeWordsAfter: ReadonlySet<string> = new Set(
  "city town district dist county municipality township village shi xian qu zhen xiang si gun gu cho machi province prov commune ward regency taluk tehsil".split(
    " ",
  ),
);
/** Words that are names of small towns somewhere and hardly ever meant as such. */
export const notPlaces: ReadonlySet<string> = new Set(
  "industrial industry industries zone park sector phase plot unit block building export processing free trade economic development district town city county village province road street east west north south new factory company floor area estate main central state economy garden central hightech technology science national international lake hill river bridge center centre union success commerce enterprise progress liberty independence".split(
    " ",
  ),
);
/** Words after a name that begin a zone named after the town: "Kunshan Export Processing Zone". */
export const zoneWords: ReadonlySet<string> = new Set(
  "economic economy development export industrial industry free comprehensive bonded high hi hightech zone epz cbz epza ftz national integrated".split(
    " ",
  ),
);
