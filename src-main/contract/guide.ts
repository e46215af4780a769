/** The user's guide inside the app: short, in the order of a session. */

export interface GuideChapter {
  readonly title: string;
  readonly steps: readonly string[];
}

export const guide: readonly GuideChapter[] = [
  {
    title: 'Đọc',
    steps: [
      'Bấm một mục ở Mục lục bên trái để đến mục đó. Mục đang đọc luôn được tô đậm.',
      'Bấm “Chữ to” hay “Chữ nhỏ” để đổi cỡ chữ; “Hiển thị” để đổi nền giấy và độ rộng dòng.',
      'Bấm “Quay lại” để về chỗ vừa rời. Lần sau mở lại, ứng dụng ở đúng chỗ đọc dở.',
    ],
  },
  {
    title: 'Chú thích và đính chính',
    steps: [
      'Bấm số chú thích trong câu để đọc ngay tại chỗ; “Xem trong danh sách chú thích” để đến cuối văn bản.',
      'Thẻ “Đính chính” liệt kê chữ máy nhận dạng sai. Văn bản giữ nguyên từng chữ; chữ nên đọc chỉ hiện thêm khi bật.',
    ],
  },
  {
    title: 'Tìm',
    steps: [
      'Gõ vào ô Tìm (Ctrl K). Không cần dấu, không phân biệt chữ hoa: “hop khong giay to” cũng tìm được.',
      'Chọn bằng phím mũi tên rồi Enter. “Kết quả sau” (F3) đến chỗ tiếp theo. Esc đưa về chỗ đang đọc.',
    ],
  },
  {
    title: 'Đánh dấu và ghi chú',
    steps: [
      'Bôi đen một câu, chọn màu để đánh dấu hoặc “Ghi chú” để viết. Chữ được lưu ngay khi gõ, không cần bấm lưu.',
      '“Sao chép kèm trích dẫn” chép câu đó cùng số báo cáo và mục, để dán vào bài phát biểu.',
      'Xóa nhầm thì bấm “Hoàn tác”. Mọi đánh dấu và ghi chú chỉ nằm trên máy này; không ai khác xem được.',
    ],
  },
  {
    title: 'Số trong văn bản và đối chiếu',
    steps: [
      'Số liệu trong văn bản có gạch chấm. Bấm vào, hoặc nhấn F để đến số sau, để xem kỳ, chuỗi số, phép đối chiếu và những chỗ khác của cùng chỉ tiêu.',
      '“Đối chiếu” (D) xếp các phép tính trên chính số của báo cáo: chỗ không khớp trước. Chọn một phép để xem các chỗ cạnh nhau; bấm một chỗ để đến đó, “Quay lại” để trở về.',
      'Không khớp chỉ nói rằng các số không bằng nhau. Số chưa có phép đối chiếu nào thì chưa được kiểm, không có nghĩa là đúng.',
    ],
  },
  {
    title: 'Câu hỏi chất vấn',
    steps: [
      'Thẻ “Câu hỏi” trong Sổ tay: viết câu hỏi, ghi hỏi ai, chọn nháp, đã hỏi hay đã được trả lời. “Tạo câu hỏi” ở một phép đối chiếu chép sẵn các chỗ và phép tính để sửa tiếp.',
      'Địa chỉ nêu trong câu hỏi (“Mục I.3, đoạn 1”) bấm được để đến đúng chỗ. Câu hỏi chỉ nằm trên máy này.',
    ],
  },
  {
    title: 'Bảng số liệu',
    steps: [
      'Bấm “Số liệu” (B) để xem mọi chỉ tiêu của báo cáo trong một bảng. Gõ không dấu để tìm; lọc theo lĩnh vực, đơn vị, kỳ.',
      'Chọn một dòng để xem biểu đồ, câu gốc và phép đối chiếu. Cột gạch chéo là số ước, cột rỗng nét đứt là kế hoạch.',
      '“Thêm vào so sánh” (X) đặt các chỉ tiêu cùng đơn vị lên một biểu đồ. “Chiếu” đưa biểu đồ lên màn chiếu.',
      '“Chép bảng” để dán vào bảng tính; “Xuất XLSX”, “Lưu hình PNG”, “Lưu hình SVG” để ghi ra tệp.',
    ],
  },
  {
    title: 'Trình chiếu',
    steps: [
      'Đến mục cần chiếu rồi bấm “Trình chiếu” (F5). Có hai màn hình thì phòng họp chỉ thấy màn chiếu.',
      'Chuyển trang bằng phím mũi tên, phím cách hoặc bút trình chiếu. Nhấn Esc hai lần để thoát.',
      'Màn chiếu chỉ hiện chữ và số của báo cáo; ghi chú, câu hỏi và đánh dấu riêng không bao giờ lên màn chiếu.',
    ],
  },
  {
    title: 'Dữ liệu của tôi',
    steps: [
      'Ứng dụng không dùng mạng. Ghi chú được sao lưu tự động trong thư mục dữ liệu của ứng dụng trên máy này.',
      'Nếu tệp ghi chú hỏng, ứng dụng cất riêng tệp hỏng, lấy lại bản sao lưu gần nhất và báo cho người dùng.',
    ],
  },
];
