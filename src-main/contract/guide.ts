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
    title: 'Trình chiếu',
    steps: [
      'Đến mục cần chiếu rồi bấm “Trình chiếu” (F5). Có hai màn hình thì phòng họp chỉ thấy màn chiếu.',
      'Chuyển trang bằng phím mũi tên, phím cách hoặc bút trình chiếu. Nhấn Esc hai lần để thoát.',
      'Màn chiếu chỉ hiện chữ của báo cáo; ghi chú và đánh dấu riêng không bao giờ lên màn chiếu.',
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
