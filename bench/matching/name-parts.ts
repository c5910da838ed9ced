/** What invented sites are named and addressed by, country by country, the commonest first. Compiled by hand for the generator. */
export interface CountryNames {
  readonly code: string;
  readonly name: string;
  readonly postalDigits: number;
  readonly hasLocal: boolean;
  readonly syllables: readonly (readonly [sound: string, sign: string])[];
  readonly words: readonly string[];
  readonly trades: readonly (readonly [latin: string, local: string])[];
  readonly legal: readonly string[];
  readonly localLegal: string;
  readonly towns: readonly (readonly [town: string, province: string])[];
  readonly localTowns: Readonly<Record<string, readonly string[]>>;
  readonly streets: readonly string[];
  readonly parks: readonly string[];
  readonly villages: readonly string[];
  readonly addresses: readonly string[];
}

const split = (text: string): string[] => text.split(",").map((part) => part.trim());
const pairs = (text: string): (readonly [string, string])[] =>
  split(text).map((part) => {
    const [first = "", second = ""] = part.split("=");
    return [first, second] as const;
  });
const crossed = (first: string, second: string): string[] => {
  const out: string[] = [];
  for (const a of first.split(",")) for (const b of second.split(",")) out.push(`${a}${b}`);
  // Mixed, so that skewed picking does not favour one beginning.
  return out.toSorted(
    (a, b) =>
      ((a.length * 31 + (a.codePointAt(1) ?? 0)) % 17) -
      ((b.length * 31 + (b.codePointAt(1) ?? 0)) % 17),
  );
};

const chineseSigns =
  "hua=华,xin=鑫,da=达,sheng=盛,heng=恒,jia=嘉,tai=泰,rui=瑞,hong=鸿,de=德,feng=丰,ming=明,long=隆,yuan=源,tong=通,jin=金,fu=富,kang=康,li=利,cheng=诚,hai=海,bo=博,wei=伟,yi=益,an=安,xing=兴,guang=光,ya=亚,tian=天,ke=科,lian=联,zhong=中,shun=顺,ri=日,wan=万,qi=奇,he=和,jun=骏,hui=辉,yang=阳,chuang=创,mei=美,sen=森,kai=凯,le=乐,ping=平,chang=昌,wen=文,bang=邦,zhi=志,dong=东,lin=林,shi=时,run=润,shan=山,qing=庆,yong=永,guo=国,li=力,yu=裕,fa=发,bao=宝";
const tradesOfChina =
  "Electronics=电子,Technology=科技,Garment=服装,Precision Technology=精密科技,Plastic=塑胶,Hardware=五金,Textile=纺织,Optoelectronics=光电,Precision Mould=精密模具,Shoes=鞋业,Packaging=包装,Knitting=针织,Industry=实业,Electronic Technology=电子科技,Metal Products=金属制品,Toys=玩具,Battery=电池,Printing=印刷,New Energy=新能源,Machinery=机械";

