/**
 * Scale words and units of measure as administrative prose prints them. Sources: Decree 86/2012/NĐ-CP on legal units of
 * measure, the usual short forms of the State Budget tables, and units of land and yield still in daily use.
 */
import { PhraseTable } from './phrases.ts';

/** Powers of ten. "nghìn tỷ" needs no row: scale words that follow each other multiply. */
export const scaleWords = new PhraseTable<number>([
  ['chục', 1],
  ['trăm', 2],
  ['nghìn|ngàn', 3],
  ['vạn', 4],
  ['triệu|tr|tr.', 6],
  ['tỷ', 9],
]);

/** How an amount with this unit is classed. */
export type UnitKind = 'measure' | 'money' | 'percent' | 'point' | 'times';

export interface Unit {
  readonly kind: UnitKind;
  /** What is shown where the printed form also holds a scale ("trđ"); null to show it as printed. */
  readonly shown: string | null;
  /** Power of ten inside the printed form. */
  readonly scale: number;
}

const plain = (kind: UnitKind): Unit => ({ kind, shown: null, scale: 0 });

export const units = new PhraseTable<Unit>([
  ['%|phần trăm', plain('percent')],
  ['điểm phần trăm|điểm %', plain('point')],
  ['‰|phần nghìn', plain('measure')],
  ['lần', plain('times')],
  // Money
  [
    'đồng|đ|vnđ|vnd|việt nam đồng|usd|đô la|đô la mỹ|đô-la|đô-la mỹ|eur|euro|yên nhật|nhân dân tệ|$',
    plain('money'),
  ],
  ['trđ|tr.đ|triệuđồng', { kind: 'money', shown: 'đồng', scale: 6 }],
  // What recognition glues together
  ['tỷđồng|tỉđồng', { kind: 'money', shown: 'đồng', scale: 9 }],
  ['nghìnđồng|ngànđồng', { kind: 'money', shown: 'đồng', scale: 3 }],
  ['nghìntấn', { kind: 'measure', shown: 'tấn', scale: 3 }],
  // Length, area, volume
  ['m|km|cm|dm|mm|mét|ki-lô-mét|kilômét|hải lý', plain('measure')],
  ['ha|héc ta|hécta|hecta|héc-ta|sào|mẫu', plain('measure')],
  ['m2|km2|dm2|cm2|mm2|m²|km²|cm²|dm²|mét vuông|ki-lô-mét vuông', plain('measure')],
  ['m3|dm3|cm3|m³|dm³|cm³|mét khối|lít|ml|thùng', plain('measure')],
  // Mass and yield
  ['tấn|tạ|yến|kg|ki-lô-gam|kilôgam|gam|gram|g|mg|tấn hơi|tấn thịt hơi', plain('measure')],
  // Energy, temperature, data
  ['w|kw|mw|gw|v|kv|va|kva|mva|wh|kwh|mwh|gwh|mwp|kwp|hp|cv|mã lực|°c|oc|ºc|độ c|độ|‰', plain('measure')],
  ['mb|gb|tb|mbps|gbps|db|dba|hz|khz|mhz|ghz|ph', plain('measure')],
  // Concentration, force, pressure, light, heat, capacity
  ['µg|μg|mcg|ppm|ppb|ntu|mpa|kpa|bar|kn|lux|kcal|calo|teu|dwt|iu', plain('measure')],
  // Time
  ['năm|tháng|ngày|tuần|giờ|h|phút|giây|ngày đêm|quý|tiếng|thế kỷ', plain('measure')],
  ['tuổi|tháng tuổi|điểm', plain('measure')],
]);

/** "điểm" and other words that are units alone open names of things: "35 điểm thi", "3 độ tuổi". */
export const thingsNamedLikeUnits = new PhraseTable<true>([
  [
    'điểm thi|điểm cầu|điểm trường|điểm bán|điểm du lịch|điểm nóng|điểm đến|điểm bỏ phiếu|điểm tái định cư|điểm đen|điểm dân cư|điểm tiêm|điểm giao dịch|điểm phục vụ|điểm sạt lở|điểm cung cấp|điểm truy cập|điểm tập kết|điểm chợ|điểm giết mổ|điểm công nghiệp|điểm mỏ|điểm khai thác',
    true,
  ],
  [
    'mẫu nước|mẫu thực phẩm|mẫu xét nghiệm|mẫu đất|mẫu bệnh phẩm|mẫu máu|mẫu quan trắc|mẫu giám sát|mẫu giáo|mẫu vật',
    true,
  ],
  [
    'thùng rác|thùng thư|độ tuổi|năm học|ngày công|quý khách|ngày hội|tuần lễ|đồng chí|đồng bào|đồng phạm|đồng tác giả',
    true,
  ],
]);

/** What stands after "/" in a rate: "triệu đồng/người/năm", "tấn/ngày đêm". Other single words are taken as they are. */
export const perWords = new PhraseTable<true>([
  [
    'ngày đêm|bé gái|bé trai|phụ nữ|đầu người|lao động|học sinh|giáo viên|vạn dân|nghìn dân|hộ gia đình|giường bệnh',
    true,
  ],
  ['ha đất|ha canh tác|đơn vị diện tích|công nhân|nhân khẩu|người dân', true],
]);
