#include "model/picklists/picklists.h"

namespace guanxi {

namespace {

// Trades as both worlds name them: China's GB/T 4754 and the names that Western address books use.
constexpr PicklistLine industry[]{
    {"agriculture", "农林牧渔,农业,林业,牧业,畜牧业,渔业,农、林、牧、渔业|Agriculture,Forestry,Fishing,Farming,Agriculture forestry and fishing"},
    {"mining", "采矿业,采矿,矿业,煤炭|Mining,Mining and quarrying,Metals & mining"},
    {"energy", "能源,电力,石油,天然气,燃气,电力、热力、燃气及水生产和供应业,油电燃气|Energy and utilities,Energy,Utilities,Oil and gas,Oil & gas,Power,Electricity"},
    {"manufacturing", "制造业,制造,生产制造,工业,其他制造业|Manufacturing,Industrial,Industry,Industrials"},
    {"machinery", "机械设备,机械,装备制造,通用设备,专用设备,电机机械|Machinery,Machinery and equipment,Mechanical engineering,Industrial machinery"},
    {"automotive", "汽车,汽车制造,汽车及零部件,汽车工业|Automotive,Cars,Auto parts,Motor vehicles"},
    {"aerospace", "航空航天,军工,国防|Aerospace and defence,Aerospace,Defence,Defense,Aerospace & defense"},
    {"electronics", "电子,电子元件,电子零组件,电器,家电,消费电子,其他电子,光电|Electronics,Electrical,Consumer electronics,Electronic components"},
    {"semiconductor", "半导体,集成电路,芯片|Semiconductors,Semiconductor,Chips,Integrated circuits"},
    {"chemicals", "化工,化学工业,化学,塑料,橡胶,石化|Chemicals,Chemical,Plastics,Petrochemicals"},
    {"metals", "钢铁,冶金,有色金属,金属|Metals,Steel,Iron and steel,Metallurgy"},
    {"materials", "建材,水泥,玻璃,陶瓷,造纸,材料|Building materials,Materials,Cement,Glass,Paper,Ceramics"},
    {"textile", "纺织服装,纺织,服装,鞋服,纺织纤维,皮革|Textiles and clothing,Textile,Textiles,Apparel,Clothing,Fashion,Leather"},
    {"food", "食品饮料,食品,饮料,食品加工,酒水,烟草|Food and beverage,Food,Beverages,Food & beverage,Drinks,Tobacco"},
    {"pharma", "医药,制药,生物医药,生物技术,生物科技,生技医疗|Pharmaceuticals and biotech,Pharmaceutical,Pharmaceuticals,Pharma,Biotechnology,Biotech"},
    {"healthcare", "医疗健康,医疗,卫生,医疗器械,健康,卫生和社会工作|Healthcare,Health care,Health,Medical,Hospitals,Medical devices"},
    {"construction", "建筑业,建筑,工程,建筑工程,建材营造,装修|Construction,Building,Civil engineering,Architecture"},
    {"real_estate", "房地产,房地产业,地产,物业,不动产|Real estate,Property,Property management"},
    {"wholesale", "批发业,批发,贸易,商贸,进出口,贸易百货,国际贸易|Wholesale and trade,Wholesale,Trading,Trade,Import and export,Distribution"},
    {"retail", "零售业,零售,百货,超市,批发和零售业,连锁|Retail,Retailing,Stores,Supermarkets,Consumer goods,FMCG"},
    {"ecommerce", "电子商务,电商,跨境电商|E-commerce,Ecommerce,Online retail"},
    {"logistics", "物流运输,物流,运输,交通运输,仓储,快递,航运,交通运输、仓储和邮政业|Transport and logistics,Logistics,Transportation,Transport,Shipping,Warehousing,Freight"},
    {"hospitality", "住宿餐饮,餐饮,酒店,住宿和餐饮业,餐饮业|Hotels and restaurants,Hospitality,Restaurants,Hotels,Catering"},
    {"tourism", "旅游,旅游业,观光,休闲|Travel and tourism,Tourism,Travel,Leisure"},
    {"software", "软件,软件业,软件开发,软件和信息技术服务业,软件服务|Software,SaaS,Software development"},
    {"technology", "信息技术,IT,IT服务,科技,高科技,计算机,信息传输、软件和信息技术服务业,资讯服务,电脑及周边设备|Information technology,Technology,IT services,Tech,Hi-tech,Computers,Hardware"},
    {"internet", "互联网,网络,互联网服务,数字云端|Internet,Online services,Web services"},
    {"telecom", "通信,电信,通讯,通信网络,运营商|Telecommunications,Telecom,Telecoms,Communications"},
    {"finance", "金融,金融业,证券,投资,基金,期货,金融保险|Finance,Financial services,Financials,Investment,Securities,Capital markets"},
    {"banking", "银行,银行业|Banking,Banks"},
    {"insurance", "保险,保险业|Insurance"},
    {"consulting", "商务服务,咨询,管理咨询,专业服务,租赁和商务服务业,服务业,服务|Business services,Consulting,Services,Professional services,Management consulting"},
    {"legal", "法律,法律服务,律师|Legal services,Legal,Law"},
    {"accounting", "会计审计,会计,审计,财税|Accounting,Audit,Accountancy,Tax"},
    {"employment", "人力资源,人力资源服务,招聘,劳务|Human resources and employment,Employment,Human resources,Recruitment,Staffing,HR"},
    {"marketing", "广告营销,广告,营销,市场营销,公关|Marketing and advertising,Marketing,Advertising,Public relations,PR"},
    {"media", "文化传媒,传媒,媒体,出版,文化,新闻出版,文化创意|Media and publishing,Media,Publishing,Press,Printing"},
    {"entertainment", "文化娱乐,娱乐,影视,游戏,体育,文化、体育和娱乐业,运动休闲|Entertainment and sports,Entertainment,Sports,Games,Film,Arts,Recreation"},
    {"education", "教育,教育培训,培训,学校|Education,Training,Schools,E-learning,Higher education"},
    {"research", "科研,科学研究,研究院,科学研究和技术服务业,检测|Research and technical services,Research,Science,Engineering services,Testing"},
    {"environment", "环保,环境保护,绿能环保,水利、环境和公共设施管理业,水务|Environmental services,Environment,Water,Waste management,Recycling"},
    {"household", "居民服务,生活服务,家政,居家生活,居民服务、修理和其他服务业|Household and personal services,Personal services,Consumer services,Repair"},
    {"government", "政府,政府机关,公共管理,公共管理、社会保障和社会组织,事业单位|Government and public administration,Government,Public sector,Public administration"},
    {"nonprofit", "非营利组织,社会组织,公益,协会|Non-profit,Nonprofit,Not for profit,NGO,Charity,Associations"},
    {"holding", "综合,控股,集团,综合企业,投资控股|Conglomerates and holdings,Conglomerate,Holding,Diversified"},
    {"other", "其他,其它,其他行业|Other,Others"},
};

constexpr PicklistTable industry_tables[]{{"industry", industry}};

}  // namespace

std::span<const PicklistTable> industry_picklists() noexcept { return industry_tables; }

}  // namespace guanxi
