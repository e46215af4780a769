import { describe, expect, it } from 'vitest';
import { compile } from '../../../src-main/compile/compile.ts';
import { readCuration } from '../../../src-main/compile/read-curation.ts';
import { readSource } from '../../../src-main/compile/read-source.ts';
import { keepsItsLaws } from './laws.ts';

const source = readSource('resources/report/source.txt');
if (!source.ok) throw new Error(source.error.code);
const report = compile(source.value, readCuration('resources'));
const { document, sections, blocks, footnotes, corrections, separators, problems } = report;
const at = (address: string): string => blocks.find((block) => block.address === address)?.text ?? '';
const ofKind = (kind: string): string[] =>
  blocks.filter((block) => block.kind === kind).map(({ text }) => text);

describe('the bundled report', () => {
  it('keeps every law', () => {
    keepsItsLaws(source.value, report);
  });

  it('says who writes what to whom', () => {
    expect(document).toMatchObject({
      genre: 'Báo cáo',
      title:
        'Kết quả hoạt động của UBND thành phố từ đầu nhiệm kỳ 2021-2026 đến tháng 10/2023 và nhiệm vụ trọng tâm đến hết nhiệm kỳ',
      number: '/BC-UBND',
      date: 'ngày tháng 11 năm 2023',
      place: 'Hải Dương',
      issuer: 'Ủy ban nhân dân thành phố Hải Dương',
      addressee: 'Hội đồng nhân dân thành phố',
    });
  });

  it('has two parts, six romans and the decimals under them', () => {
    expect(sections.filter(({ kind }) => kind !== 'run-in').map(({ number }) => number)).toEqual([
      ...['P1', 'I', 'I.1', 'I.2', 'I.3'],
      ...['II', 'II.1', 'II.1.1', 'II.1.2', 'II.1.3', 'II.2', 'II.3', 'II.4', 'II.5'],
      ...['III', 'IV', 'V', 'VI', 'VI.1', 'VI.2', 'VI.3', 'VI.3.1', 'VI.3.2'],
      ...['P2', 'P2.1', 'P2.2', 'P2.3', 'P2.4', 'P2.5', 'P2.6'],
    ]);
    expect(sections.find(({ number }) => number === 'P1')?.title).toMatch(/^ĐÁNH GIÁ KẾT QUẢ HOẠT ĐỘNG/);
    expect(sections.find(({ number }) => number === 'VI.3.1')?.title).toBe('Nguyên nhân khách quan');
    expect(sections.find(({ number }) => number === 'P2.1')?.label).toBe('Phần thứ hai, mục 1');
  });

  it('reads bold openings as run-in headings, and their plain neighbours too', () => {
    expect(sections.filter(({ kind }) => kind === 'run-in').map(({ title }) => title)).toEqual([
      'Nông nghiệp và xây dựng nông thôn mới',
      'Công nghiệp, xây dựng',
      'Thương mại, dịch vụ',
      'Thu, chi ngân sách',
      'Công tác quản lý, phát triển đô thị',
      'Lĩnh vực Tài nguyên Môi trường',
      'Về tiến độ các công trình trọng điểm, dự án lớn tỉnh chỉ đạo',
      'Các Đề án',
      'Giáo dục đào tạo',
      'Công tác y tế, dân số',
      'Văn hóa, thông tin, thể thao',
      'Lao động, việc làm, an sinh xã hội',
    ]);
  });

  it.each([
    ['Mục I.1, đoạn 1', 'cũng như từng thành viên, của từng lĩnh vực'],
    ['Mục I.3, đoạn 4', '15/5/2021, Chương trình 41/CTTr-UBND ngày 25/01/2022'],
    ['Mục II.1.2, đoạn 1', 'số lượng cây xanh đã trồng mới được 112.288 cây'],
    ['Mục II.1.2, đoạn 5', 'đã hoàn thiện thủ tục đầu tư, hiện đang tập trung'],
    ['Mục II.1.3, đoạn 2', 'xử phạt vi phạm hành chính theo quy định'],
    ['Mục II.2, đoạn 1', 'quyết định chủ trương đầu tư, thực hiện các đề án'],
    ['Mục II.3, đoạn 3', 'đã thực hiện áp dụng hiệu quả hệ thống quản lý chất lượng'],
    ['Mục II.5, đoạn 1', 'tỉnh năm 2023. Công tác huấn luyện, tuyển quân'],
    ['Mục III, đoạn 2', 'của BCH Trung ương. Ký chương trình'],
    ['Mục V, đoạn 1', 'UBND tỉnh, các sở, ban, ngành thuộc tỉnh.'],
    ['Mục VI.1, đoạn 2', 'những tác động của điều kiện tự nhiên'],
  ])('joins what a page break parted: %s', (address, words) => {
    expect(at(address)).toContain(words);
  });

  it('joins nothing else', () => {
    const joins = separators.filter(({ kind }) => kind === 'join');
    expect(joins).toHaveLength(11);
    expect(at('Mục II.4, đoạn 2')).toMatch(/20 cuộc thanh tra và 03 cuộc kiểm tra$/);
    expect(at('Mục II.5')).toBe('5. Lãnh đạo công tác Quốc phòng, an ninh');
  });

  it('has thirty footnotes, last in reading order, each with the words that point to it', () => {
    expect(footnotes.map(({ number }) => number)).toEqual(
      Array.from({ length: 30 }, (_, index) => index + 1),
    );
    expect(blocks.slice(-30).map(({ id }) => id)).toEqual(footnotes.map(({ number }) => `fn${number}`));
    const texts = new Map(blocks.map((block) => [block.id, block.text]));
    const words = footnotes.map(({ ref }) => {
      const text = texts.get(ref?.block ?? '') ?? '';
      return text.slice(Math.max(0, (ref?.start ?? 0) - 10), ref?.end);
    });
    expect(words).toMatchInlineSnapshot(`
      [
        "c họp khác¹",
        ", cuộc họp²",
        "inh tế cao³",
        " công nhận⁴",
        "ả tích cực⁵",
        "ao vượt 5%⁶",
        "a từng năm⁷",
        "c quan tâm⁸",
        "y các loại⁹",
        "khu đô thị¹⁰",
        "ử dụng đất¹¹",
        "về đất đai¹²",
        "o quy định¹³",
        "môi trường¹⁴",
        "khối lượng¹⁵",
        " các Đề án¹⁶",
        " Hải Dương¹⁷",
        "địa phương¹⁸",
        " và lễ hội¹⁹",
        "h tích cao²⁰",
        "trợ xã hội²¹",
        "n các loại²²",
        "o từng năm²³",
        " đạt 99,5%²⁴",
        "ì bền vững²⁵",
        "c hiện tốt²⁶",
        " đạt 85,5%²⁷",
        "g cháy, nổ²⁸",
        " điểm chậm²⁹",
        " nguồn vốn³⁰",
      ]
    `);
  });

  it('takes the stray 8 inside footnote 8 for no second reference, and square metres for none at all', () => {
    expect(problems.map(({ code }) => code)).toEqual(['ref-repeated']);
    const areas = blocks.filter(({ text }) => text.includes('10,63m²'));
    expect(areas).not.toEqual([]);
    for (const { text, marks } of areas) {
      const after = text.indexOf('10,63m²') + 6;
      expect(marks.filter(({ kind, start }) => kind === 'footnote-ref' && start === after)).toEqual([]);
    }
  });

  it('shows no stray markup', () => {
    for (const { text } of blocks) expect(text).not.toMatch(/[*_#`|<>[\]\\]/);
  });

  it('ends with its closing words, eight lines of recipients and three of signature', () => {
    expect(at('Phần kết, đoạn 1')).toMatch(/^Trên đây là báo cáo .*\.\/\.$/);
    expect(ofKind('recipients')).toEqual([
      'Nơi nhận:',
      'Thường trực Thành ủy (để báo cáo);',
      'HĐND Tp (để báo cáo);',
      'CT, các PCT UBND Tp;',
      'Các đại biểu HĐND Tp;',
      'Các phòng, ban, đơn vị thuộc Tp;',
      'UBND các xã, phường;',
      'Lưu: VT.',
    ]);
    expect(ofKind('signature')).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Trần Hồ Đăng']);
  });

  it('finds a place for every correction that the proofreader wrote down', () => {
    expect(corrections.length).toBeGreaterThan(0);
    expect(problems.filter(({ code }) => code === 'correction-not-found')).toEqual([]);
  });
});
