/** Each form of number that the grammar knows, a row a form: the sentence, and what it must give. */
import { describe, expect, it } from 'vitest';
import { figuresIn } from './labels.ts';

/** "text class value unit" of each number, figures with their value and unit: short enough to read in a table. */
function shown(sentence: string): string[] {
  return figuresIn(sentence).map((numeral) => {
    if (numeral.kind === 'non-figure') return `${numeral.text} = ${numeral.class}`;
    const whole = numeral.of === null ? '' : `/${numeral.of}`;
    const to = numeral.to === null ? '' : `..${numeral.to}`;
    return `${numeral.text} = ${numeral.class} ${numeral.value}${whole}${to}${numeral.unit === null ? '' : ` ${numeral.unit}`}`;
  });
}

const rows: readonly (readonly [sentence: string, ...numbers: string[]])[] = [
  // Levels
  ['Thu đạt 1.514 tỷ 310 triệu đồng.', '1.514 tỷ 310 triệu đồng = level 1514310000000 đồng'],
  ['Phạt 1.567.500.000 đồng.', '1.567.500.000 đồng = level 1567500000 đồng'],
  [
    'Thu 3,2 triệu USD và 4,5 tr.đồng.',
    '3,2 triệu USD = level 3200000 USD',
    '4,5 tr.đồng = level 4500000 đồng',
  ],
  ['Đường dài 600m, rộng 12 m.', '600m = level 600 m', '12 m = level 12 m'],
  [
    'Đạt 10,63m²/người và 65,2 tạ/ha.',
    '10,63m²/người = level 10.63 m²/người',
    '65,2 tạ/ha = level 65.2 tạ/ha',
  ],
  ['Sửa chữa hết 97 tỷ trong năm.', '97 tỷ = level 97000000000 đồng'],
  [
    'Quy mô 2,5 triệu tỷ đồng, 12 nghìn tỷ.',
    '2,5 triệu tỷ đồng = level 2500000000000000 đồng',
    '12 nghìn tỷ = level 12000000000000 đồng',
  ],
  ['Hết 05 (năm) triệu đồng.', '05 (năm) triệu đồng = level 5000000 đồng'],
  [
    'Trị giá 3 tỷ rưỡi; 2 triệu/người; 12 tỷđồng.',
    '3 tỷ rưỡi = level 3500000000 đồng',
    '2 triệu/người = level 2000000 đồng/người',
    '12 tỷđồng = level 12000000000 đồng',
  ],
  ['Đạt trên 1 ha.', '1 ha = level 1 ha'],
  // Counts
  ['Có 71 phiên họp, 5,6 triệu con.', '71 = count 71 phiên họp', '5,6 triệu = count 5600000 con'],
  ['Cấp 02 (hai) bộ máy.', '02 = count 2 bộ'],
  ['Thuộc 25 phường, xã.', '25 = count 25 phường, xã'],
  ['Mở tại 35 điểm thi, đạt 6,75 điểm.', '35 = count 35 điểm thi', '6,75 điểm = level 6.75 điểm'],
  // Percentages
  ['Lấp đầy 90% và 45 phần trăm.', '90% = percent 90 %', '45 phần trăm = percent 45 phần trăm'],
  [
    'Đạt 58,8% kế hoạch, bằng 118,4% KH tỉnh giao.',
    '58,8% = completion 58.8 %',
    '118,4% = completion 118.4 %',
  ],
  ['Thu vượt 5% dự toán; chi thấp hơn 3% so với kế hoạch.', '5% = completion 5 %', '3% = completion -3 %'],
  ['Tăng 3,0% so với cùng kỳ, giảm 0,85%.', '3,0% = growth 3.0 %', '0,85% = growth -0.85 %'],
  ['GRDP tăng trưởng ước đạt 8,59%.', '8,59% = growth 8.59 %'],
  ['Tăng lần lượt 3,1%; 4,2% và 5%.', '3,1% = growth 3.1 %', '4,2% = growth 4.2 %', '5% = growth 5 %'],
  ['Giảm còn 2,1%, tăng lên 15%.', '2,1% = percent 2.1 %', '15% = percent 15 %'],
  ['Tăng từ 5,2% lên 6,1%.', '5,2% = percent 5.2 %', '6,1% = percent 6.1 %'],
  [
    'Tăng 0,4 điểm phần trăm, giảm 2 điểm %.',
    '0,4 điểm phần trăm = difference 0.4 điểm phần trăm',
    '2 điểm % = difference -2 điểm %',
  ],
  ['Sinh 14,2‰.', '14,2‰ = level 14.2 ‰'],
  // Changes
  [
    'Tăng 05 khu dân cư (tăng 4.162 tỷ).',
    '05 = difference 5 khu dân cư',
    '4.162 tỷ = difference 4162000000000 đồng',
  ],
  [
    'Lúa 500 ha (-673 ha; +2,89%).',
    '500 ha = level 500 ha',
    '-673 ha = difference -673 ha',
    '+2,89% = growth 2.89 %',
  ],
  ['Giảm 15 vụ, 3 người.', '15 = difference -15 vụ', '3 = difference -3 người'],
  [
    'Tăng cường 5 tổ, xử lý đất tăng thêm và 1.320 trường hợp.',
    '5 = count 5 tổ',
    '1.320 = count 1320 trường hợp',
  ],
  ['Gấp 1,2 lần, kiểm tra 3 lần.', '1,2 lần = multiple 1.2 lần', '3 = count 3 lần'],
  ['Gấp từ 2 đến 3 lần, giảm từ 4% trở lên.', '2 đến 3 lần = multiple 2..3 lần', '4% = growth -4 %'],
  ['Vượt 12% so với cùng kỳ, vượt 5% dự toán.', '12% = growth 12 %', '5% = completion 5 %'],
  [
    'Tăng so với năm 2022 là 25 vụ, nhiều hơn năm trước 5 hộ.',
    '2022 = date',
    '25 = difference 25 vụ',
    '5 = difference 5 hộ',
  ],
  [
    'IIP tăng 8,5%, trong đó: khai khoáng 3,2%, tỷ trọng 9,1%.',
    '8,5% = growth 8.5 %',
    '3,2% = growth 3.2 %',
    '9,1% = percent 9.1 %',
  ],
  [
    'Tốc độ tăng giai đoạn 2021-2022 đạt 7% (năm 2021: 5%; năm 2022: 8%).',
    '2021-2022 = date',
    '7% = growth 7 %',
    '2021 = date',
    '5% = growth 5 %',
    '2022 = date',
    '8% = growth 8 %',
  ],
  [
    'Hụt 3 tỷ đồng so với dự toán (đạt 95,9%).',
    '3 tỷ đồng = difference -3000000000 đồng',
    '95,9% = completion 95.9 %',
  ],
  ['Sạt lở 156 điểm, đạt 95 điểm.', '156 = count 156 điểm', '95 điểm = level 95 điểm'],
  // Ratios and ranks
  [
    'Giải quyết 897/921 đơn, thu 8.795/8.995 tỷ đồng.',
    '897/921 = ratio 897/921 đơn',
    '8.795/8.995 tỷ đồng = ratio 8795000000000/8995000000000 đồng',
  ],
  ['Đạt 1.234 tỷ/1.500 tỷ đồng.', '1.234 tỷ/1.500 tỷ đồng = ratio 1234000000000/1500000000000 đồng'],
  ['Xếp thứ 07/12, đứng thứ 2 cả nước.', '07/12 = rank 7/12', '2 = rank 2'],
  // Ranges
  [
    'Hỗ trợ từ 10 đến 15%, 6.500 - 7.000 đồng/kg.',
    '10 đến 15% = percent 10..15 %',
    '6.500 - 7.000 đồng/kg = level 6500..7000 đồng/kg',
  ],
  [
    'Từ 5 tỷ đến 7 tỷ đồng; 2-3 buổi.',
    '5 tỷ đến 7 tỷ đồng = level 5000000000..7000000000 đồng',
    '2-3 = count 2..3 buổi',
  ],
  [
    'Lần lượt là 10, 12 và 15 tỷ đồng.',
    '10 = level 10000000000 đồng',
    '12 = level 12000000000 đồng',
    '15 tỷ đồng = level 15000000000 đồng',
  ],
  [
    'Tăng từ 12 lên 15 tỷ đồng, giảm từ 9 xuống còn 7 xã.',
    '12 = level 12000000000 đồng',
    '15 tỷ đồng = level 15000000000 đồng',
    '9 = count 9 xã',
    '7 = count 7 xã',
  ],
  [
    'Từ 5 tỷ năm 2020, trong 5 năm 2021-2025.',
    '5 tỷ = level 5000000000 đồng',
    '2020 = date',
    '5 năm = level 5 năm',
    '2021-2025 = date',
  ],
  [
    'Nhóm 15-49 tuổi; 2.345 (98,5%) hộ; bốn (04) bản.',
    '15-49 tuổi = level 15..49 tuổi',
    '2.345 = count 2345 hộ',
    '98,5% = percent 98.5 %',
    '04 = count 4 bản',
  ],
  [
    'Tăng 15% về số vụ, 12% về số người; vượt 3 chỉ tiêu.',
    '15% = growth 15 %',
    '12% = growth 12 %',
    '3 = count 3 chỉ tiêu',
  ],
  ['Một số sản phẩm tăng khá: thép 12,5%; giảm: gạch 3%.', '12,5% = growth 12.5 %', '3% = growth -3 %'],
  [
    'Gấp gần 3, cao trình +5,20, xếp thứ 15, 20 và 8/63.',
    '3 = multiple 3',
    '+5,20 = level 5.20',
    '15 = rank 15',
    '20 = rank 20',
    '8/63 = rank 8/63',
  ],
  [
    'Miễn giảm học phí 23 tỷ; hẹp hơn thiết kế 5 cm; tụt 11 bậc.',
    '23 tỷ = level 23000000000 đồng',
    '5 cm = difference -5 cm',
    '11 = difference -11 bậc',
  ],
  [
    'Tăng 234 lao động (4,3%), giảm 12 ha (2,1% diện tích).',
    '234 = difference 234 lao động',
    '4,3% = growth 4.3 %',
    '12 ha = difference -12 ha',
    '2,1% = percent 2.1 %',
  ],
  ['Đạt 101% so với kế hoạch, bằng 99% so với cùng kỳ.', '101% = completion 101 %', '99% = percent 99 %'],
  // Careless and broken text
  [
    'Tăng1,36%, Hòa Bình116ha, đạt 5\ntấn.',
    '1,36% = growth 1.36 %',
    '116ha = level 116 ha',
    '5\ntấn = level 5 tấn',
  ],
  ['Các năm 2020,2021,2022.', '2020 = date', '2021 = date', '2022 = date'],
  [
    'Chi 5 000 tỷ đồng, 1\u00a0234 hộ, 7 000 hộ.',
    '5 000 tỷ đồng = level 5000000000000 đồng',
    '1\u00a0234 = count 1234 hộ',
    '7 000 = count 7000 hộ',
  ],
  ['Tổ 5 có 120 hộ/45 ha.', '5 = name', '120 = count 120 hộ', '45 ha = level 45 ha'],
  // English separators, used throughout
  ['Yields of 29.4% from 64,500 hộ.', '29.4% = percent 29.4 %', '64,500 = count 64500 hộ'],
  ['Đạt 29,4% của 274,842 tỷ đồng.', '29,4% = percent 29.4 %', '274,842 tỷ đồng = level 274842000000 đồng'],
  // Dates
  ['Ngày 05 tháng 7 năm 2023 và 3.5.2025.', '05 tháng 7 năm 2023 = date', '3.5.2025 = date'],
  [
    'Từ tháng 7/2021 đến 15-5-2016; nhiệm kỳ 2021 - 2026.',
    '7/2021 = date',
    '15-5-2016 = date',
    '2021 - 2026 = date',
  ],
  ['6 tháng đầu năm 2023, dạy trong 6 tháng.', '6 tháng đầu năm 2023 = date', '6 tháng = level 6 tháng'],
  ['Hồi 14 giờ 30, họp lúc 7h30, hằng ngày 24/24.', '14 giờ 30 = date', '7h30 = date', '24/24 = name'],
  ['Tối thứ 7; ngày 20/11; dịp 30/4.', '7 = date', '20/11 = date', '30/4 = date'],
  [
    'Từ 8 giờ đến 17 giờ, làm 8 giờ, 20g thuốc.',
    '8 = date',
    '17 = date',
    '8 giờ = level 8 giờ',
    '20g = level 20 g',
  ],
  [
    '9T/2023, 6T2023, Q4/2023; niên độ 2022/23.',
    '9T/2023 = date',
    '6T2023 = date',
    'Q4/2023 = date',
    '2022/23 = date',
  ],
  ['Phạt 1 năm 6 tháng, sau 48h.', '1 năm = level 1 năm', '6 tháng = level 6 tháng', '48h = level 48 h'],
  [
    'Từ 15-20/10/2023; 15-17/9; từ 10 đến 15/11/2023; 30/06/23; 2023-06-30.',
    '15-20/10/2023 = date',
    '15-17/9 = date',
    '10 = date',
    '15/11/2023 = date',
    '30/06/23 = date',
    '2023-06-30 = date',
  ],
  [
    'Số 10 đường 30/4; từ chiều 06 đến hết ngày 08/12.',
    '10 = name',
    '30/4 = name',
    '06 = date',
    '08/12 = date',
  ],
  ['9 tháng 2023, 30/6 năm 2023, 29 tháng Chạp.', '9 tháng 2023 = date', '30/6 năm 2023 = date', '29 = date'],
  // Documents, laws, sections
  [
    'Công văn số 45, 46 và 47; Số:45/KH - UBND, 123/QĐ -TTg.',
    '45 = docnum',
    '46 = docnum',
    '47 = docnum',
    '45/KH - UBND = docnum',
    '123/QĐ -TTg = docnum',
  ],
  [
    'Mục I.2.3, Điều 4.1, tiết 2 điểm b; [1] Theo.',
    'I.2.3 = section',
    '4.1 = legal',
    '2 = legal',
    '1 = footnote_ref',
  ],
  ['TIỀM NĂNG ............ 3', '3 = section'],
  [
    'Quyết định 5216/QĐ-UBND, 73/2023/NĐ-CP, 238-QĐ/TW, Luật số 57/2014/QH13.',
    '5216/QĐ-UBND = docnum',
    '73/2023/NĐ-CP = docnum',
    '238-QĐ/TW = docnum',
    '57/2014/QH13 = docnum',
  ],
  ['Khoản 1, 2 và 3 Điều 5; điều 10a.', '1 = legal', '2 = legal', '3 = legal', '5 = legal', '10a = legal'],
  ['Gồm: (1) Đường; (2) Cầu.', '1 = section', '2 = section'],
  // Names
  [
    'QL5, COVID-19, ISO 9001-2015, gđ1, 5G.',
    'QL5 = name',
    'COVID-19 = name',
    '9001-2015 = name',
    'gđ1 = name',
    '5G = name',
  ],
  [
    'Đề án 06, SEA Games 31, Gói thầu 07-08, km156+500.',
    '06 = name',
    '31 = name',
    '07-08 = name',
    'km156+500 = name',
  ],
  ['40 sản phẩm đạt 4 sao; “5 rõ, 6 dám”.', '40 = count 40 sản phẩm', '4 = name', '5 = name', '6 = name'],
  ['Lớp 12 và 12 lớp.', '12 = name', '12 = count 12 lớp'],
  ['Đường 3/2, phi 21, CT1A, Bệnh viện 108.', '3/2 = name', '21 = name', 'CT1A = name', '108 = name'],
  ['Gọi 0912345678 hoặc fax 024 3825 1234.', '0912345678 = name', '024 3825 1234 = name'],
  ['Mô hình 3 giảm 3 tăng, 1 phải 5 giảm.', '3 = name', '3 = name', '1 = name', '5 = name'],
  ['Máy 2x40MVA, trạm 220/110kV.', '2 = count 2', '40MVA = level 40 MVA', '220/110kV = name'],
  // Scales and denominators
  [
    'Tỷ lệ 1/500, 5 triệu đồng/1 ha, 12 giường trên 1 vạn dân.',
    '1/500 = scale',
    '5 triệu đồng = level 5000000 đồng',
    '1 = scale',
    '12 = count 12 giường',
    '1 = scale',
  ],
  [
    'Máy 192.168.1.1, mật độ 1.170 người/km2.',
    '192.168.1.1 = name',
    '1.170 = count 1170 người/km2',
    'km2 = name',
  ],
  // A digit behind a proper name, where nothing is counted
  ['Xây cầu Mỹ Thuận 2, thôn Tân Lập 1 và Tân Lập 3.', '2 = name', '1 = name', '3 = name'],
  ['Xã Tân Lập 7, xã Hòa An 5.', '7 = count 7', '5 = count 5'],
  ['Thôn Tân Lập 4 hộ; cầu Phố Mới 2 làn xe.', '4 = count 4 hộ', '2 = count 2 làn xe'],
  ['Thiếu vắc xin 5 trong 1.', '5 = name', '1 = name'],
  ['Có 5 trong 1 năm.', '5 = count 5', '1 năm = level 1 năm'],
  ['Đất tái định cư (mỗi lô 90 - 120 m²).', '90 - 120 m² = level 90..120 m²'],
  ['Kiểm tra, cấp 47 mã số vùng trồng.', '47 = count 47 mã số'],
  // Glued on both sides
  ['Đàn trâu bò9.870con, xóm5.', '9.870 = count 9870 con', 'xóm5 = name'],
  ['Bãi rác Đồng Mương 2 tiếp nhận 5 tấn.', '2 = name', '5 tấn = level 5 tấn'],
  ['Sử dụng 5,6 triệu hóa đơn.', '5,6 triệu = count 5600000 hóa đơn'],
  ['Chiếm 2,1% DTTN, đạt 98% DTPL.', '2,1% = percent 2.1 %', '98% = completion 98 %'],
  ['Chậm 3 tháng so với tiến độ; 6 tháng tăng 5%.', '3 tháng = level 3 tháng', '6 = date', '5% = growth 5 %'],
  [
    'Bố trí 5 tỷ đồng/tổng số 12 tỷ đồng.',
    '5 tỷ đồng = level 5000000000 đồng',
    '12 tỷ đồng = level 12000000000 đồng',
  ],
  // Changes that go on over a bracket, and relative ones behind absolute ones
  [
    'Giảm 27 biên chế công chức (10,5%) và 23 biên chế viên chức (11%).',
    '27 = difference -27 biên chế',
    '10,5% = growth -10.5 %',
    '23 = difference -23 biên chế',
    '11% = growth -11 %',
  ],
  [
    'Xảy ra 784 vụ (giảm 52 vụ = 6,2%).',
    '784 = count 784 vụ',
    '52 = difference -52 vụ',
    '6,2% = growth -6.2 %',
  ],
  ['Giảm 8 phòng của các sở, ngành, 5 hộ.', '8 = difference -8 phòng', '5 = count 5 hộ'],
  ['Ồn vượt 70 dBA; chi vượt 70 ha.', '70 dBA = level 70 dBA', '70 ha = difference 70 ha'],
  ['Trung ương 8 khóa XIII; kiến nghị: tỉnh 19; Trung ương 08.', '8 = name', '19 = count 19', '08 = count 8'],
  // Lists that share what stands behind the last
  ['Có 12 - 15 - 18 xã.', '12 = count 12 xã', '15 = count 15 xã', '18 = count 18 xã'],
  ['Đạt lần lượt 71% và 64,5% kế hoạch.', '71% = completion 71 %', '64,5% = completion 64.5 %'],
  // The thing that the subject counts
  ['Tổng số vụ: 45; số giường bệnh/vạn dân: 31,2.', '45 = count 45 vụ', '31,2 = count 31.2 giường bệnh'],
  ['Một số hộ: 45; dân số: 1.200.', '45 = count 45', '1.200 = count 1200'],
];

describe('a number', () => {
  it.each(rows)('in "%s" is what it states', (sentence, ...numbers) => {
    expect(shown(sentence)).toEqual(numbers);
  });

  it('is an estimate also where its time stands between', () => {
    const words = figuresIn('Ước năm 2023 đạt 5 ha; ước thực hiện 6 tháng: 6 ha; ước xã Tân Lập có 7 ha.');
    const approximations = words.flatMap((numeral) => (numeral.kind === 'figure' ? [numeral.approx] : []));
    expect(approximations).toEqual(['ước', 'ước', null]);
  });

  it('is as approximate as its word', () => {
    const words = figuresIn('Trên 5 ha, gần 6 ha, khoảng 7 ha, hơn 8 ha, ước đạt 9 ha, dưới 4 ha, 3 ha.');
    expect(words.map((numeral) => (numeral.kind === 'figure' ? numeral.approx : ''))).toEqual([
      'trên',
      'gần',
      'khoảng',
      'hơn',
      'ước',
      'dưới',
      null,
    ]);
  });
});
