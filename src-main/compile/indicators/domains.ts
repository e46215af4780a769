/** Which field of government a section is about, by the words of its headings. */
import type { Section } from '../../contract/briefing.ts';
import type { Domain } from '../../contract/indicator.ts';
import { PhraseTable } from '../figures/phrases.ts';
import { tokenise } from '../figures/tokens.ts';

const domainWords = new PhraseTable<Domain>([
  [
    'kinh tế|nông nghiệp|công nghiệp|thương mại|dịch vụ|ngân sách|tài chính|trồng trọt|chăn nuôi|thủy sản|lâm nghiệp|nông thôn mới|doanh nghiệp|đầu tư|xuất khẩu|nhập khẩu|thu ngân sách|chi ngân sách|thuế|tín dụng|ngân hàng|du lịch|hợp tác xã|đầu tư công|dự toán|kinh doanh|thu, chi',
    'economy',
  ],
  [
    'đô thị|tài nguyên|môi trường|đất đai|quy hoạch|giải phóng mặt bằng|xây dựng cơ bản|giao thông|công trình trọng điểm|hạ tầng|nhà ở|khoáng sản|đề án',
    'urban',
  ],
  [
    'văn hóa|xã hội|giáo dục|đào tạo|y tế|dân số|lao động|việc làm|an sinh|an sinh xã hội|thể thao|thể dục|thông tin|giảm nghèo|năm học|người có công|trẻ em|bảo hiểm|khám chữa bệnh|dự phòng|an toàn thực phẩm|khoa học|dân tộc|tôn giáo|gia đình|bảo hiểm xã hội|bảo hiểm y tế|truyền thông',
    'society',
  ],
  ['văn bản|pháp luật|quy phạm pháp luật|nghị quyết|tư pháp|phổ biến pháp luật|luật', 'legislation'],
  [
    'bộ máy|tổ chức bộ máy|cán bộ|biên chế|cải cách hành chính|thành viên ubnd|nội vụ|công chức|viên chức|chỉ đạo, điều hành|chính quyền|hành chính|thi đua|khen thưởng|chuyển đổi số',
    'organisation',
  ],
  [
    'thanh tra|khiếu nại|tố cáo|tiếp công dân|tham nhũng|phòng chống tham nhũng|đơn thư|kiểm toán|thi hành án|tòa án|viện kiểm sát|thi hành án dân sự',
    'inspection',
  ],
  [
    'quốc phòng|an ninh|quân sự|trật tự|trật tự an toàn xã hội|trật tự, an toàn xã hội|phòng cháy|tội phạm|tuyển quân|công an|quốc phòng, an ninh|an toàn giao thông',
    'security',
  ],
  ['phối hợp|mối quan hệ|mttq|mặt trận|mặt trận tổ quốc|công tác phối hợp', 'coordination'],
  ['giám sát|chấp hành sự giám sát|cử tri|chất vấn|tiếp xúc cử tri', 'oversight'],
]);

/**
 * The domain that most words of a heading speak for: the innermost heading that decides, then those around it. Null
 * where none does. "Phát triển kinh tế - xã hội" names two fields and decides nothing.
 */
export class Domains {
  readonly #sections: ReadonlyMap<string, Section>;
  readonly #known = new Map<string, Domain | null>();

  constructor(sections: readonly Section[]) {
    this.#sections = new Map(sections.map((section) => [section.id, section]));
  }

  of(id: string | null): Domain | null {
    let at = id;
    for (let depth = 0; at !== null && depth < 20; depth++) {
      const section = this.#sections.get(at);
      if (section === undefined) return null;
      const known = this.#known.get(at);
      const domain = known === undefined ? domainOf(section.title) : known;
      if (known === undefined) this.#known.set(at, domain);
      if (domain !== null) return domain;
      at = section.parent;
    }
    return null;
  }
}

const TITLE_TOKENS = 40;

/** The domain that a heading's words speak for most clearly; null for none or several alike. */
export function domainOf(title: string): Domain | null {
  const tokens = tokenise(title.slice(0, 300)).slice(0, TITLE_TOKENS);
  const weights = new Map<Domain, number>();
  for (let at = 0; at < tokens.length;) {
    const match = domainWords.at(tokens, at);
    if (match !== null) weights.set(match.value, (weights.get(match.value) ?? 0) + match.length);
    at += match?.length ?? 1;
  }
  const ranked = [...weights].sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  return first === undefined || first[1] === second?.[1] ? null : first[0];
}