const china: CountryNames = {
  code: "CN",
  name: "China",
  postalDigits: 6,
  hasLocal: true,
  syllables: pairs(chineseSigns),
  words: [],
  trades: pairs(tradesOfChina),
  legal: ["Co., Ltd.", "Co.,Ltd", "Co Ltd", "Company Limited", "Factory", "Limited", "Co.,Ltd."],
  localLegal: "有限公司",
  towns: pairs(
    "Shenzhen=Guangdong,Dongguan=Guangdong,Suzhou=Jiangsu,Kunshan=Jiangsu,Ningbo=Zhejiang,Guangzhou=Guangdong,Shanghai=Shanghai,Wenzhou=Zhejiang,Huizhou=Guangdong,Xiamen=Fujian,Foshan=Guangdong,Hangzhou=Zhejiang,Qingdao=Shandong,Wuxi=Jiangsu,Zhongshan=Guangdong,Jiaxing=Zhejiang,Shaoxing=Zhejiang,Changshu=Jiangsu,Nantong=Jiangsu,Quanzhou=Fujian,Jinhua=Zhejiang,Tianjin=Tianjin,Chongqing=Chongqing,Chengdu=Sichuan,Hefei=Anhui,Wuhan=Hubei,Zhengzhou=Henan,Zhuhai=Guangdong,Jiangmen=Guangdong,Dalian=Liaoning,Yantai=Shandong,Nanjing=Jiangsu,Changzhou=Jiangsu,Yangzhou=Jiangsu,Taizhou=Zhejiang,Ganzhou=Jiangxi,Jiujiang=Jiangxi,Weihai=Shandong",
  ),
  localTowns: Object.fromEntries(
    pairs(
      "Shenzhen=深圳市,Dongguan=东莞市,Suzhou=苏州,Kunshan=昆山,Ningbo=宁波,Guangzhou=广州,Shanghai=上海,Wenzhou=温州,Huizhou=惠州,Xiamen=厦门,Foshan=佛山市,Hangzhou=杭州,Qingdao=青岛,Wuxi=无锡,Zhongshan=中山市,Jiaxing=嘉兴,Shaoxing=绍兴,Chengdu=成都,Hefei=合肥,Wuhan=武汉,Zhengzhou=郑州,Zhuhai=珠海",
    ).map(([town, sign]) => [town, [sign]]),
  ),
  streets: crossed(
    "Xing,Hua,Jian,Chang,Long,Fu,Ren,Zhong,Bei,Nan,Dong,Gong,Xin,Yong,Jin,Tai,Feng,Hai,Jiang,Shun",
    "ye Road,min Road,she Road,jiang Road,an Avenue,tian Road,hu Road,shan Road,he East Road,yuan West Road,gang Road,kang Street,da Road",
  ),
  parks: [
    "{town} Economic Development Zone",
    "{town} Industrial Park",
    "No.2 Industrial Zone",
    "Science and Technology Park",
    "High-Tech Zone",
    "",
  ],
  villages: crossed(
    "Sha,Long,Ping,Guang,Heng,Da,Xi,Tang,Chang,Fu,Huang,Qiao,Shi,Song,Wu,Bai",
    "jing Town,hua Street,xia Village,gang Town,ming Town,tou Town,tang Village,an Town,li Village,kou Town,ping Street",
  ),
  addresses: [
    "No. {house} {street}, {park}, {village}",
    "No.{house}, {street}, {village}",
    "Building {block}, {park}, {village}",
    "{house} {street}, {park}",
    "{park}, {village}",
    "{block} Block, No.{house} {street}, {village}",
  ],
};

function country(
  code: string,
  name: string,
  postalDigits: number,
  brandFirst: string,
  brandSecond: string,
  words: string,
  trades: string,
  legal: string,
  towns: string,
  streets: readonly string[],
  parks: string,
  villages: readonly string[],
  addresses: readonly string[],
): CountryNames {
  return {
    code,
    name,
    postalDigits,
    hasLocal: false,
    syllables: [...split(brandFirst), ...split(brandSecond)].map((sound) => [sound, ""] as const),
    words: split(words),
    trades: split(trades).map((trade) => [trade, ""] as const),
    legal: split(legal),
    localLegal: "",
    towns: pairs(towns),
    localTowns: {},
    streets,
    parks: split(parks),
    villages,
    addresses,
  };
}

