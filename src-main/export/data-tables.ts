/** Which columns the published files have, what each means, and the query that fills them. */

export interface DataTable {
  readonly name: string;
  /** Vietnamese. */
  readonly about: string;
  /** Name and meaning (Vietnamese) of each, in order; the query gives them by name. */
  readonly columns: readonly (readonly [name: string, meaning: string])[];
  readonly query: string;
}

export const dataTables: readonly DataTable[] = [
  {
    name: 'indicators',
    about: 'Mỗi dòng một chỉ tiêu: một chuỗi số liệu có tên.',
    columns: [
      ['indicator', 'mã chỉ tiêu, ví dụ i12'],
      ['name', 'tên chỉ tiêu'],
      ['detail', 'phần nói rõ thêm, ví dụ “theo giá so sánh”'],
      [
        'domain',
        'lĩnh vực: economy (kinh tế), urban (đô thị – tài nguyên), society (văn hóa – xã hội), legislation (văn bản – pháp luật), organisation (bộ máy), inspection (thanh tra – khiếu nại), security (quốc phòng – an ninh), coordination (phối hợp), oversight (giám sát)',
      ],
      ['unit', 'đơn vị chung'],
      ['curated', '1: tên do người biên tập đặt; 0: lấy từ câu văn'],
      ['observations', 'số quan sát'],
    ],
    query: `SELECT id AS indicator, name, detail, domain, unit, curated,
        (SELECT count(*) FROM observation WHERE observation.indicator = indicator.id) AS observations
      FROM indicator ORDER BY position`,
  },
  {
    name: 'observations',
    about:
      'Mỗi dòng một số liệu của báo cáo, là một quan sát của đúng một chỉ tiêu, theo thứ tự trong nguồn.',
    columns: [
      ['figure', 'mã số liệu, ví dụ f34'],
      ['indicator', 'mã chỉ tiêu (indicators.csv)'],
      ['period', 'kỳ: 2021, 2021-Q2, 2021-07, hoặc khoảng 2021-07/2023-10'],
      ['status', 'actual (thực hiện), estimate (ước), plan (kế hoạch)'],
      [
        'class',
        'loại: level (lượng có đơn vị), count (số đếm), percent (tỷ lệ %), ratio (a/b), rank (hạng), growth (tăng giảm tương đối), completion (% kế hoạch), difference (tăng giảm tuyệt đối), multiple (gấp mấy lần)',
      ],
      ['value', 'giá trị đã nhân với từ chỉ cỡ (nghìn, triệu, tỷ); giảm là số âm; của phân số là tử số'],
      ['of', 'mẫu số của phân số hoặc thứ hạng'],
      ['high', 'cận trên của một khoảng'],
      ['unit', 'đơn vị như in trong báo cáo'],
      ['scale', 'từ chỉ cỡ cuối cùng là bao nhiêu: 1000000000 cho “tỷ”'],
      ['step', 'giá trị của chữ số in cuối cùng: độ chính xác'],
      ['approximation', 'từ làm cho gần đúng: trên, gần, khoảng…'],
      ['from_plan', '1: là khoảng cách tới kế hoạch (“vượt 5%”)'],
      ['text', 'chữ in trong báo cáo'],
      ['address', 'địa chỉ: “Mục II.1.1, đoạn 2”'],
      ['source_start', 'vị trí đầu trong tệp nguồn'],
      ['source_end', 'vị trí cuối (không gồm)'],
    ],
    query: `SELECT numeral.figure, observation.indicator, observation.period, observation.status, class, value, of, high,
        unit, scale, step, approximation, from_plan, text, address, source_start, source_end
      FROM numeral JOIN observation ON observation.figure = numeral.figure ORDER BY numeral.position`,
  },
  {
    name: 'checks',
    about:
      'Mỗi dòng một phép đối chiếu giữa các số liệu của báo cáo. “Không khớp” nghĩa là các con số không khớp nhau, không nói ai sai.',
    columns: [
      ['check', 'mã phép đối chiếu, ví dụ c7'],
      [
        'kind',
        'phép: sum (tổng), ratio (tỷ lệ), growth (tăng giảm tương đối), difference (tăng giảm tuyệt đối), completion (so kế hoạch), list_count (số lượng liệt kê), repetition (lặp lại), period (thời kỳ), footnote (chú thích), implied_integer (số nguyên suy ra)',
      ],
      [
        'verdict',
        'match (khớp), truncated (khớp khi cắt bớt thay vì làm tròn), approximate (khớp xấp xỉ), mismatch (không khớp), undetermined (chưa kiểm được)',
      ],
      ['computed', 'số tính ra'],
      ['stated', 'số văn bản ghi'],
      ['sentence', 'câu giải thích, có phép tính'],
      ['reason', 'vì sao chưa kiểm được, hoặc lý do người biên tập sửa kết luận'],
      ['possibility', 'khả năng một chữ số bị đọc nhầm'],
      ['operands', 'các toán hạng: vai:chữ in:mã số liệu, ngăn bằng dấu chấm phẩy'],
      ['addresses', 'địa chỉ của các toán hạng, mỗi nơi một lần'],
    ],
    query: `SELECT relation.id AS "check", kind, verdict, computed, stated, sentence, reason, possibility,
        (SELECT group_concat(part, '; ') FROM (
          SELECT role || ':' || text || coalesce(':' || figure, '') AS part
          FROM operand WHERE operand.relation = relation.id ORDER BY position
        )) AS operands,
        (SELECT group_concat(address, '; ') FROM (
          SELECT block.address, min(operand.position) AS first FROM operand JOIN block ON block.id = operand.block
          WHERE operand.relation = relation.id GROUP BY block.address ORDER BY first
        )) AS addresses
      FROM relation ORDER BY position`,
  },
];
