/**
 * Countries, provinces and towns as they stand in names and addresses. Origin: compiled by hand; Chinese names as in GB/T 2260.
 * Licence: facts, none needed. Edition: 2026-11-20. In a name they tell a branch, not a company.
 */

/** Chinese places, simplified; read by pinyin unless a reading follows the `=`. */
export const hanPlaces = `
中国=china 北京 天津 上海 重庆=chongqing 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 四川 贵州 云南 陕西=shaanxi 甘肃 青海
台湾=taiwan 香港=hongkong 澳门=macau 内蒙古=innermongolia 西藏=tibet 宁夏 新疆 石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 长治=changzhi 晋城 运城 临汾
呼和浩特=hohhot 包头 鄂尔多斯=ordos 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 盘锦 长春=changchun 四平 哈尔滨=harbin 齐齐哈尔=qiqihar 大庆 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁
昆山 常熟 张家港 太仓 吴江 江阴 宜兴 丹阳 靖江 如皋 海门 启东 仪征 句容=jurong 吴中 相城 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州=taizhou 丽水 余姚 慈溪 海宁 桐乡 平湖 嘉善 义乌 永康 乐清=yueqing 瑞安 诸暨 上虞 奉化 富阳 萧山 温岭
合肥 芜湖 蚌埠=bengbu 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安=luan 亳州=bozhou 池州 宣城 福州 厦门=xiamen 莆田 三明 泉州 漳州 南平 龙岩 宁德 福清 晋江 石狮
南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 即墨 胶州 莱阳 荣成
郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河=luohe 三门峡 南阳 商丘 信阳 周口 驻马店 济源 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 仙桃
长沙=changsha 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 浏阳 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞=dongguan 中山 潮州 揭阳 云浮 顺德 南海 番禺=panyu 惠阳 龙岗 宝安 增城 花都 从化 鹤山 开平
南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 海口 三亚 成都=chengdu 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山=leshan 南充 眉山 宜宾 广安 达州 雅安 资阳 贵阳 遵义 昆明 曲靖 玉溪
西安 咸阳 宝鸡 渭南 汉中 榆林 兰州 天水 西宁 银川 乌鲁木齐=urumqi 克拉玛依=karamay 哈密 和田=hotan 喀什=kashgar 阿克苏=aksu 昌吉 石河子
台北=taipei 新北=newtaipei 桃园=taoyuan 台中=taichung 台南=tainan 高雄=kaohsiung 新竹=hsinchu 基隆=keelung 嘉义=chiayi 彰化=changhua 苗栗=miaoli 屏东=pingtung
越南=vietnam 泰国=thailand 印度=india 印尼=indonesia 马来西亚=malaysia 菲律宾=philippines 日本=japan 韩国=korea 美国=usa 柬埔寨=cambodia 缅甸=myanmar 孟加拉=bangladesh 墨西哥=mexico 欧洲=europe 亚洲=asia
东京=tokyo 大阪=osaka 京都=kyoto 横滨=yokohama 名古屋=nagoya 神户=kobe 福冈=fukuoka 广岛=hiroshima 仙台=sendai 长野=nagano 静冈=shizuoka 埼玉=saitama 千叶=chiba 爱知=aichi 三重=mie 滋贺=shiga 岐阜=gifu 富山=toyama 石川=ishikawa 福井=fukui 山梨=yamanashi 新潟=niigata 熊本=kumamoto 宫崎=miyazaki 鹿儿岛=kagoshima 冈山=okayama 北海道=hokkaido 九州=kyushu 茨城=ibaraki 栃木=tochigi 群马=gunma 福岛=fukushima 山形=yamagata 秋田=akita 岩手=iwate 青森=aomori 宫城=miyagi 神奈川=kanagawa 兵库=hyogo 奈良=nara 和歌山=wakayama 鸟取=tottori 岛根=shimane 出云=izumo 香川=kagawa 爱媛=ehime 德岛=tokushima 高知=kochi 佐贺=saga 长崎=nagasaki 大分=oita 冲绳=okinawa
`;

