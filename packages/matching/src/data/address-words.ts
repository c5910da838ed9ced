/**
 * Words of addresses, folded to Latin letters, one group a line: the first is the form compared; a hyphen is a blank.
 * Origin: street, unit, level and building words of openvenues/libpostal (MIT), re-expressed and chosen; Han, Turkish, Thai,
 * Khmer and Vietnamese ones added by hand. Edition: 2026-11-20.
 */
export const streetWords = `
street st str straat strasse sokak sok sk sokagi sokaka ulitsa ulitza ul ui utca u via rua calle rue jalan jl jie thanon soi mawatha galli pho duong ulice sq
road rd weg yol yolu tie vej vag lu daolu marg
avenue ave av aven cadde cad cd caddesi avenida aven prospekt pr prospect dadao
boulevard blvd boul bulvar bulvari blv
lane ln lorong alley aly hutong xiang
drive dr drv
highway hwy shosse shausse carretera carr crta car ctra motorway expressway autovia
court ct
place pl
square sq plaza pza plz meydani
parkway pkwy pky
terrace ter
circle cir
way wy
bridge
junction
`;
/** Words before a unit inside a house number: what follows says which unit. */
export const unitWords = `
floor fl flr f level lvl kat lantai tang etage piso chan lou
unit flat apt apartment suite ste room rm shi oda office ofis
block blok blk bl blook
building bldg bld bina edificio edif ed gebaude toa dong-toa lou-dong haus hall
warehouse-no shed bay hangar gate
factory-no workshop phan-xuong xuong
phase fase
`;
/** Words that stand in most addresses and tell nothing. */
export const fillerAddressWords = `
no nr num number numero n hao so nomor
near opp opposite behind beside next at in of the and off on to by from between after left right side
po box p-o-box post office pobox mail tel fax phone
corner cnr old new main
add address attn
km kilometer kilometre lot lote lo kavling kav parcel parsel ada plot plt door daire
`;
/** Kinds of area: agree rarely and differ often, so they weigh little. */
export const areaWords = `
district dist distt qu ilce ilcesi khan amphoe amphur ampho amphor a quan huyen kecamatan kec gu
city shi town zhen kota kabupaten kab tp thanh-pho municipality ciudad
township tsp xiang
village vill vil cun desa koyu koy mouza phum ban thon lugar sitio colonia col barangay brgy moo mu m
province prov sheng provincia propinsi tinh changwat oblast il eyalet voivodship
county county-town xian jud judet judetul kreis rayon
state
commune khum sangkat xa phuong ward tambon tambol t subdistrict kelurahan kel mahalle mah mahallesi mh gn
region reg
street-office jiedao
development devel develop
economic economical eco
technology technological tech
industrial industry industries ind indl industria san sanayi sanayii kcn cong-nghiep gongye
zone zona bolge bolgesi ward-zone qu-zone khu kawasan
park estate parque poligono pol poligon yuan
export exports epz processing ekspor
free
special sez
trade trading
bonded
organized organize osb organised
high hi-tech hightech
international intl
sector sec
mevki mevkii mevkisi
area alan
national 
sitesi sit site
`;
/** Directions. */
export const directionWords = `
n north northern kuzey norte nord bei
s south southern guney sul sud nan
e east eastern dogu este est dong
w west western bati oeste ouest xi
ne northeast northeastern
nw northwest northwestern
se southeast southeastern
sw southwest southwestern
`;
/** Number words of streets and floors. */
export const numberWords: Readonly<Record<string, string>> = {
  first: "1",
  second: "2",
  third: "3",
  fourth: "4",
  fifth: "5",
  sixth: "6",
  seventh: "7",
  eighth: "8",
  ninth: "9",
  tenth: "10",
  ii: "2",
  iii: "3",
  iv: "4",
  vi: "6",
  vii: "7",
  viii: "8",
  ix: "9",
};
/** Address words of Chinese, Japanese and Korean, as they are cut out of unspaced text; the right side is what is compared. */
export const unspacedAddressWords = `
省 province
市 city
区 district
县 county
镇 town
乡 township
村 village
街道 street-office
大道 avenue
路 road
街 street
巷 lane
弄 lane
号楼 building
号 no
栋 building
幢 building
座 block
楼 floor
层 floor
室 room
单元 unit
工业园区 industrial park
工业园 industrial park
工业区 industrial zone
开发区 development zone
高新区 high technology zone
高新技术产业开发区 high technology industrial development zone
经济技术开发区 economic technology development zone
经济开发区 economic development zone
出口加工区 export processing zone
综合保税区 bonded zone
保税区 bonded zone
科技园 technology park
产业园 industrial park
园区 park
东路 east road
西路 west road
南路 south road
北路 north road
中路 central road
东 east
西 west
南 south
北 north
`;