const vietnam = country(
  "VN",
  "Vietnam",
  6,
  "viet,tan,phu,thanh,hoa,minh,dai,hung,an,nam,kim,hai,long,sao,bac,dong,thai,quang,duc,vinh",
  "phat,tien,loi,phong,thinh,duong,son,hai,tam,khang,gia,linh,binh,chau",
  "Vina,Viet Nam,Global,Star,Asia,Pacific,Saigon",
  "Garment,Electronics,Textile,Footwear,Plastic,Packaging,Precision,Industrial,Wood,Furniture,Apparel,Embroidery",
  "Co. Ltd,JSC,Company Limited,Joint Stock Company,Co. Ltd.,Corporation",
  "Bien Hoa=Dong Nai,Thuan An=Binh Duong,Ho Chi Minh=Ho Chi Minh,Hanoi=Hanoi,Bac Ninh=Bac Ninh,Hai Phong=Hai Phong,Di An=Binh Duong,Long Thanh=Dong Nai,Hai Duong=Hai Duong,Da Nang=Da Nang,Thu Dau Mot=Binh Duong,Nam Dinh=Nam Dinh,Hung Yen=Hung Yen,Thai Nguyen=Thai Nguyen,My Tho=Tien Giang",
  crossed(
    "Nguyen ,Le ,Tran ,Pham ,Hoang ,Vo ",
    "Van Linh Street,Thi Minh Street,Quoc Toan Street,Trai Road,Hue Road,Du Street,Van Chieu Street,Loi Street",
  ),
  "Amata Industrial Park,VSIP,Song Than Industrial Zone,Tan Tao Industrial Park,Que Vo Industrial Park,My Phuoc 2 Industrial Park,Long Binh Industrial Zone,Nhon Trach 3 Industrial Park,Thang Long Industrial Park",
  crossed(
    "Tan ,Binh ,Phu ,An ,Long ,Hoa ",
    "Thuan Ward,Hoa Ward,Phu Commune,Dong Ward,Binh Commune,Khanh Ward",
  ),
  [
    "Lot {block}{house}, {park}, {village}",
    "{house} {street}, {village}",
    "Road {house}, {park}",
    "{street}, {village}",
  ],
);
const bangladesh = country(
  "BD",
  "Bangladesh",
  4,
  "rah,epy,sha,mon,ana,nat,fak,ham,kna,pad,sun,jam,mer,del,nas,bar,ali,zab,tus,sin",
  "man,llion,hin,no,nta,ural,ir,eem,ma,lite,una,idian,ta,sa,ika,fa,ber,uka,gha",
  "Fashion,Knit,Composite,Style,Star,Global,Eastern,Green",
  "Apparels,Garments,Knitwear,Sweater,Textile Mills,Washing,Knit Composite,Denim,Printing,Dyeing,Fashions",
  "Ltd.,Limited,Ltd,Pvt. Ltd.,(Pvt) Ltd",
  "Gazipur=Dhaka,Savar=Dhaka,Narayanganj=Dhaka,Ashulia=Dhaka,Chittagong=Chittagong,Dhaka=Dhaka,Tongi=Gazipur,Mymensingh=Mymensingh,Narsingdi=Dhaka",
  crossed(
    "Dhaka,Mirpur,Shibu,Tongi,National,Board Bazar,Kashimpur,Jamgora",
    " Road, Highway, Main Road, Link Road",
  ),
  "DEPZ,CEPZ,BSCIC Industrial Area,Adamjee EPZ,Tongi I/A,Hosiery Shilpa Nagari",
  crossed(
    "Sal,Kashim,Mouch,Zira,Baip,Hemay,Konab,Jang,Mirz,Chan",
    "na,pur,ak,bo,ail,etpur,ari,aliapara,dona",
  ),
  [
    "{house} {village}, {street}",
    "Plot {house}, {park}",
    "{village}, {street}",
    "Plot-{house}, {block}-Block, {village}",
    "{house}/{block} {village}",
  ],
);
const india = country(
  "IN",
  "India",
  6,
  "sha,raj,kri,bal,mah,gok,pra,sri,gan,vij,nav,ark,tex,jay,muth,sath,ori,mod,pee,lax",
  "hi,esh,shna,aji,aldas,tik,em,ram,ay,een,port,mal,mi,nath,deep,vin,on,ya",
  "Exports,Fashions,Creations,International,India,Overseas",
  "Knits,Apparels,Garments,Textiles,Spinning Mills,Clothing,Leather,Industries,Exports,Enterprises",
  "Pvt. Ltd.,Private Limited,Ltd,Pvt Ltd,LLP,Limited",
  "Tirupur=Tamil Nadu,Bangalore=Karnataka,Noida=Uttar Pradesh,Gurgaon=Haryana,Chennai=Tamil Nadu,Mumbai=Maharashtra,Delhi=Delhi,Karur=Tamil Nadu,Faridabad=Haryana,Jaipur=Rajasthan,Coimbatore=Tamil Nadu,Ludhiana=Punjab,Panipat=Haryana,Surat=Gujarat",
  crossed(
    "Hosur,Palladam,Avinashi,Peenya,Mysore,Mathura,Delhi,Ring,College,Station,Gandhi,Nehru",
    " Road, Main Road, Street, Nagar",
  ),
  "Peenya Industrial Area,SIDCO Industrial Estate,Udyog Vihar Phase IV,Sector 63,Okhla Industrial Area Phase II,MIDC,Bommasandra Industrial Area",
  crossed(
    "Anup,Veer,Chett,Kang,Nall,Muda,Perum,Rama,Kuma",
    "parpalayam,apandi,ipalayam,eyam,ur,lipalayam,anallur,puram",
  ),
  [
    "Plot No. {house}, {park}",
    "{house}, {street}, {village}",
    "S.F. No. {house}/{block}, {village}, {street}",
    "No. {house}-{block}, {park}",
  ],
);
const turkey = country(
  "TR",
  "Turkey",
  5,
  "er,ka,tex,or,bil,sun,mod,al,gul,ak,oz,tan,yes,bar,cel,dem,per,sel",
  "teks,ka,san,im,tas,lar,er,din,kum,dem,an,tek,sa,mer,bey",
  "Dis,Moda,Star,Ege,Anadolu",
  "Tekstil,Konfeksiyon,Giyim,Tekstil Konfeksiyon,Orme,Tekstil Sanayi,Boya,Iplik",
  "San. ve Tic. A.S.,San. Tic. Ltd. Sti.,Sanayi ve Ticaret A.S.,Ltd. Sti.,A.S.",
  "Istanbul=Istanbul,Bursa=Bursa,Izmir=Izmir,Denizli=Denizli,Corlu=Tekirdag,Adana=Adana,Gaziantep=Gaziantep,Cerkezkoy=Tekirdag,Tokat=Tokat,Malatya=Malatya",
  crossed(
    "Ataturk,Fatih,Cumhuriyet,Bahar,Cinar,Yildiz,Menderes,Gazi,Lale",
    " Cad., Sok., Caddesi, Sokak, Bulvari",
  ),
  "Organize Sanayi Bolgesi,Serbest Bolge,OSB,Begos 3. Bolge,Ikitelli OSB",
  crossed(
    "Ye,Kara,Bah,Gun,Mer,Sar,Kir",
    "nibosna Mah.,duvar Mah.,celievler Mah.,esli Mah.,ter Mah.,igol Mah.",
  ),
  [
    "{village} {street} No {house}",
    "{park} {house}. Cad. No {house}",
    "{village} {street} No: {house} Kat {block}",
  ],
);
const cambodia = country(
  "KH",
  "Cambodia",
  6,
  "zhen,da,gold,fame,sun,hua,jin,grand,king,star,yi,can,win,mei",
  "tai,ing,tex,fa,sheng,way,ful,wood,li,don",
  "Cambodia,International,Asia",
  "Garment,Apparel,Footwear,Knitting,Textile,Fashion,Bags",
  "(Cambodia) Co. Ltd,Co. Ltd.,(Cambodia) Ltd.,Limited",
  "Phnom Penh=Phnom Penh,Kandal=Kandal,Kampong Speu=Kampong Speu,Bavet=Svay Rieng,Kampong Cham=Kampong Cham,Takeo=Takeo",
  [
    "National Road 4",
    "National Road 2",
    "National Road 3",
    "Veng Sreng Street",
    "Street 371",
    "Street 2004",
  ],
  "Manhattan SEZ,Phnom Penh SEZ,Canadia Industrial Park,Vattanac Industrial Park",
  crossed(
    "Trapeang ,Chom ,Prey ,Phum ,Tuol ,Khum ",
    "Chheu Neang,Chao Commune,Sar Village,Thnot Village,Roka Commune,Pong Village",
  ),
  [
    "{street}, {village}",
    "{park}, {street}",
    "#{house}, {street}, {village}",
    "Phum {village}, {street}",
  ],
);
const lanka = country(
  "LK",
  "Sri Lanka",
  5,
  "bran,hir,lan,om,ori,ser,cry,hel,sil,vog,mas,jay,uni,sta",
  "dix,dara,ka,ega,git,endib,stal,a,ueta,ue,tex,max,li,chelle",
  "Lanka,Ceylon,Intimates,Clothing",
  "Apparel,Garments,Lingerie,Clothing,Textiles,Knitwear",
  "(Pvt) Ltd,Private Limited,Ltd,PLC",
  "Biyagama=Western,Katunayake=Western,Koggala=Southern,Colombo=Western,Kandy=Central,Avissawella=Western,Horana=Western",
  crossed("Kandy,Galle,Temple,Negombo,Station,Walgama", " Road, Mawatha"),
  "Biyagama Export Processing Zone,Katunayake EPZ,Koggala Export Processing Zone,Seethawaka Industrial Park",
  crossed("Mal,Hab,Wath,Kuma,Ban,Nitt", "wana,araduwa,upitiwala,rawatta,daragama,ambuwa"),
  [
    "Lot {house}, {park}, {village}",
    "No. {house}, {street}, {village}",
    "{park}, {village}",
    "Block {block}, {park}",
  ],
);
const thailand = country(
  "TH",
  "Thailand",
  5,
  "siam,thai,nan,chai,sri,bang,krung,sam,tha,pra,wat,nakh",
  "tex,tana,yang,rat,porn,siri,ong,mit,charoen,phol",
  "Siam,Thai,Asia,Inter",
  "Electronics,Garment,Plastic,Auto Parts,Rubber,Industry,Precision,Footwear,Packaging",
  "Co. Ltd.,Co.,Ltd.,Public Company Limited,(Thailand) Co. Ltd.",
  "Bangkok=Bangkok,Samut Prakan=Samut Prakan,Chonburi=Chonburi,Rayong=Rayong,Ayutthaya=Ayutthaya,Pathum Thani=Pathum Thani,Samut Sakhon=Samut Sakhon,Lamphun=Lamphun",
  [
    "Bangna Trad Road",
    "Phetkasem Road",
    "Sukhumvit Road",
    "Ekachai Road",
    "Suksawat Road",
    "Rama 2 Road",
    "Chaeng Watthana Road",
  ],
  "Amata Nakorn Industrial Estate,Bangpoo Industrial Estate,Hi-Tech Industrial Estate,Rojana Industrial Park",
  crossed("T. Bang,Tambol Nong,T. Khlong,Tambon Ban", "mueang,maidaeng,song,kha,saothong,pla"),
  [
    "{house} Moo {house}, {street}, {village}",
    "{house}/{house} {park}, Moo 4, {village}",
    "{house} {street}",
  ],
);
const mexico = country(
  "MX",
  "Mexico",
  5,
  "tex,man,con,ind,int,mer,cal,sol,gua,ari,cor,del",
  "tiles,ufac,mex,norte,lana,dora,ter,mar,luz,sa",
  "Internacional,de Mexico,del Norte,Industrial",
  "Textil,Manufacturas,Confecciones,Electronica,Plasticos,Calzado,Maquiladora",
  "S.A. de C.V.,SA de CV,S. de R.L. de C.V.,S.A.",
  "Tijuana=Baja California,Puebla=Puebla,Juarez=Chihuahua,Monterrey=Nuevo Leon,Tehuacan=Puebla,Guadalajara=Jalisco,Aguascalientes=Aguascalientes",
  crossed(
    "Calle ,Av. ,Blvd. ,Carretera ",
    "Insurgentes,Juarez,Morelos,Hidalgo,Reforma,Resurreccion,Alisos,Industrial",
  ),
  "Parque Industrial,Parque Industrial Resurreccion,Ciudad Industrial,Zona Industrial",
  crossed("Col. ,Fracc. ,Residencial ", "Lomas,Centro,Del Valle,San Juan,Otay,La Paz"),
  [
    "{street} {house}, {village}",
    "{street} No. {house}, {park}",
    "{street} {house}-{block}, {village}",
  ],
);
const america = country(
  "US",
  "USA",
  5,
  "north,west,lake,green,pine,river,sun,oak,grand,blue,silver,star,bright,clear,maple",
  "field,side,wood,gate,view,stone,brook,land,ford,ridge,port",
  "American,United,National,Central,Precision,First,Pacific",
  "Manufacturing,Industries,Electronics,Foods,Plastics,Metal Works,Services,Systems,Textiles,Products",
  "Inc.,LLC,Corp.,Inc,Company",
  "Chicago=IL,Los Angeles=CA,New York=NY,Houston=TX,Dallas=TX,Atlanta=GA,Seattle=WA,Detroit=MI,Cleveland=OH,Milwaukee=WI,Phoenix=AZ",
  crossed(
    "N. ,S. ,W. ,E. ,",
    "Main St.,Oak Ave.,Washington Blvd.,Lincoln Ave.,Halsted St.,Kedzie Ave.,51st St.,79th St.,Park Rd.,Lake St.,Jefferson St.,State St.,Madison Ave.",
  ),
  "",
  ["", "Suite 200", "Unit 4"],
  ["{house} {street}, {village}", "{house} {street}"],
);

/** The commonest first: sites are drawn skewed to them. */
export const countries: readonly CountryNames[] = [
  china,
  vietnam,
  bangladesh,
  india,
  turkey,
  america,
  cambodia,
  thailand,
  lanka,
  mexico,
];