/** Places in other scripts, with the Latin form compared. */
export const localPlaces = `
한국=korea 대한민국=korea 코리아=korea 서울=seoul 부산=busan 대구=daegu 인천=incheon 광주=gwangju 대전=daejeon 울산=ulsan 수원=suwon 창원=changwon 구미=gumi 천안=cheonan 아산=asan 청주=cheongju 평택=pyeongtaek 화성=hwaseong 안산=ansan 이천=icheon 파주=paju 용인=yongin 성남=seongnam 안양=anyang 부천=bucheon 김포=gimpo 시흥=siheung 오산=osan 안성=anseong 포항=pohang 경주=gyeongju 김해=gimhae 양산=yangsan 진주=jinju 거제=geoje 여수=yeosu 순천=suncheon 광양=gwangyang 목포=mokpo 전주=jeonju 익산=iksan 군산=gunsan 충주=chungju 음성=eumseong 진천=jincheon 당진=dangjin 서산=seosan 세종=sejong 경기=gyeonggi 경기도=gyeonggi 경북=gyeongbuk 경남=gyeongnam 충북=chungbuk 충남=chungnam 전북=jeonbuk 전남=jeonnam 강원=gangwon 제주=jeju 베트남=vietnam 비나=vina 타일랜드=thailand 차이나=china 인도네시아=indonesia 말레이시아=malaysia 인디아=india
ジャパン=japan ベトナム=vietnam タイランド=thailand タイ=thai チャイナ=china アジア=asia インドネシア=indonesia マレーシア=malaysia フィリピン=philippines アメリカ=america ヨーロッパ=europe
ประเทศไทย=thailand ไทย=thai ไทยแลนด์=thailand กรุงเทพ=bangkok กรุงเทพมหานคร=bangkok กรุงเทพฯ=bangkok ชลบุรี=chonburi ระยอง=rayong สมุทรปราการ=samutprakan สมุทรสาคร=samutsakhon อยุธยา=ayutthaya พระนครศรีอยุธยา=ayutthaya ปทุมธานี=pathumthani นนทบุรี=nonthaburi ฉะเชิงเทรา=chachoengsao ปราจีนบุรี=prachinburi ลำพูน=lamphun เชียงใหม่=chiangmai นครราชสีมา=nakhonratchasima สระบุรี=saraburi ลพบุรี=lopburi นครปฐม=nakhonpathom ราชบุรี=ratchaburi กาญจนบุรี=kanchanaburi ขอนแก่น=khonkaen สงขลา=songkhla ภูเก็ต=phuket ศรีราชา=sriracha บางปู=bangpoo เวียดนาม=vietnam เอเชีย=asia เจแปน=japan
россия=russia москва=moscow украина=ukraine беларусь=belarus казахстан=kazakhstan минск=minsk киев=kyiv київ=kyiv россии=russia рус=rus українa=ukraine україна=ukraine болгария=bulgaria българия=bulgaria софия=sofia пловдив=plovdiv србија=serbia београд=belgrade ниш=nis
مصر=egypt المصرية=egypt القاهرة=cairo الإسكندرية=alexandria الاسكندرية=alexandria المغرب=morocco تونس=tunisia الأردن=jordan السعودية=saudi دبي=dubai الإمارات=emirates العراق=iraq سوريا=syria لبنان=lebanon الجزائر=algeria عمان=amman
`;

