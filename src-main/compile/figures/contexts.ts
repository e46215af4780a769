/** Words around a number that say what it states. Each table is one question the grammar asks. */
import { phrases, PhraseTable } from './phrases.ts';

/** Which way a change goes, and from what: `over` verbs compare with a plan unless something else is named. */
export interface Change {
  readonly sign: 1 | -1;
  readonly kind: 'change' | 'over' | 'comparison';
}
const up: Change = { sign: 1, kind: 'change' };
const down: Change = { sign: -1, kind: 'change' };
const over: Change = { sign: 1, kind: 'over' };
const under: Change = { sign: -1, kind: 'over' };
const higher: Change = { sign: 1, kind: 'comparison' };
const lower: Change = { sign: -1, kind: 'comparison' };

/** Null rows look like a change and are none. */
export const changes = new PhraseTable<Change | null>([
  ['tăng|tăng thêm|gia tăng|tăng trưởng|tăng thu|tăng chi|cộng thêm|đóng góp tăng', up],
  ['tăng trưởng âm|giảm|giảm bớt|sụt giảm|suy giảm|giảm thu|giảm chi|cắt giảm|giảm được|tụt|lùi', down],
  ['vượt|vượt thu|tăng vượt', over],
  ['hụt|hụt thu|thu hụt|thiếu hụt', under],
  ['cao hơn|nhiều hơn|lớn hơn|nhanh hơn|rộng hơn|dài hơn|dày hơn|sâu hơn|nặng hơn|muộn hơn', higher],
  ['thấp hơn|ít hơn|nhỏ hơn|kém hơn|chậm hơn|hẹp hơn|ngắn hơn|mỏng hơn|nông hơn|nhẹ hơn|sớm hơn', lower],
  [
    'tăng cường|giảm tải|đất tăng thêm|tăng gia|tăng ca|giảm nhẹ|giảm trừ|tinh giảm|miễn giảm|miễn, giảm',
    null,
  ],
]);

/** Between a verb and its number; they change nothing about the class. */
export const fillers = phrases(
  'là|thêm|được|bình quân|bình quân mỗi năm|bình quân hằng năm|bình quân hàng năm|trung bình|khoảng|trên|hơn|gần|ước|ước tính|lần lượt|lần lượt là|mức|với mức|thêm được|nhanh|mạnh|cao|nhẹ|khá|sâu|đều|tới|chừng|xấp xỉ|dưới|không quá|tối thiểu|ít nhất|:|tương ứng|tương ứng là|tương đương|chỉ|đạt tới|thêm khoảng|thực|ròng',
);

/** What stands here is a level reached, whatever verb came before: "tăng lên 15%", "giảm còn 2,1%". */
export const levelVerbs = new Set(
  'lên xuống còn đến đạt chiếm bằng thành gồm có và hoặc nhưng song trong đó cho với của ở tại do nên để từ'.split(
    ' ',
  ),
);

/** Approximations as printed; see `approximationOf`. */
export const approximations = phrases(
  'trên|hơn|gần|khoảng|ước|ước đạt|ước tính|ước khoảng|ước thực hiện|ước thực hiện đạt|ước là|ước tính đạt|ước đạt khoảng|ước được|ước tăng|ước giảm|xấp xỉ|chừng|dưới|không quá|tối thiểu|tối đa|ít nhất|không dưới|không ít hơn|trên dưới|đạt gần|đạt trên|đạt khoảng|đạt hơn|ước đạt trên|ước đạt gần|ước đạt hơn|khoảng trên|khoảng gần|ngót|cỡ|chưa đến|chưa tới|chưa đầy|không vượt quá|không thấp hơn|không nhỏ hơn|không cao hơn|không lớn hơn|tới gần|ngót nghét|xấp xỉ khoảng|ước chừng|trên khoảng|≥|>|<|≤|~|≈',
);

/** A plan as such: in "bằng 97% KH", "đạt 42% so với dự toán". Abbreviations with letters behind them: `isPlanWord`. */
export const plans = phrases(
  'kế hoạch|dự toán|chỉ tiêu|nghị quyết|mục tiêu|định mức giao|nhiệm vụ thu|kịch bản',
);
const planAbbreviation = /^(?:KH|DT|NQ|CT)(?:\p{Lu}{0,4}|\p{Lu}?tp)$/u;
// Natural area, sown area, ethnic minorities, science, solid waste, overdue debt: no plans.
const otherAbbreviations = new Set(
  'DTTN DTGT DTXD DTTS DTNT DTLS KHCN KHKT KHXH KHHGĐ CTR CTRSH CTXH CTCP CTMTQG CTGT NQH'.split(' '),
);
export const isPlanAbbreviation = (text: string): boolean =>
  planAbbreviation.test(text) && !otherAbbreviations.has(text);

/** Between a percentage and its plan. */
export const beforePlan = phrases('so với|so|của|tổng|các|với|so với tổng|so với các|theo|tổng số|toàn bộ');

/** What a comparison may name instead of a plan. */
export const earlierTimes = phrases(
  'cùng kỳ|năm trước|năm ngoái|năm|tháng|quý|thời điểm|đầu năm|đầu kỳ|đầu nhiệm kỳ|nhiệm kỳ|giai đoạn|vụ|cuối năm|bình quân|trung bình|mức bình quân|cả nước|thực hiện|kỳ trước|cùng thời điểm|ck',
);

/** What makes a percentage in this clause a growth: "tốc độ tăng trưởng GRDP ước đạt 8,59%". */
export const growthNouns = phrases(
  'tốc độ tăng|tốc độ tăng trưởng|tăng trưởng|mức tăng|mức tăng trưởng|tỷ lệ tăng|tỷ lệ tăng trưởng|nhịp độ tăng|mức giảm|tốc độ giảm',
);

/** What a rank follows. */
export const rankWords = phrases(
  'xếp thứ|đứng thứ|xếp hạng|xếp hạng thứ|xếp vị trí|xếp vị trí thứ|vị trí thứ|đứng vị trí|đứng vị trí thứ|thứ hạng|đứng hạng|xếp thứ hạng|thứ bậc|giữ vị trí|giữ vị trí thứ|ở vị trí|ở vị trí thứ|đứng ở vị trí thứ|vươn lên thứ|tụt xuống thứ|vị trí|đứng|xếp|lên vị trí thứ|lên vị trí|xuống vị trí|lên thứ|xuống thứ|top|tốp',
);
/** "hạng 5 toàn quốc" is a rank, "bệnh viện hạng 2" a name. */
export const rankScopes = phrases(
  'toàn quốc|cả nước|toàn tỉnh|trong cả nước|của cả nước|trên toàn quốc|trong tỉnh|trong toàn quốc|của tỉnh|trong khu vực|khu vực|toàn vùng|trong vùng|trong toàn tỉnh|cấp tỉnh|thế giới|châu á|đông nam á|toàn ngành',
);

/** Words that open a set of things per which a rate is: "trên 1 vạn dân", "trên 1.000 trẻ đẻ sống". */
export const rateBases = phrases(
  'dân|vạn dân|nghìn dân|triệu dân|trẻ đẻ sống|trẻ sinh sống|trẻ sơ sinh sống|ca đẻ sống|bé gái|bé trai|phụ nữ|ha|hộ dân|người dân|đơn vị|đơn vị diện tích|đồng vốn|km²|km2|trẻ',
);
