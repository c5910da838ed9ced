/**
 * Trades, materials and activities as they stand in names of production sites, one concept a line:
 * `concept: Latin spellings (a hyphen is a blank) | spellings in other scripts (Han simplified)`.
 *
 * Origin: compiled by hand from dictionaries and from names that makers publish themselves. Licence: facts, none needed.
 * Edition: 2026-11-20. A concept counts once, in whatever language it is said.
 */
export const tradeWords = `
electronic: electronic electronics electron elektronik elektronika electronica electronique elettronica elec eletronica dien-tu dianzi denshi jeonja electronix | 电子 전자 エレクトロニクス エレクトロニック 일렉트로닉스 일렉트로닉 อิเล็กทรอนิกส์ อีเลคโทรนิคส์ อิเล็คทรอนิคส์ อิเลคทรอนิคส์ อีเล็คโทรนิคส์ อิเล็กโทรนิคส์ электроника электроник электроникс إلكترونيات الكترونيات الإلكترونية الالكترونية
electric: electric electrical electricals elektrik electrica electrique elettrica elektro dien dianqi denki jeongi electro dien-co electric-machinery electro-mechanics electromechanics electromechanical electro-mechanical | 电气 电器 电机 전기 电工 电力电器 ไฟฟ้า электро электрик электротехника كهربائية الكهربائية エレクトリック 일렉트릭
technology: technology technologies technological tech techno teknoloji tecnologia tecnologias technologie technologia teknologi cong-nghe ky-thuat keji jishu gijutsu gisul giken | 科技 技术 工艺 테크놀로지 테크 기술 テクノロジー テクノロジーズ テック テクノ 技研 เทคโนโลยี เทคโนโลยี่ เทค технология технологии تكنولوجيا التكنولوجيا
science: science sciences scientific khoa-hoc kagaku gwahak | 科学 과학 サイエンス วิทยาศาสตร์ наука
information: information info informatics thong-tin xinxi jeongbo informatica | 信息 资讯 情报 정보 インフォメーション
communication: communication communications communi telecom telecommunication telecommunications truyen-thong vien-thong tongxin tongsin tsushin infocomm infocom | 通信 通讯 电信 통신 コミュニケーションズ 커뮤니케이션 텔레콤 สื่อสาร связь телеком اتصالات الاتصالات 资通
computer: computer computers computing may-tinh diannao jisuanji bilgisayar computador | 电脑 计算机 计算 컴퓨터 コンピュータ コンピューター คอมพิวเตอร์ компьютер
precision: precision precise hassas chinh-xac jingmi seimitsu jeongmil presisi prezision praezision prazision | 精密 정밀 精工 프리시전 プレシジョン พรีซิชั่น พรีซิชัน прецизион
optoelectronic: optoelectronic optoelectronics photoelectric photoelectronic photoelectronics opto-electronics opto-electronic guangdian quang-dien-tu optoelectric | 光电 광전자 광전 光电子 オプトエレクトロニクス
optical: optical optics optic optik optica guangxue quang-hoc kogaku optronics | 光学 광학 オプト オプティカル オプティクス ออปติคอล оптика оптик
photovoltaic: photovoltaic photovoltaics pv guangfu dien-mat-troi | 光伏 태양광
semiconductor: semiconductor semiconductors semi ban-dan bandaoti handotai bandoche yariiletken | 半导体 반도체 セミコンダクタ セミコンダクター セミコンダクターズ 세미콘 เซมิคอนดักเตอร์ полупроводник
microelectronic: microelectronic microelectronics micro-electronics weidianzi | 微电子 ไมโครอิเล็คโทรนิคส ไมโครอิเล็กทรอนิกส์ 마이크로일렉트로닉스 микроэлектроника 微电
circuit: circuit circuits pcb pwb bang-mach dianlu mach-in kairo huiro | 电路 线路板 电路板 线路 回路 회로 서킷 サーキット เซอร์กิต
display: display displays xianshi man-hinh hien-thi | 显示 显示器 显示屏 디스플레이 ディスプレイ ดิสเพลย์ ดิสเพลย дисплей
panel: panel panels tam-nen | 面板 패널 パネル
touch: touch chukong cam-ung | 触控 触摸屏 터치 タッチ
liquidcrystal: lcd liquid-crystal yejing ekisho | 液晶 액정
led: led leds | 发光二极管 엘이디
lighting: lighting lights light lamp lamps lumiere aydinlatma iluminacion chieu-sang zhaoming shomei jomyeong | 照明 灯饰 灯具 조명 ライティング 라이팅 ไลท์ติ้ง освещение
battery: battery batteries akku bateria pin-ac-quy ac-quy dianchi denchi jeonji accumulator | 电池 蓄电池 전지 배터리 バッテリー バッテリ แบตเตอรี่ аккумулятор батарея بطاريات
lithium: lithium li-ion lithi lidian | 锂电 锂业 锂 리튬 リチウム ลิเทียม литий
energy: energy energies enerji energia energie nang-luong nengyuan eneo | 能源 에너지 エナジー エネルギー เอ็นเนอร์ยี่ พลังงาน энергия энерго энергетика طاقة الطاقة
newenergy: new-energy | 新能源
power: power dianyuan dien-luc nguon-dien | 电源 电力 动力 전력 パワー 파워 เพาเวอร์ พาวเวอร์ пауэр
automotive: automotive auto autos automobile automobiles otomotiv automotriz automovil o-to qiche jidosha jadongcha vehicle vehicles motors motor motorcar | 汽车 自动车 자동차 오토모티브 オートモーティブ モータース 모터스 모터 モーター ยานยนต์ ออโตโมทีฟ มอเตอร์ автомобиль авто моторс سيارات السيارات 摩托车 电动车 автомотив аутомотив аутомотів ออโตโมบิล ออโต้โมบิล
part: part parts component components linh-kien phu-tung lingjian yedek parca bujian accessory accessories phu-kien peijian buhin bupum aksesuar accesorios | 零件 部件 零部件 配件 部品 元件 元器件 부품 パーツ 파츠 コンポーネント コンポーネンツ 컴포넌트 ชิ้นส่วน พาร์ท คอมโพเน้นท์ детали
module: module modules mo-dun mozu | 模组 模块 모듈 モジュール
sensor: sensor sensors cam-bien chuanganqi | 传感器 传感 센서 センサー センサ
camera: camera cameras shexiangtou may-anh | 摄像头 相机 카메라 カメラ
connector: connector connectors connection dau-noi lianjieqi | 连接器 接插件 커넥터 コネクタ コネクター
cable: cable cables kablo cabo day-cap dianlan wire wires wiring harness xianlan | 电缆 线缆 线材 电线 케이블 전선 전선케이블 ケーブル 와이어 ハーネス เคเบิล кабель كابلات
acoustic: acoustic acoustics audio shengxue am-thanh onkyo eumhyang | 声学 电声 音响 음향 オーディオ 오디오
magnetic: magnetic magnetics magnet magnets cixing cicai tu-tinh | 磁性 磁材 磁 자석 マグネット
appliance: appliance appliances home-appliance jiadian gia-dung kaden gajeon household | 家电 家用电器 가전 アプライアンス
machinery: machinery machine machines makina makine maquinaria macchine co-khi may-moc jixie kikai gigye mechanical mechanics mechanic mechatronics mechatronic seiki | 机械 机电 机器 기계 머시너리 マシナリー マシン เครื่องจักร машины машиностроение machinostroitelny آلات 精机
equipment: equipment equipments ekipman equipamento equipamentos equipo thiet-bi shebei setsubi seolbi apparatus device devices instrument instruments | 设备 装备 器材 设施 설비 장비 기기 机器设备 装置 仪器 仪表 デバイス 디바이스 อุปกรณ์ оборудование прибор приборы معدات
tool: tool tools tooling hardware cong-cu gongju wujin kogu gonggu takim | 工具 五金 공구 ツール тулз тулс инструмент инструменты
mould: mould moulds mold molds molding moulding kalip molde khuon-mau khuon moju kanagata geumhyeong injection zhusu | 模具 注塑 塑胶模具 金型 금형 몰드 モールド モールディング แม่พิมพ์ โมลด์ пресс-формы
casting: casting castings foundry dokum fundicion duc zhuzao diecasting die-casting forging forgings | 铸造 压铸 锻造 铸 주조 다이캐스팅 鋳造 ダイカスト литье литейный
stamping: stamping stampings press pressing dap chongya puresu | 冲压 프레스 プレス
automation: automation automatic otomasyon automatizacion tu-dong-hoa zidonghua jidoka | 自动化 자동화 オートメーション ออโตเมชั่น автоматика автоматизация
robot: robot robots robotics robotik jiqiren | 机器人 로봇 ロボット
intelligent: intelligent smart zhineng thong-minh intelligence akilli | 智能 智慧 스마트 スマート สมาร์ท
digital: digital shuma ky-thuat-so so-hoa | 数码 数字 디지털 デジタル ดิจิตอล ดิจิทัล
software: software phan-mem ruanjian yazilim | 软件 소프트웨어 ソフトウェア
network: network networks networking mang wangluo | 网络 네트워크 ネットワーク
plastic: plastic plastics plastik plasticos plastico plastiques nhua suliao sujiao polymer polymers | 塑料 塑胶 塑 플라스틱 プラスチック พลาสติก пластик пласт بلاستيك البلاستيك 수지 树脂
rubber: rubber kaucuk caucho borracha cao-su xiangjiao gomu gomu | 橡胶 橡塑 고무 ゴム ยาง ラバー резина مطاط
glass: glass cam vidrio vidro thuy-tinh kinh boli garasu verre glas | 玻璃 硝子 유리 글라스 ガラス กระจก стекло زجاج الزجاج
ceramic: ceramic ceramics seramik ceramica gom-su taoci serami keramik | 陶瓷 세라믹 セラミック セラミックス セラミクス เซรามิค керамика سيراميك 精瓷
steel: steel steels celik acero aco thep gangtie stahl acier | 钢铁 钢 铁钢 제철 철강 스틸 製鋼 スチール 制铁 เหล็ก сталь металлург حديد صلب الصلب
metal: metal metals metales metais kim-loai jinshu kinzoku geumsok metalik metall | 金属 금속 메탈 メタル โลหะ เมททอล металл معادن
aluminium: aluminium aluminum aluminyum aluminio nhom lvye alu | 铝业 铝 铝材 알루미늄 アルミ アルミニウム อลูมิเนียม алюминий ألومنيوم
copper: copper bakir cobre dong tongye cu | 铜业 铜 동 구리 伸铜
nickel: nickel nikel nieye | 镍业 镍 니켈 ニッケル никель
cobalt: cobalt gu-ye | 钴业 钴 코발트 コバルト кобальт
tin: tin kalay xiye timah | 锡业 锡
tungsten: tungsten wuye wolfram | 钨业 钨
gold: gold altin oro | 黄金 贵金属 골드 ゴールド золото
mining: mining mine mines madencilik maden mineria minera khoang-san khai-khoang kuangye kogyo-kuang minerals mineral | 矿业 矿产 矿山 광업 鉱业 マイニング เหมือง горно шахта рудник تعدين التعدين
smelting: smelting smelter refining refinery refiners yelian luyen-kim metallurgy metallurgical | 冶炼 冶金 精炼 제련 制錬 制炼 металлургия
chemical: chemical chemicals kimya quimica quimico hoa-chat huagong huaxue kagaku-kogyo hwahak chemie chemistry chimie | 化工 化学 화학 케미칼 케미컬 ケミカル เคมี химия хим химический كيماويات الكيماويات
material: material materials malzeme materiales vat-lieu cailiao zairyo sojae | 材料 新材料 新材 소재 재료 素材 マテリアル マテリアルズ 머티리얼즈 머티리얼 วัสดุ материалы مواد
nonwoven: nonwoven nonwovens non-woven khong-det | 无纺布 非织造
paper: paper papers kagit papel giay zhiye seishi jeji papier | 纸业 纸制品 纸 造纸 제지 페이퍼 ペーパー 制纸 กระดาษ бумага ورق
packaging: packaging package packages packing ambalaj empaque embalagem embalagens envases bao-bi baozhuang hoso pojang verpackung | 包装 패키징 포장 パッケージ パッケージング บรรจุภัณฑ์ упаковка تغليف 包材
carton: carton cartons box boxes corrugated koli thung-carton zhixiang | 纸箱 彩盒 박스
printing: printing print prints printed printers baski matbaa matbaacilik impresion in-an yinshua yinwu insatsu inswae | 印刷 印务 彩印 印染印刷 인쇄 프린팅 プリンティング การพิมพ์ печать типография طباعة 印花
textile: textile textiles textil texteis tekstil tessile tessuti textiel tekstill det fangzhi fangzhipin sen-i seomyu fabric fabrics texteles texstil | 纺织 纺织品 织造 面料 布业 纤维 섬유 텍스타일 テキスタイル สิ่งทอ เท็กซ์ไทล์ текстиль للنسيج 针纺织 针纺
garment: garment garments apparel apparels appareal appareals apparaels clothing clothes clothiers fashion fashions giyim konfeksiyon confecciones confeccoes confection confections confeccion confeccao may may-mac fuzhuang zhiyi fushi garmen garments-factory wear wears moda roupas vestuario couture apperals apparel-factory uniform uniforms cloth tailoring imalati attire dresses dress ready-made | 服装 制衣 服饰 成衣 时装 针纺服装 의류 어패럴 패션 アパレル 衣料 縫製 缝制 ファッション เสื้อผ้า การ์เม้นท์ การ์เมนท์ แฟชั่น одежда швейная швейный мода ملابس الملابس الجاهزة แอพพาเรล แอพแพเรล
shirt: shirt shirts t-shirt t-shirts tshirt tshirts blouse blouses gomlek camisa camisas ao-so-mi chenshan | 衬衫 셔츠 シャツ
trousers: trouser trousers pants pant shorts pantolon pantalones quan-tay | 裤业 西裤
suit: suit suits jacket jackets blazer coat coats takim-elbise ao-khoac | 西服 羽绒
underwear: underwear lingerie intimate intimates brassiere brassieres bra bras corsetry corset neiyi | 内衣 文胸 속옷 ランジェリー ชุดชั้นใน
knitting: knitting knit knits knitwear knitwears knitted knitters orme triko hosiery sweater sweaters tejidos malhas malha det-kim zhenzhi meriyasu socks sock stockings stocking corap | 针织 毛衣 袜业 针织品 니트 ニット メリヤス 袜子 ถักนิตติ้ง трикотаж
carpet: carpet carpets rug rugs hali alfombras tapetes tham ditan | 地毯 地毯 카펫 카페트 カーペット พรม ковер ковры سجاد السجاد للسجاد
terminal: terminal terminals duanzi dau-cuc | 端子 단자 ターミナル
wireless: wireless radio wuxian khong-day | 无线 무선 ワイヤレス
storage: storage storages luu-tru | 存储 스토리지 ストレージ สโตเรจ
photonics: photonics photonic | 光子 ホトニクス フォトニクス 포토닉스
solar: solar | 太阳能 쏠라 솔라 ソーラー โซลาร์
motordrive: drive drives | 驱动 ドライブ
crystalline: crystal-oscillator quartz shijing | 石英 水晶デバイス
magnesium: magnesium | 镁业 镁
silicon: silicon silicone guiye | 硅业 硅 실리콘 シリコン
rareearth: rare-earth xitu | 稀土
denim: denim jeans jean | 牛仔 데님 デニム джинс джинсы
weaving: weaving weavers woven weave dokuma tejeduria | 织布 제직 نسيج النسيج والنسيج
spinning: spinning spinners iplik hilatura hilados soi yarn yarns thread threads fangsha boseki bangjeok | 纺纱 纱线 纺 方织 방적 방직 紡績 ปั่นด้าย пряжа нить غزل الغزل للغزل
dyeing: dyeing dying dye boya tinturaria tintoreria nhuom finishing yinran laundry washing wash yikama lavanderia | 印染 漂染 染整 染色 水洗 洗水 염색 染織
embroidery: embroidery embroideries nakis bordados bordado theu cixiu embellishment | 刺绣 绣花 자수
footwear: footwear footwears shoe shoes ayakkabi calzado calcados calcado chaussures giay-dep giay-da xieye boots boot sandals slipper slippers | 鞋业 鞋 制鞋 신발 シューズ 슈즈 รองเท้า обувь أحذية الأحذية
leather: leather leathers deri cuero couro cuir da-giay pige pihyeok | 皮革 皮业 皮具 피혁 가죽 レザー 皮 เครื่องหนัง кожа جلود الجلود
bag: bag bags handbag handbags luggage backpack backpacks balo tui-xach xiangbao travelling | 箱包 手袋 가방 バッグ กระเป๋า
glove: glove gloves eldiven guantes gang-tay shoutao | 手套 장갑 グローブ 手袋厂
headwear: headwear cap caps hat hats mu-non maoye | 帽业 帽 모자
furniture: furniture mobilya muebles moveis noi-that jiaju kagu gagu | 家具 家私 가구 家居 ファニチャー เฟอร์นิเจอร์ мебель أثاث
wood: wood woods wooden timber ahsap madera madeira go muye lumber | 木业 木材 木 목재 ウッド ไม้ древесина
toy: toy toys oyuncak juguetes do-choi wanju | 玩具 완구 トイ ของเล่น игрушки
sport: sport sports sporting sportswear deportivo the-thao tiyu | 体育 运动 体育用品 스포츠 スポーツ กีฬา спорт
jewellery: jewellery jewelry kuyum trang-suc zhubao | 珠宝 首饰 饰品 쥬얼리
watch: watch watches clock saat dong-ho zhongbiao | 钟表 手表 시계 ウオッチ 時計
food: food foods gida alimentos thuc-pham shipin shokuhin sikpum alimenticios | 食品 식품 푸드 フーズ フード อาหาร ฟู้ดส์ продукты أغذية الأغذية 粮油
beverage: beverage beverages icecek bebidas drinks nuoc-giai-khat yinliao | 饮料 음료
seafood: seafood seafoods thuy-san hai-san fishery fisheries shuichan marine-products | 水产 海产 수산 水産
agriculture: agriculture agricultural agro tarim agricola nong-nghiep nongye farm farms | 农业 농업 アグリ เกษตร агро زراعة
pharmaceutical: pharmaceutical pharmaceuticals pharma ilac farmaceutica duoc duoc-pham yaoye seiyaku jeyak medicine | 药业 医药 制药 제약 제약회사 製薬 ファーマ เภสัช фарма أدوية
medical: medical medicals medikal medico y-te yiliao uiryo health healthcare | 医疗 医学 의료 메디칼 メディカル การแพทย์ медицин طبية
cosmetic: cosmetic cosmetics kozmetik my-pham huazhuangpin beauty | 化妆品 日化 화장품 化粧品 コスメ косметика
biological: bio biotech biotechnology biology biological sinh-hoc shengwu | 生物 바이오 バイオ ไบโอ био
environment: environment environmental cevre moi-truong huanbao kankyo hwangyeong eco | 环保 环境 환경 エコ
recycling: recycling recycle recycled tai-che zaisheng huishou geri-donusum | 再生 回收 循环 리사이클링 リサイクル
industry: industry industries industrial industria industrias industrie industriel industriale endustri sanayi san sanayii cong-nghiep gongye shiye kogyo gongeop indus inds industri prumysl sanayinin | 工业 实业 产业 공업 산업 インダストリー インダストリーズ インダストリアル 인더스트리 อินดัสตรี อินดัสทรี อุตสาหกรรม промышленность завод пром صناعة الصناعية للصناعات صناعات 工业园
manufacturing: manufacturing manufacture manufactures manufacturer manufacturers manufactory mfg mfrs imalat uretim fabricacion fabrikalari manufactura manufacturera san-xuat che-tao zhizao seizo seisakusho jejo maker makers production productions produccion producao | 制造 制作所 制造所 生产 제조 제작소 マニュファクチャリング 매뉴팩처링 แมนูแฟคเจอริ่ง การผลิต ผู้ผลิต производство تصنيع 制作 加工
factory: factory factories fabrika fabrikasi fabrik fabrica nha-may xi-nghiep gongchang chang kojo gongjang plant plants works mill mills usine tesis tesisleri pabrik xuong unit facility facilities division dept department work workshop | 工厂 厂 制造厂 공장 工场 ファクトリー โรงงาน фабрика комбинат مصنع مصانع 事业所
trading: trading trade trader traders ticaret tic comercio comercial commerce commercial commerciale thuong-mai maoyi jinchukou import imports export exports exporter exporters ithalat ihracat dis-ticaret dis importacion exportacion xuat-nhap-khau shoji muyeok importaciones exportaciones merchandising sourcing comercializadora | 贸易 商贸 进出口 商事 무역 상사 トレーディング 트레이딩 商业 经贸 工贸 เทรดดิ้ง торговля торговый تجارة للتجارة والتجارة 상역
service: service services servis hizmet hizmetleri servicios servicos dich-vu fuwu solutions solution | 服务 서비스 サービス ソリューションズ 솔루션 솔루션즈 เซอร์วิส сервис خدمات
logistics: logistics logistic lojistik logistica hau-can wuliu warehouse warehousing transport transportation shipping freight | 物流 仓储 운수 물류 ロジスティクス โลจิสติกส์ логистика
engineering: engineering engineers engineer muhendislik ingenieria engenharia cong-trinh gongcheng gongjeong | 工程 엔지니어링 エンジニアリング วิศวกรรม เอ็นจิเนียริ่ง инжиниринг هندسة
construction: construction constructions insaat construccion xay-dung jianshe jianzhu kensetsu geonseol building-materials | 建设 建筑 건설 建材 ก่อสร้าง строительство
development: development developments gelistirme desarrollo phat-trien fazhan kaihatsu gaebal | 发展 开发 개발 ดีเวลลอปเม้นท์ развитие التنمية
international: international intl internacional internasional uluslararasi quoc-te guoji kokusai gukje internationale internat global globe worldwide world inernational | 国际 环球 全球 국제 글로벌 인터내셔널 インターナショナル グローバル อินเตอร์เนชั่นแนล โกลบอล интернешнл международный دولية الدولية العالمية
group: group groups grup grubu grupo gruppe groupe tap-doan jituan geurup | 集团 그룹 グループ กรุ๊ป группа مجموعة
holding: holding holdings holdco | 控股 홀딩스 ホールディングス โฮลดิ้ง холдинг القابضة
investment: investment investments yatirim inversiones investimentos dau-tu touzi tuja | 投资 투자 インベストメント การลงทุน инвест استثمار
enterprise: enterprise enterprises enterprize entreprise empresa doanh-nghiep qiye giup undertaking isletmeleri venture ventures | 企业 기업 エンタープライズ 엔터프라이즈 เอ็นเตอร์ไพรส์ предприятие
branch: branch branches brunch subesi sube sucursal filial chi-nhanh fengongsi zhidian jisa succursale fabrika-subesi | 分公司 分厂 지사 支店 지점 สาขา филиал فرع
union: union united associates association cooperative coop birlik lien-hiep lien-doanh joint-venture jv | 联合 连合 合资 연합 ユニオン ยูไนเต็ด союз объединение متحدة المتحدة
product: product products urun urunleri producto productos produtos san-pham chanpin jepum goods article articles wares items | 产品 制品 用品 제품 プロダクツ プロダクト ผลิตภัณฑ์ продукт изделия منتجات
design: design designs designer tasarim diseno thiet-ke sheji creation creations creative | 设计 디자인 デザイン ดีไซน์ дизайн
system: system systems sistem sistemleri sistemas he-thong xitong | 系统 시스템 시스템즈 システム システムズ ซิสเต็มส์ система системы أنظمة
laser: laser lasers lazer jiguang | 激光 레이저 レーザー лазер
hightech: hightech hitech hi-tech high-tech cong-nghe-cao gaoxin | 高科 高新 高科技 하이테크 ハイテク
film: film films mo mang-film bomo | 薄膜 膜 필름 フィルム ฟิล์ม
coating: coating coatings kaplama recubrimientos tuliao painting paint paints plating electroplating dianduto son | 涂料 涂装 电镀 镀膜 코팅 도금 塗装 コーティング 도장 краска
adhesive: adhesive adhesives tape tapes jiaodai keo-dan | 胶带 胶粘 胶粘剂 접착제 テープ 테이프
button: button buttons dugme botones cuc zipper zippers zip zips khoa-keo fasteners fastener | 钮扣 拉链 纽扣 紧固件 ファスナー 지퍼
label: label labels etiket etiquetas nhan-mac | 标签 商标 라벨 ラベル
home: home homes household-textiles house | 家纺 홈 ホーム
semiconductorpackaging: fengce | 封测 封装 封装测试
bearing: bearing bearings zhoucheng rulman rodamientos vong-bi | 轴承 베어링 ベアリング подшипник
valve: valve valves famen vana | 阀门 밸브 バルブ
pump: pump pumps bengye | 泵业 펌프 ポンプ
tyre: tyre tyres tire tires lastik llantas lop-xe luntai | 轮胎 타이어 タイヤ ไทร์ шина шины
bus: bus buses otobus keche | 客车 버스 バス
bicycle: bicycle bicycles bike bikes xe-dap zixingche | 自行车 자전거 サイクル
fiber: fiber fibre fibers fibres lif fibra soi-quang guangxian xianwei | 光纤 化纤 화이버 ファイバー
cement: cement cemento ciment cimento xi-mang shuini cimentos cements | 水泥 시멘트 양회 セメント ซีเมนต์ цемент цементный إسمنت اسمنت
brewery: brewery breweries brewing brewers cerveceria cervejaria brauerei bia pijiu | 啤酒 맥주 ビール เบียร์ пивоваренный пивзавод
cotton: cotton cottons pamuk algodon algodao coton bong-vai mianfang | 棉纺 棉纺织 棉业 棉 면방 코튼 コットン ฝ้าย хлопок хлопчатобумажный قطن القطن
liquor: liquor liquors distillery distillers distilling spirits winery wines niangjiu | 酒业 酿酒 白酒 酒厂 주류 酒造 สุรา ликероводочный
seasoning: seasoning seasonings condiment condiments flavouring flavourings flavoring gia-vi tiaowei | 调味 调味品 调味食品 调味料 조미료 調味
sugar: sugar sugars seker azucar acucar sucre duong-mia zhitang | 糖业 制糖 제당 製糖 น้ำตาล сахар сахарный سكر السكر
petroleum: petroleum petroli petrol petroleos dau-khi shiyou seogyu sekiyu petrochemical petrochemicals petrokimya hoa-dau shihua | 石油 石化 石油化工 석유 석유화학 ปิโตรเลียม ปิโตรเคมี нефть нефтяной нефтехим нефтехимический نفط النفط بترول البترول للبترول بتروكيماويات
shipbuilding: shipbuilding shipyard shipyards shipbuilders dong-tau zaochuan tersane | 造船 船厂 船舶 조선소 조선해양 อู่เรือ судостроительный верфь
aviation: aviation aerospace aircraft aeronautics aeronautical hang-khong hangkong havacilik | 航空 航天 항공 항공우주 エアロスペース การบิน авиационный авиация طيران الطيران
fertiliser: fertiliser fertilisers fertilizer fertilizers phan-bon huafei gubre | 化肥 肥料 肥业 비료 ปุ๋ย удобрения أسمدة الأسمدة للأسمدة
feed: feed feeds feedmill thuc-an-chan-nuoi siliao | 饲料 사료 飼料 อาหารสัตว์ комбикорм комбикормовый أعلاف
dairy: dairy dairies milk lacteos laticinios sut-urunleri ruye | 乳业 乳品 牛奶 유업 우유 乳業 โคนม молоко молочный ألبان الألبان
tobacco: tobacco tobaccos thuoc-la tutun tabaco tabac yancao | 烟草 卷烟 담배 タバコ ยาสูบ табак табачная تبغ
`;