/** Latin spellings; a hyphen is a blank, `=` names the form compared. */
export const latinPlaces = `
china prc zhongguo=china hong-kong=hongkong hongkong hk=hongkong taiwan roc macao=macau macau korea hanguk=korea japan=japan nippon nihon=nippon viet-nam=vietnam vietnam vina vn=vietnam thailand thai malaysia msia=malaysia indonesia indo=indonesia philippines phils=philippines phil=philippines india bharat=india hindustan bangladesh bd=bangladesh bangla pakistan sri-lanka=srilanka srilanka lanka ceylon nepal cambodia kampuchea=cambodia myanmar burma=myanmar laos lao=laos singapore asia pacific
turkey turkiye=turkey turk egypt egyptian=egypt misr=egypt morocco maroc=morocco tunisia tunisie=tunisia jordan syria israel ethiopia kenya madagascar mauritius lesotho malawi nigeria ghana southafrica
mexico mexicana=mexico mex=mexico guatemala salvador elsalvador honduras nicaragua brazil brasil=brazil colombia peru argentina chile haiti dominican america usa us=usa canada
portugal portuguesa=portugal spain espana=spain italy italia=italy france germany deutschland=germany romania bulgaria serbia srbija=serbia poland polska=poland czech slovakia hungary ukraine ukraina=ukraine georgia russia belarus moldova albania macedonia bosnia croatia slovenia austria greece estonia latvia lithuania europe europa=europe uk england britain ireland sweden finland denmark norway netherlands holland=netherlands belgium switzerland
asean
bangkok chonburi chon-buri=chonburi rayong samut-prakan=samutprakan samutprakarn=samutprakan samut-prakarn=samutprakan samut-sakhon=samutsakhon ayutthaya ayudhya=ayutthaya pathum-thani=pathumthani nonthaburi chachoengsao prachinburi prachin-buri=prachinburi lamphun chiang-mai=chiangmai korat nakhon-ratchasima=nakhonratchasima saraburi lopburi nakhon-pathom=nakhonpathom sriracha si-racha=sriracha bangpoo maesot
hanoi ha-noi=hanoi hai-phong=haiphong haiphong da-nang=danang danang saigon sai-gon=saigon hcmc=hochiminh ho-chi-minh=hochiminh hochiminh bac-ninh=bacninh bacninh bac-giang=bacgiang bacgiang thai-nguyen=thainguyen thainguyen binh-duong=binhduong binhduong dong-nai=dongnai dongnai long-an=longan hai-duong=haiduong haiduong hung-yen=hungyen hungyen nam-dinh=namdinh namdinh thai-binh=thaibinh ha-nam=hanam vinh-phuc=vinhphuc quang-ninh=quangninh quang-nam=quangnam tay-ninh=tayninh tien-giang=tiengiang can-tho=cantho nghe-an=nghean thanh-hoa=thanhhoa phu-tho=phutho vung-tau=vungtau ba-ria=baria hoa-binh=hoabinh binh-phuoc=binhphuoc bien-hoa=bienhoa vinh-long=vinhlong ben-tre=bentre
phnom-penh=phnompenh phnompenh kandal kampong-speu=kampongspeu kompong-speu=kampongspeu kampongspeu svay-rieng=svayrieng bavet sihanoukville yangon mandalay vientiane savannakhet
jakarta bandung semarang surabaya bogor bekasi tangerang batam karawang cikarang purwakarta jawa java yogyakarta solo penang johor selangor kuala-lumpur=kualalumpur kualalumpur melaka malacca perak kedah ipoh kulim manila cavite laguna cebu batangas bataan clark mactan
delhi new-delhi=delhi noida gurgaon gurugram=gurgaon mumbai bombay=mumbai chennai madras=chennai bangalore bengaluru=bangalore hyderabad pune kolkata calcutta=kolkata tirupur tiruppur=tirupur coimbatore faridabad jaipur ludhiana kanpur agra ahmedabad surat panipat karur erode mysore haryana gujarat maharashtra karnataka tamil-nadu=tamilnadu tamilnadu punjab uttar-pradesh=uttarpradesh kerala rajasthan
dhaka gazipur chittagong chattogram=chittagong narayanganj savar ashulia tongi mymensingh comilla karachi lahore faisalabad sialkot sindh korangi multan rawalpindi colombo biyagama katunayake gampaha kandy galle
istanbul izmir bursa denizli tekirdag corlu ankara adana gaziantep kayseri konya mersin kahramanmaras malatya corum tokat ordu sakarya kocaeli manisa usak cerkezkoy cairo alexandria giza ismailia port-said=portsaid tangier casablanca tanger=tangier amman irbid damascus
porto lisboa=lisbon lisbon barcelos guimaraes braga famalicao madrid barcelona valencia milano=milan milan prato bucharest bucuresti=bucharest sofia plovdiv sandanski belgrade beograd=belgrade nis warsaw lodz krakow prague budapest kyiv kiev=kyiv moscow minsk paris london
puebla tijuana monterrey guadalajara juarez tehuacan ensenada aguascalientes managua leon san-salvador=sansalvador tegucigalpa choloma san-pedro-sula=sanpedrosula villanueva cortes sao-paulo=saopaulo saopaulo santa-catarina=santacatarina manaus blumenau lima bogota medellin
seoul busan pusan=busan daegu taegu=daegu incheon inchon=incheon gwangju kwangju=gwangju daejeon taejon=daejeon ulsan suwon changwon gumi kumi=gumi cheonan asan cheongju pyeongtaek hwaseong ansan icheon paju yongin seongnam bucheon gimpo siheung osan pohang gimhae yangsan gyeonggi kyonggi=gyeonggi gyeonggi-do=gyeonggi gyeongbuk gyeongnam chungbuk chungnam
tokyo osaka kyoto yokohama nagoya kobe fukuoka hiroshima sendai nagano shizuoka saitama chiba aichi gifu toyama ishikawa fukui niigata kumamoto kagoshima okayama hokkaido kyushu ibaraki tochigi gunma kanagawa hyogo kagawa ehime nagasaki oita okinawa izumo shimane tottori
taipei new-taipei=newtaipei taoyuan taichung tainan kaohsiung hsinchu hsin-chu=hsinchu keelung chiayi changhua miaoli pingtung kowloon kwun-tong=kwuntong tsuen-wan=tsuenwan shenzen=shenzhen shen-zhen=shenzhen peking=beijing canton=guangzhou kwangtung=guangdong foochow=fuzhou nanking=nanjing tientsin=tianjin chungking=chongqing tsingtao=qingdao inner-mongolia=innermongolia urumqi wulumuqi=urumqi harbin haerbin=harbin hohhot huhehaote=hohhot kushan=kunshan sip=suzhou
illinois chicago california
`;
