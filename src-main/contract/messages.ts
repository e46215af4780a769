/** Every word of ours that a user sees, in Vietnamese. The report's own words come from the report. */
import type { CheckKind, Verdict } from './check.ts';
import type { ChangeKind, Colour, QuestionStatus, Theme } from './delegate.ts';
import { failureMessages } from './failure-messages.ts';
import type { Failure } from './failures.ts';
import type { FigureStatus } from './figure.ts';

const changes: Readonly<Record<ChangeKind, string>> = {
  'annotation-created': 'đánh dấu',
  'annotation-recoloured': 'đổi màu đánh dấu',
  'annotation-removed': 'bỏ đánh dấu',
  'note-created': 'thêm ghi chú',
  'note-edited': 'sửa ghi chú',
  'note-removed': 'xóa ghi chú',
  'question-created': 'thêm câu hỏi',
  'question-edited': 'sửa câu hỏi',
  'question-status-changed': 'đổi tình trạng câu hỏi',
  'question-removed': 'xóa câu hỏi',
};

const colourNames: Readonly<Record<Colour, string>> = {
  yellow: 'Vàng',
  green: 'Xanh lá',
  pink: 'Hồng',
  blue: 'Xanh dương',
};

const themeNames: Readonly<Record<Theme, string>> = {
  light: 'Sáng',
  sepia: 'Ngà',
  dark: 'Tối',
  contrast: 'Tương phản cao',
};

const verdictNames: Readonly<Record<Verdict, string>> = {
  mismatch: 'Không khớp',
  undetermined: 'Chưa kiểm được',
  truncated: 'Cắt bớt khi làm tròn',
  approximate: 'Khớp xấp xỉ',
  match: 'Khớp',
};

const checkKindNames: Readonly<Record<CheckKind, string>> = {
  sum: 'Tổng',
  ratio: 'Tỷ lệ',
  growth: 'Tăng, giảm',
  difference: 'Chênh lệch',
  completion: 'So với kế hoạch',
  list_count: 'Số lượng liệt kê',
  repetition: 'Lặp lại',
  period: 'Thời kỳ',
  footnote: 'Chú thích',
  implied_integer: 'Số người, số vật suy ra',
};

const questionStatusNames: Readonly<Record<QuestionStatus, string>> = {
  draft: 'Nháp',
  asked: 'Đã hỏi',
  answered: 'Đã được trả lời',
};

