/**
 * Names of makers that cannot be derived from one another by sound or translation, groups parted by semicolons: the first of a
 * group is the form compared, a hyphen is a blank. Users extend it (`equivalents` of the engine); a confirmed match adds its alias there.
 *
 * Origin: compiled by hand from how the makers name themselves. Licence: facts, none needed. Edition: 2026-11-20.
 * The package README gives results with this table and without it.
 */
export const knownEquivalents = `
boe 京东方 jingdongfang; byd 比亚迪 biyadi; foxconn 富士康 fushikang 鸿海 hon-hai honhai 폭스콘 フォックスコン; compal 仁宝 renbao
quanta 广达 guangda; techfront 达丰 tech-front dafeng-tech; techcom 达功 tech-com; wistron 纬创 weichuang; wiwynn 纬颖
pegatron 和硕 heshuo; inventec 英业达 yingyeda; asus 华硕 huashuo; acer 宏碁 宏基; lenovo 联想 lianxiang; lcfc 联宝 lianbao
luxshare 立讯 lixun; goertek 歌尔 geer 高尔泰克; lens 蓝思 lansi; sunwoda 欣旺达 xinwangda; desay 德赛 desai; csot 华星 china-star huaxing
tcl 티시엘; tianma 天马 天馬; visionox 维信诺; truly 信利; ofilm 欧菲光 欧菲 o-film; sunny 舜宇; q-tech 丘钛 qtech; victory 胜利 shengli
yuto 裕同 yutong-packaging; jcet 长电 changjiang-electronics; catl 宁德时代 contemporary-amperex; atl 新能源科技 amperex; eve 亿纬 亿纬锂能
gotion 国轩; calb 中创新航 中航锂电; svolt 蜂巢; farasis 孚能; envision 远景; longi 隆基; ja-solar 晶澳 jasolar; jinko 晶科 jinkosolar; trina 天合
canadian-solar 阿特斯 canadiansolar; smic 中芯; tsmc 台积电 台积 台湾积体电路 taiwan-semiconductor-manufacturing; umc 联电 联华电子; ase 日月光; spil 矽品; powertech 力成; nanya 南亚 南亚科技
auo 友达 auoptronics au-optronics; innolux 群创; hannstar 瀚宇彩晶 瀚宇; delta 台达 เดลต้า 델타; liteon 光宝 lite-on; chicony 群光
primax 致伸; darfon 达方; largan 大立光; catcher 可成; casetek 铠胜; foxlink 正崴; cheng-uei 正崴精密; avc 奇鋐; auras 双鸿; simplo 新普
dynapack 顺达; celxpert 加百裕; tripod 健鼎; unimicron 欣兴; compeq 华通; zhen-ding 臻鼎 鹏鼎 avary; gigabyte 技嘉; msi 微星; mitac 神达
gemtek 正文; arcadyan 智易; wnc 启碁; usi 环旭 环隆; merry 美律; huawei 华为; xiaomi 小米; zte 中兴; haier 海尔; hisense 海信; midea 美的; gree 格力
skyworth 创维; konka 康佳; changhong 长虹; tpv 冠捷; mindray 迈瑞; dahua 大华; hikvision 海康威视 海康; inspur 浪潮; sugon 曙光; crrc 中车
yutong 宇通; kinglong 金龙; geely 吉利; greatwall 长城 great-wall; chery 奇瑞; saic 上汽; faw 一汽; gac 广汽; nio 蔚来; zijin 紫金; huayou 华友
gem 格林美; ganfeng 赣锋; tinci 天赐; capchem 新宙邦; easpring 当升; ronbay 容百; btr 贝特瑞; shanshan 杉杉; putailai 璞泰来; semcorp 恩捷
shennan 深南; kinwong 景旺; wus 沪士 沪电; suntak 崇达; dsbj 东山精密; everwin 长盈; lingyi 领益; jabil 捷普; flex 伟创力 flextronics
celestica 天弘; sanmina 新美亚; benchmark 百电; intel 英特尔 인텔 インテル อินเทล; micron 美光 마이크론 マイクロン ไมครอน; amd 超威; nvidia 英伟达
texas-instruments 德州仪器; infineon 英飞凌; bosch 博世 보쉬 ボッシュ บ๊อช бош; continental 大陆汽车; siemens 西门子 지멘스 シーメンス ซีเมนส์
schneider 施耐德; abb 에이비비; philips 飞利浦 필립스 フィリップス; molex 莫仕 モレックス; amphenol 安费诺; tyco 泰科; te-connectivity 泰连
corning 康宁 코닝 コーニング; 3m 쓰리엠; dupont 杜邦 듀폰; basf 巴斯夫 바스프; apple 苹果; dell 戴尔; hp 惠普; cisco 思科; nokia 诺基亚; ericsson 爱立信
samsung 三星 삼성 サムスン ซัมซุง самсунг سامسونج; sdi 에스디아이; lg 乐金 엘지 엘쥐 แอลจี; hyundai 现代 현대 ヒュンダイ ฮุนได хендай; kia 起亚 기아
hynix 海力士 하이닉스; sk 에스케이; posco 浦项 포스코; hanwha 韩华 한화; hanon 한온; mando 만도; doosan 斗山 두산; lotte 乐天 롯데; kumho 금호 锦湖
hankook 韩泰 한국타이어; hyosung 晓星 효성; kolon 코오롱; lsmtron 엘에스엠트론; simmtech 심텍; daeduck 대덕; partron 파트론; mcnex 엠씨넥스
seoul-semiconductor 서울반도체; sony 索尼 ソニー 소니 โซนี่; panasonic 松下 パナソニック 파나소닉 พานาโซนิค; toshiba 东芝 東芝 도시바
hitachi 日立 히타치 日立制作所 ฮิตาชิ; sharp 夏普 シャープ 샤프 ชาร์ป; fujitsu 富士通 후지쯔; nec 日电 日本电气; canon 佳能 キヤノン キャノン 캐논 แคนนอน
nikon 尼康 ニコン; epson 爱普生 エプソン เอปสัน; ricoh 理光 リコー; brother 兄弟 ブラザー; kyocera 京瓷 京セラ 京陶 교세라; murata 村田; tdk 東電化 东电化
nidec 日本电产 日電产; alps 阿尔卑斯 アルプス alpsalpine; taiyo-yuden 太阳诱电 太陽誘電; ibiden 揖斐电 イビデン; jae 日本航空电子; hirose 广濑 ヒロセ
omron 欧姆龙 オムロン 오므론; keyence 基恩士 キーエンス; fanuc 发那科 ファナック; denso 电装 デンソー 덴소 เด็นโซ่; toyota 丰田 トヨタ 도요타 โตโยต้า
honda 本田 ホンダ 혼다 ฮอนด้า; nissan 日产 ニッサン 닛산 นิสสัน; mazda 马自达 マツダ มาสด้า; mitsubishi 三菱 ミツビシ 미쓰비시 มิตซูบิชิ
sumitomo 住友 스미토모; furukawa 古河; yazaki 矢崎; aisin 爱信 アイシン; rohm 罗姆 ローム; renesas 瑞萨 ルネサス; kioxia 铠侠 キオクシア; seiko 精工舍 セイコー
minebea 美蓓亚 ミネベア minebeamitsumi; nitto 日东 日東电工; toray 东丽 東レ 도레이; asahi-kasei 旭化成; agc 旭硝子; neg 日本电气硝子; hoya 豪雅
casio 卡西欧 カシオ; citizen 西铁城 シチズン; yamaha 雅马哈 ヤマハ 야마하 ยามาฮ่า; kawasaki 川崎; bridgestone 普利司通 ブリヂストン บริดจสโตน; uniqlo 优衣库
youngone 영원무역; shenzhou 申洲; crystal 晶苑; esquel 溢达; yueyuen 裕元 yue-yuen; pou-chen 宝成; feng-tay 丰泰; huali 华利; chervon 泉峰
techtronic 创科 创机 tti; johnson-electric 德昌电机; vtech 伟易达; wh-group 万洲; maintek 名硕; protek 世硕; aac 瑞声 aac-technologies
biel 伯恩 biel-crystal; tinno 天珑; hkc 惠科; govisionox 国显; cosmx 冠宇; scud 飞毛腿; bitland 宝龙达; wingtech 闻泰; huaqin 华勤
longcheer 龙旗; oppo 欧珀; vivo 维沃; transsion 传音; dji 大疆; ecovacs 科沃斯; roborock 石头科技; xpeng 小鹏; seres 赛力斯; dongfeng 东风; jac 江淮
foton 福田; bak 比克; lishen 力神; phylion 星恒; great-power 鹏辉 greatpower; highpower 豪鹏; sanan 三安; hc-semitek 华灿; mls 木林森
opple 欧普; nvc 雷士; leedarson 立达信; amkor 安靠 앰코; cxmt 长鑫; ymtc 长江存储; silan 士兰; gigadevice 兆易; omnivision 豪威; goodix 汇顶
unisoc 紫光展锐 展锐; hisilicon 海思; chin-poon 敬鹏 chinpoon; flexium 台郡; sunon 建准; acbel 康舒; richtek 立锜; mediatek 联发科 联发
realtek 瑞昱; novatek 联咏; himax 奇景; winbond 华邦; macronix 旺宏; psmc 力积电; globalwafers 环球晶圆 环球晶; yageo 国巨; walsin 华新科; tpk 宸鸿
wintek 胜华; eink 元太 e-ink; maxxis 正新 cheng-shin chengshin; giant 巨大机械 捷安特; merida 美利达; eclat 儒鸿; makalot 聚阳; nien-hsing 年兴 nienhsing; qisda 佳世达
benq 明基; formosa 台塑; sinopec 中石化; petrochina 中石油; chinalco 中铝; baosteel 宝钢; ansteel 鞍钢; shougang 首钢; tongwei 通威; gcl 协鑫
sungrow 阳光电源; goodwe 固德威; ginlong 锦浪; deye 德业; risen 东方日升; astronergy 正泰新能; chint 正泰; delixi 德力西; tongfang 同方; founder 方正
hasee 神舟; aigo 爱国者; huntkey 航嘉; ugreen 绿联; anker 安克; baseus 倍思; pisen 品胜; romoss 罗马仕; pioneer 先锋 パイオニア
jvckenwood 建伍 ケンウッド; alpine 阿尔派 アルパイン; clarion 歌乐 クラリオン; hosiden 星电 ホシデン; mitsumi 美上美 ミツミ; foster 丰达 フォスター; lg-chem 乐金化学
osram 欧司朗 오스람; lumileds 亮锐; nxp 恩智浦; st-microelectronics 意法半导体 stmicroelectronics; onsemi 安森美; vishay 威世; kemet 基美
littelfuse 力特; bourns 伯恩斯; honeywell 霍尼韦尔 하니웰; emerson 艾默生; caterpillar 卡特彼勒; cummins 康明斯; valeo 法雷奥 발레오; zf 采埃孚
magna 麦格纳; faurecia 佛吉亚; lear 李尔; aptiv 安波福; delphi 德尔福; borgwarner 博格华纳; mahle 马勒; schaeffler 舍弗勒; skf 斯凯孚; michelin 米其林
goodyear 固特异; pirelli 倍耐力; tesla 特斯拉 테슬라 テスラ; volkswagen 大众汽车 폭스바겐; bmw 宝马; mercedes 奔驰; volvo 沃尔沃; nike 耐克; adidas 阿迪达斯
decathlon 迪卡侬; ikea 宜家; lining 李宁 li-ning; anta 安踏; bosideng 波司登; seagate 希捷 ซีเกท; western-digital 西部数据 เวสเทิร์นดิจิตอล
kingston 金士顿; sandisk 闪迪; logitech 罗技; hana ฮานา; cal-comp แคลคอมพ์ calcomp 泰金宝; celestica เซเลสติกา; fabrinet ฟาบริเนท
charoen-pokphand เจริญโภคภัณฑ์; fujikura 藤仓 フジクラ ฟูจิกูระ; daikin 大金 ダイキン ไดกิ้น; innotek 이노텍; ssangyong 쌍용; hanjin 한진
daewoo 대우 大宇; kcc 케이씨씨; ls 엘에스; cj 씨제이; gs 지에스; kt 케이티; kersen 科森; mys 美盈森; cheng-loong 正隆 chengloong
long-chen 荣成 longchen; yfy 永丰余; mektec 紫翔; mflex 维信电子 multi-fineline; akm 安捷利; goworld 超声电子
elec-eltek 依利安达 elec-and-eltek; kingboard 建滔; shengyi 生益; viasystems 惠亚; meadville 美维; meiko 名幸 メイコー; mektron 旗胜 メクトロン
ggec 国光电器; lotes 得意精密 嘉泽; longwell 良维; sinbon 信邦; bizlink 贸联; salcomp 赛尔康; astec 雅达; infovision 龙腾光电; everdisplay 和辉
royole 柔宇; holitech 合力泰; txd 同兴达; laibao 莱宝; csg 南玻; irico 彩虹集团; tunghsu 东旭; crystal-optech 水晶光电; fuyao 福耀; yanfeng 延锋
joyson 均胜; minth 敏实; sanhua 三花; wanxiang 万向; linglong 玲珑; sailun 赛轮; pacific-textiles 互太; weiqiao 魏桥; youngor 雅戈尔
heilan 海澜; hodo 红豆; semir 森马; luthai 鲁泰 lu-thai; tal 联业; nameson 南旋; texwinca 德永佳; texhong 天虹; ching-luh 清禄 chingluh
belle 百丽; xtep 特步; erke 鸿星尔克; ambit 国碁; ri-teng 日腾 riteng; wistron-optronics 纬视晶; inventec-appliances 英华达; ecs 精英电脑
clevo 蓝天电脑; jiangling 江铃; brilliance 华晨; great-wall-motor 长城汽车; nexteer 耐世特; brose 博泽; hella 海拉; webasto 伟巴斯特; leoni 莱尼
prysmian 普睿司曼; nexans 耐克森; legrand 罗格朗; danfoss 丹佛斯; grundfos 格兰富; trumpf 通快; festo 费斯托; heraeus 贺利氏; henkel 汉高
covestro 科思创; lanxess 朗盛; evonik 赢创; solvay 索尔维; arkema 阿科玛; dow 陶氏; avery-dennison 艾利; ykk 吉田拉链 ワイケイケイ; coats 高士线业
nsk 日本精工; ntn エヌティエヌ; jtekt ジェイテクト 捷太格特; mabuchi マブチ 万宝至; kubota クボタ 久保田; komatsu コマツ 小松; yanmar ヤンマー 洋马
suzuki スズキ 铃木 ซูซูกิ; subaru スバル 斯巴鲁; isuzu いすゞ 五十铃 อีซูซุ; olympus オリンパス 奥林巴斯; konica-minolta コニカミノルタ 柯尼卡美能达
kuraray クラレ 可乐丽; nichicon ニチコン; rubycon ルビコン; chemi-con ケミコン chemicon; iriso イリソ; tokyo-electron 東京エレクトロン
seiko-epson セイコーエプソン; fuji-xerox 富士施乐; fujifilm 富士フイルム 富士胶片; toppan 凸版; dnp 大日本印刷 dai-nippon-printing; lixil リクシル 骊住; mizuno ミズノ 美津浓
asics アシックス 亚瑟士; sk-on 에스케이온; sk-innovation 에스케이이노베이션; lg-energy-solution 엘지에너지솔루션; nexen 넥센 耐克森轮胎; interflex 인터플렉스
cammsys 캠시스; iljin 일진; korea-zinc 고려아연; young-poong 영풍 youngpoong; seah 세아; hansae 한세; sae-a 세아상역; shinwon 신원; poongsan 풍산
sungwoo 성우; ecopro 에코프로; lnf 엘앤에프; amorepacific 아모레퍼시픽 爱茉莉; duksan 덕산; sungwon 성원; kumho-tire 금호타이어; hanssem 한샘; coway 코웨이
orion 오리온; nongshim 농심 农心; cj-cheiljedang 씨제이제일제당; thai-union ไทยยูเนี่ยน; scg เอสซีจี; ptt ปตท; sahaviriya สหวิริยา
sammitr สามมิตร; thai-summit ไทยซัมมิท; siam-cement ปูนซิเมนต์ไทย; kce เคซีอี
luxcaseict 立铠 luxcase-ict; luxcase 立臻; sunway 信维 sunway-communication; chitwing 捷荣; apacer 宇瞻; phison 群联; silicon-motion 慧荣 siliconmotion; adata 威刚
advantech 研华; aaeon 研扬; adlink 凌华; nexcom 新汉; asrock 华擎; biostar 映泰; leadtek 丽台; d-link 友讯 dlink; zyxel 合勤; accton 智邦; sercomm 中磊; cybertan 建汉
tp-link 普联 tplink; cooler-master 讯凯 酷码 coolermaster; thermaltake 曜越; fsp 全汉; seasonic 海韵; chroma 致茂; airtac 亚德客; hiwin 上银; teco 东元; sampo 声宝
walsin-lihwa 华新丽华 walsinlihwa; formosa-taffeta 福懋; lealea 力丽; paiho 百和; fulgent-sun 钰齐 fulgentsun; lai-yih 来亿 laiyih; shoetown 志强国际; nan-pao 南宝 nanpao
dyaco 岱宇; johnson-health 乔山; tyc 堤维西; hu-lane 胡连 hulane; aces 宏致; cvilux 瀚荃; singatron 信音; chaun-choung 超众 chaunchoung; forcecon 力致
elite-material 台光电子 elitematerial; iteq 联茂; tuc 台燿; topoint 尖点; gold-circuit 金像电子 goldcircuit; unitech-pcb 耀华电子 燿华 unitechpcb; t-mac 志超 tmac
kinsus 景硕; ichia 毅嘉; career-tech 嘉联益; gseo 玉晶光; asia-optical 亚洲光学; coretronic 中强光电 中光电; radiant 瑞仪; darwin 达运; everlight 亿光; epistar 晶元光电 晶电
ennostar 富采; holtek 盛群; sunplus 凌阳; sitronix 矽创; focaltech 敦泰; parade 谱瑞; asmedia 祥硕; alchip 世芯; faraday 智原; win-semiconductors 稳懋; episil 汉磊
wafer-works 合晶 waferworks; kyec 京元; ardentec 欣铨; chipbond 颀邦; chipmos 南茂; greatek 超丰; lingsen 菱生; tong-hsing 同欣 tonghsing; chilisin 奇力新; ralec 旺诠
txc 台湾晶技 晶技; sunlord 顺络; eyang 宇阳; microgate 麦捷; faratronic 法拉电子; jonhon 中航光电; speed-wireless 硕贝德; maxscend 卓胜微; will-semiconductor 韦尔 willsemi
galaxycore 格科微; smartsens 思特威; sg-micro 圣邦 sgmicro; silergy 矽力杰; rockchip 瑞芯微; allwinner 全志; amlogic 晶晨; espressif 乐鑫; bestechnic 恒玄; montage 澜起
cr-micro 华润微 crmicro; tfme 通富; naura 北方华创; amec 中微半导体; nsig 沪硅; changelight 乾照; nationstar 国星光电; refond 瑞丰光电; leyard 利亚德; unilumin 洲明; absen 艾比森
yankon 阳光照明; edifier 漫步者; cosonic 佳禾智能; gettop 共达电声; jl-mag 金力永磁 jlmag; dmegc 横店东磁; inovance 汇川; invt 英威腾; estun 埃斯顿; siasun 新松
hans-laser 大族 大族激光 hanslaser; raycus 锐科; lead-intelligent 先导智能; brunp 邦普; dynanonic 德方纳米; cmoc 洛阳钼业 洛钼; rept 瑞浦; pylontech 派能; leoch 理士; shoto 双登
kstar 科士达; inventronics 英飞特; mean-well 明纬 meanwell; megmeet 麦格米特; supor 苏泊尔; joyoung 九阳; galanz 格兰仕; aux 奥克斯; vatti 华帝; robam 老板电器; fotile 方太; peak 匹克
jasan 健盛; bros 百隆东方; korrun 开润; eagle-nice 鹰美 eaglenice; high-fashion 达利国际; alpha-group 奥飞; hasco 华域; dicastal 戴卡; bethel 伯特利; weichai 潍柴
sinotruk 重汽 中国重汽; shacman 陕汽; baic 北汽; li-auto 理想汽车; leapmotor 零跑; zeekr 极氪; voyah 岚图; mobis 모비스 摩比斯; oci 오씨아이; youlchon 율촌; resonac レゾナック 昭和电工
teijin テイジン; kaneka カネカ 钟化; daicel ダイセル 大赛璐; shinetsu 信越; toyobo 东洋纺; yaskawa 安川; yokogawa 横河; horiba 堀场; shimadzu 岛津; tsubaki 椿本; nachi 不二越; koito 小糸
ichikoh 市光; makino 牧野; okuma 大隈 オークマ; meidensha 明电舍 明電舎; nhk-spring 日本发条; akebono 曙光制动; iwasaki 岩崎; kao 花王; shiseido 资生堂; ajinomoto 味之素 味の素
morinaga 森永; meiji 明治; kikkoman 龟甲万 キッコーマン; lion ライオン; suntory サントリー 三得利; kirin キリン; unicharm ユニチャーム 尤妮佳; wacoal ワコール 华歌尔; gunze グンゼ 郡是
descente デサント 迪桑特; sanyo 三洋 サンヨー 산요; pegasus ペガサス; juki ジューキ; janome ジャノメ; makita マキタ 牧田; smk エスエムケイ; jst 日本压着端子 日圧; susumu ススム; koa コーア
nippon-steel 日本製鉄 日本制铁; jfe ジェイエフイー; kobelco コベルコ 神户制钢; dowa ドーワ; nestle 雀巢 네슬레 ネスレ เนสท์เล่; unilever 联合利华 유니레버 ユニリーバ; p-and-g 宝洁 procter-gamble
coca-cola 可口可乐; pepsi 百事; mars 玛氏; mondelez 亿滋; danone 达能; cargill 嘉吉; kraft 卡夫; lego 乐高; mattel 美泰; hasbro 孩之宝; walmart 沃尔玛; carrefour 家乐福
h-and-m 海恩斯莫里斯; gap 盖璞; puma 彪马; under-armour 安德玛; skechers 斯凯奇; new-balance 新百伦; levis 李维斯; vf 威富; triumph 黛安芬; hanes 恒适; gildan 吉尔丹; crocs 卡骆驰
ecco 爱步; timberland 添柏岚; columbia 哥伦比亚; lacoste 法国鳄鱼; ibm 国际商业机器; google 谷歌 구글 グーグル; amazon 亚马逊; microsoft 微软 마이크로소프트 マイクロソフト; oracle 甲骨文
qualcomm 高通 퀄컴 クアルコム; broadcom 博通; analog-devices 亚德诺; microchip 微芯; lattice 莱迪思; skyworks 思佳讯; lumentum 朗美通; coherent 高意; ii-vi 贰陆; finisar 菲尼萨
viavi 唯亚威; bekaert 贝卡尔特; thyssenkrupp 蒂森克虏伯; tenneco 天纳克; dana 德纳; autoliv 奥托立夫; gentherm 捷温; stoneridge 石通瑞吉; sensata 森萨塔; tokai-rika 东海理化
stanley 斯坦雷; nifco 利富高 ニフコ; cooper-standard 库博; hutchinson 哈金森; freudenberg 科德宝; trelleborg 特瑞堡; parker 派克汉尼汾; eaton 伊顿; rockwell 罗克韦尔; kuka 库卡
staubli 史陶比尔; igus 易格斯; phoenix-contact 菲尼克斯; weidmuller 魏德米勒; harting 浩亭; rosenberger 罗森伯格; lapp 缆普; huber-suhner 灏讯; sick 西克; pepperl 倍加福
endress 恩德斯豪斯; wago 万可; rittal 威图; sabic 沙伯; borealis 博禄; sasol 沙索; celanese 塞拉尼斯; eastman 伊士曼; huntsman 亨斯迈; ppg 庞贝捷; akzonobel 阿克苏诺贝尔; sika 西卡
bostik 波士胶; clariant 科莱恩; dsm 帝斯曼; givaudan 奇华顿; firmenich 芬美意; symrise 德之馨; roquette 罗盖特; novozymes 诺维信; bayer 拜耳 바이엘 バイエル; roche 罗氏; novartis 诺华
pfizer 辉瑞; merck 默克; sanofi 赛诺菲; abbott 雅培; medtronic 美敦力; far-eastern-new-century 远东新世纪 fenc; renault 雷诺 رونو рено 르노 ルノー; moutai 茅台 maotai; uni-president 统一企业 unipresident; broad-ocean 大洋电机 broadocean
`;