export const messages = {
  appName: 'Kỳ Họp',

  // Panels and their buttons
  outline: 'Mục lục',
  notebook: 'Sổ tay',
  figures: 'Số liệu',
  checks: 'Đối chiếu',
  mismatches: (count: number) => `${count} chỗ không khớp`,
  back: 'Quay lại',
  forward: 'Đi tới',
  display: 'Hiển thị',
  more: 'Thêm',
  larger: 'Chữ to',
  smaller: 'Chữ nhỏ',
  keys: 'Phím tắt',
  guide: 'Hướng dẫn',
  close: 'Đóng',
  undo: 'Hoàn tác',
  redo: 'Làm lại',

  // Display
  typeSize: 'Cỡ chữ',
  lineWidth: 'Độ rộng dòng',
  lineWidths: ['Hẹp', 'Vừa', 'Rộng', 'Rất rộng'],
  theme: 'Nền giấy',
  themeName: (theme: Theme) => themeNames[theme],
  showCorrections: (count: number) => `Hiện đính chính nhận dạng (${count})`,
  displayLine: (sizePx: number, theme: Theme) => `Cỡ chữ ${sizePx} · ${themeNames[theme]}`,

  // Outline
  marksInSection: (count: number) => `${count} đánh dấu và ghi chú của tôi`,

  // Search
  search: 'Tìm kiếm',
  searchHint: 'Tìm trong báo cáo, chú thích, ghi chú…',
  results: 'Kết quả',
  resultCount: (count: number) => (count === 0 ? 'Không có kết quả' : `${count} kết quả`),
  nothingFound: (query: string) => `Không thấy “${query}”. Hãy thử ít chữ hơn hoặc một từ khác.`,
  weakOnly: 'Không đoạn nào có đủ các từ; dưới đây là những đoạn có nhiều từ nhất.',
  moreHits: (listed: number, total: number) =>
    `Hiện ${listed} trong ${total} kết quả đầu. Hãy gõ thêm chữ để thu hẹp.`,
  searchKeys: '↑↓ chọn · Enter mở · Esc về chỗ đang đọc · gõ không dấu cũng tìm được',
  groupReport: 'Báo cáo',
  groupFootnotes: 'Chú thích',
  groupNotes: 'Ghi chú của tôi',
  hitOf: (index: number, total: number) => `${index} / ${total}`,
  nextHit: 'Kết quả sau',
  previousHit: 'Kết quả trước',
  endSearch: 'Thôi tìm',
  searchedFor: (query: string) => `Tìm “${query}”`,

  // Marks and notes
  marking: 'Đánh dấu',
  colourName: (colour: Colour) => colourNames[colour],
  note: 'Ghi chú',
  copyWithCitation: 'Sao chép kèm trích dẫn',
  copied: 'Đã sao chép kèm trích dẫn.',
  unmark: 'Bỏ đánh dấu',
  removeNote: 'Xóa ghi chú',
  noteOn: (place: string) => `Ghi chú cho ${place}`,
  writeNoteFor: (place: string) => `Viết ghi chú cho ${place}…`,
  writeNoteHere: 'Viết ghi chú…',
  goTo: (address: string) => `Đến ${address}`,
  orphan: 'Câu này không còn trong bản hiện tại',
  emptyNotebook: 'Bôi đen một câu trong báo cáo để đánh dấu hoặc ghi chú. Mọi ghi chú chỉ nằm trên máy này.',
  wholeDocument: 'cả tài liệu',
  done: (change: ChangeKind) => `Đã ${changes[change]}.`,
  undone: (change: ChangeKind) => `Đã hoàn tác: ${changes[change]}.`,
  redone: (change: ChangeKind) => `Đã làm lại: ${changes[change]}.`,
  nothingToUndo: 'Không còn gì để hoàn tác.',
  nothingToRedo: 'Không còn gì để làm lại.',

  // Saving
  saving: 'Đang lưu…',
  saved: (time: string) => `Đã lưu trên máy này lúc ${time}`,
  savedNone: 'Ghi chú được lưu trên máy này',
  unsaved: (reason: string) => `Chưa lưu được. ${reason}`,
  offline: 'Ngoại tuyến',
  unsavedTitle: (count: number) => `Còn ${count} ghi chú chưa lưu được.`,
  unsavedRetry: 'Thử lưu lại',
  unsavedWriteAndClose: 'Lưu ra tệp khác rồi đóng',
  unsavedFileName: 'Ghi chú chưa lưu.txt',
  textFiles: 'Tệp văn bản',
  unsavedStay: 'Ở lại',
  recovered: (setAside: string | null, backup: string | null) =>
    backup === null
      ? `Tệp ghi chú bị hỏng nên đã được cất riêng (${setAside ?? 'không rõ nơi'}); sổ tay bắt đầu lại từ trang trắng. Hãy giữ tệp đó để nhờ khôi phục.`
      : `Tệp ghi chú bị hỏng nên đã được cất riêng (${setAside ?? 'không rõ nơi'}); sổ tay được lấy lại từ bản sao lưu ${backup}.`,

  // Footnotes and corrections
  footnote: (number: number) => `Chú thích ${number}`,
  footnotes: 'Chú thích',
  backToText: 'Về chỗ đang đọc',
  inList: 'Xem trong danh sách chú thích',
  corrections: 'Đính chính',
  correctionsIntro:
    'Máy nhận dạng chữ đã đọc sai những chỗ dưới đây. Văn bản được giữ nguyên; chữ nên đọc chỉ hiện thêm khi bật.',
  doubtful: 'chưa chắc',
  readAs: (original: string, corrected: string) => `“${original}” nên đọc là “${corrected}”`,

  // Figures in the text, and checks
  showFigures: 'Hiện số liệu trong văn bản',
  figureCard: (words: string) => `Số liệu ${words}`,
  seeInText: 'Xem trong văn bản',
  morePlaces: (count: number) => `Còn ${count} chỗ nữa, xem ở Số liệu.`,
  openInFigures: 'Mở trong Số liệu',
  noCheckYet: 'Số liệu này chưa có phép đối chiếu nào.',
  verdictName: (verdict: Verdict) => verdictNames[verdict],
  checkKindName: (kind: CheckKind) => checkKindNames[kind],
  checkVerdicts: 'Kết quả',
  checkKinds: 'Phép',
  allChecks: 'Tất cả',
  filterChecks: (chosen: string) => `Lọc: ${chosen}`,
  checkList: 'Các phép đối chiếu',
  checkDetail: 'Phép đối chiếu đang chọn',
  chooseCheck: 'Chọn một phép đối chiếu để xem các chỗ của nó cạnh nhau.',
  noChecks: 'Không có phép đối chiếu nào như vậy.',
  checksLoading: 'Đang đọc các phép đối chiếu…',
  tryAgain: 'Thử lại',
  covered: (covered: number, unchecked: number) =>
    `${covered} số liệu có phép đối chiếu, ${unchecked} số liệu chưa có phép nào.`,
  coveredUndetermined: (count: number) => `${count} số liệu chỉ có phép chưa kiểm được.`,
  uncheckedIsNotRight: 'Chưa kiểm không có nghĩa là đúng.',
  checkReason: (reason: string) => `Vì sao chưa kiểm được: ${reason}`,
  checkOverruled: (reason: string) => `Người soát đã xem: ${reason}`,
  checkPossibility: (possibility: string) => `Có thể là: ${possibility}`,
  computedIs: 'Tính được',
  statedIs: 'Văn bản ghi',
  differenceIs: 'Chênh lệch',
  percentPoints: ' điểm phần trăm',
  placesOfCheck: 'Các chỗ trong văn bản',
  sameSentence: 'Cùng câu đó',
  makeQuestion: 'Tạo câu hỏi',
  copyCheck: 'Chép',
  presentedCheck: (sentence: string) => `phép đối chiếu: ${sentence}`,
  placesLeftOut: (count: number) => `và ${count} chỗ khác`,
  presentCheck: 'Chiếu',
  placeSays: (address: string, quote: string) => `${address} ghi: “${quote.replace(/[.;,]$/u, '')}”.`,
  questionOnCheck: (places: readonly string[], sentence: string) =>
    `${places.join('\n')}\nĐối chiếu: ${sentence}\nĐề nghị làm rõ các số liệu này.`,
  backToReport: 'Về báo cáo',

  // Questions
  question: 'Câu hỏi',
  questions: 'Câu hỏi',
  groupQuestions: 'Câu hỏi của tôi',
  questionFor: (place: string) => `Câu hỏi về ${place}`,
  writeQuestionFor: (place: string) => `Viết câu hỏi về ${place}…`,
  writeQuestionHere: 'Viết câu hỏi…',
  emptyQuestions:
    'Viết câu hỏi chất vấn ở trên, hoặc bấm “Câu hỏi” ở một số liệu, “Tạo câu hỏi” ở một phép đối chiếu. Câu hỏi chỉ nằm trên máy này.',
  addressee: 'Hỏi ai',
  addresseeHint: 'Chưa chọn',
  questionStatus: 'Tình trạng',
  statusName: (status: QuestionStatus) => questionStatusNames[status],
  removeQuestion: 'Xóa câu hỏi',
  questionMade: 'Đã tạo câu hỏi.',
  questionOnQuote: (quote: string, address: string) =>
    `${address} ghi: “${quote.replace(/[.;,]$/u, '')}”.\nĐề nghị `,

  // Stage
  present: 'Trình chiếu',
  presenting: (label: string) => `Đang trình chiếu ${label}`,
  stagePage: (page: number, pages: number) => `Trang ${page} / ${pages}`,
  stageNext: 'Trang sau',
  stagePrevious: 'Trang trước',
  stageBlack: 'Tắt hình',
  stageLight: 'Bật hình',
  stageEnd: 'Thôi trình chiếu',
  stageLeaveHint: 'Nhấn Esc hai lần để thoát trình chiếu',
  stageContinued: 'tiếp theo trang trước',
  stageDisplayLost: 'Màn chiếu đã bị rút ra nên trình chiếu đã dừng. Cắm lại rồi bấm “Trình chiếu”.',
  stageFailed: 'Cửa sổ trình chiếu bị lỗi nên đã đóng. Bấm “Trình chiếu” để mở lại.',

  // Số liệu: charts and series
  indicator: 'Chỉ tiêu',
  period: 'Kỳ',
  value: 'Giá trị',
  estimate: 'ước thực hiện',
  plan: 'kế hoạch',
  pointLabel: (period: string | null, status: FigureStatus) =>
    `${period ?? 'không rõ kỳ'}${status === 'actual' ? '' : status === 'estimate' ? ' (ước)' : ' (kế hoạch)'}`,
  chartLabel: (title: string, unit: string | null) =>
    `Biểu đồ cột: ${title}${unit === null ? '' : ` (${unit})`}. Các giá trị có trong bảng kèm theo.`,
  chartTable: (title: string, unit: string | null) => `${title}${unit === null ? '' : ` (${unit})`}`,
  /** The first places, and how many more. */
  places: (addresses: readonly string[]) => {
    const [more, named] = [addresses.length - 3, addresses.slice(0, 3).join('; ')];
    return more > 0 ? `${named} và ${more} chỗ khác` : named;
  },
  presentedChart: (title: string) => `biểu đồ “${title}”`,
  presentedStart: 'phần đầu tài liệu',
  /** What the bars leave out, said in words. */
  besideChart: (values: readonly string[]) => {
    const [more, named] = [values.length - 4, values.slice(0, 4).join('; ')];
    return `Không vẽ thành cột: ${named}${more > 0 ? ` và ${more} số khác` : ''}.`;
  },
  pointsOmitted: (count: number) => `Biểu đồ chỉ vẽ các kỳ gần nhất; còn ${count} kỳ trước đó trong bảng.`,

  keyList: [
    ['Ctrl K, Ctrl F', 'Tìm kiếm'],
    ['F3, Shift F3', 'Kết quả sau, kết quả trước'],
    ['Esc', 'Thôi tìm và về chỗ đang đọc; đóng bảng đang mở'],
    ['Alt ←, Alt →', 'Quay lại, đi tới (cũng bằng nút bên của chuột)'],
    ['J, K', 'Đến đoạn sau, đoạn trước'],
    [
      'F, Shift F',
      'Đến số liệu sau, số liệu trước và mở thẻ của nó; Enter vào thẻ, Esc đóng thẻ; N, Q, C cho số liệu đó',
    ],
    ['D', 'Mở hay đóng Đối chiếu; trong đó: ↑↓ chọn phép, Enter xem, Esc trở ra'],
    ['L, H', 'Đến mục sau, mục trước'],
    ['S', 'Chọn một câu; nhấn nữa để chọn câu sau; Shift với phím mũi tên để nới'],
    ['1, 2, 3, 4', 'Đánh dấu vàng, xanh lá, hồng, xanh dương chỗ đang chọn'],
    ['N', 'Ghi chú cho chỗ đang chọn, hoặc cho mục đang đọc'],
    ['Q', 'Câu hỏi về chỗ đang chọn, hoặc về mục đang đọc'],
    ['C', 'Sao chép chỗ đang chọn kèm trích dẫn'],
    ['Delete', 'Bỏ đánh dấu ở chỗ đang chọn'],
    ['Ctrl Z, Ctrl Shift Z', 'Hoàn tác, làm lại'],
    ['Ctrl +, Ctrl −, Ctrl 0', 'Chữ to, chữ nhỏ, cỡ thường'],
    ['M, G', 'Mở hay gấp mục lục, sổ tay'],
    ['B, Ctrl B', 'Mở hay đóng “Số liệu”'],
    [
      'Trong “Số liệu”',
      '↑ ↓ chọn · Enter chi tiết · X so sánh · V xem trong văn bản · N, Q, C, F5 như trong báo cáo · Esc về báo cáo',
    ],
    ['F5', 'Trình chiếu mục đang đọc'],
    ['?', 'Bảng phím tắt này'],
  ] as readonly (readonly [keys: string, what: string])[],

  citation: (genre: string, number: string | null, address: string) =>
    `${genre}${number === null ? '' : ` số ${number}`}, ${address.charAt(0).toLowerCase()}${address.slice(1)}`,
  quoteWithCitation: (quote: string, citation: string) => `“${quote}” (${citation})`,

  failure: (failure: Failure): string =>
    (failureMessages[failure.code] as (failure: Failure) => string)(failure),
} as const;
